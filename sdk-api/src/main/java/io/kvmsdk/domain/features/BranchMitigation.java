package io.kvmsdk.domain.features;

/**
 * How a pSeries guest is kept safe from speculation on indirect branches. An open value: what a
 * newer libvirt may say is read and written as well.
 *
 * @param value as libvirt writes it
 */
public record BranchMitigation(String value) {

  /** It is not. */
  public static final BranchMitigation BROKEN = new BranchMitigation("broken");

  /** By flushing the count cache. */
  public static final BranchMitigation WORKAROUND = new BranchMitigation("workaround");

  /** By doing indirect branches one after another. */
  public static final BranchMitigation FIXED_IBS = new BranchMitigation("fixed-ibs");

  /** By turning the count cache off. */
  public static final BranchMitigation FIXED_CCD = new BranchMitigation("fixed-ccd");

  /** By the hardware, which needs nothing. */
  public static final BranchMitigation FIXED_NA = new BranchMitigation("fixed-na");

  /** As libvirt writes it. */
  @Override
  public String toString() {
    return value;
  }
}
