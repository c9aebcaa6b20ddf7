package io.kvmsdk.host.device.part;

/**
 * Whether fields of vital product data can be changed. An open value: what a newer libvirt may say
 * is read and written as well.
 *
 * @param value as libvirt writes it
 */
public record VpdAccess(String value) {

  /** They cannot. */
  public static final VpdAccess READ_ONLY = new VpdAccess("readonly");

  /** They can, though not by libvirt. */
  public static final VpdAccess READ_WRITE = new VpdAccess("readwrite");

  /** As libvirt writes it. */
  @Override
  public String toString() {
    return value;
  }
}
