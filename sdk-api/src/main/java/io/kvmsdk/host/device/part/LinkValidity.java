package io.kvmsdk.host.device.part;

/**
 * What is said of a PCI Express link. An open value: what a newer libvirt may say is read and
 * written as well.
 *
 * @param value as libvirt writes it
 */
public record LinkValidity(String value) {

  /** What the device can do. */
  public static final LinkValidity CAPABLE = new LinkValidity("cap");

  /** What was agreed upon. */
  public static final LinkValidity STATUS = new LinkValidity("sta");

  /** As libvirt writes it. */
  @Override
  public String toString() {
    return value;
  }
}
