package io.kvmsdk.domain.numa;

/**
 * Which way of access between NUMA cells is meant. An open value: what a newer libvirt may say is
 * read and written as well.
 *
 * @param value as libvirt writes it
 */
public record NumaAccess(String value) {

  /** Reading and writing alike. */
  public static final NumaAccess ACCESS = new NumaAccess("access");

  /** Reading. */
  public static final NumaAccess READ = new NumaAccess("read");

  /** Writing. */
  public static final NumaAccess WRITE = new NumaAccess("write");

  /** As libvirt writes it. */
  @Override
  public String toString() {
    return value;
  }
}
