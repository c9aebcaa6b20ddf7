package io.kvmsdk.domain.features;

/**
 * How a pSeries guest is kept safe from a kind of speculative execution. An open value: what a
 * newer libvirt may say is read and written as well.
 *
 * @param value as libvirt writes it
 */
public record Mitigation(String value) {

  /** It is not. */
  public static final Mitigation BROKEN = new Mitigation("broken");

  /** By software. */
  public static final Mitigation WORKAROUND = new Mitigation("workaround");

  /** By the hardware. */
  public static final Mitigation FIXED = new Mitigation("fixed");

  /** As libvirt writes it. */
  @Override
  public String toString() {
    return value;
  }
}
