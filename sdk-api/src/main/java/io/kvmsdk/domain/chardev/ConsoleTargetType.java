package io.kvmsdk.domain.chardev;

/**
 * What the guest sees as its console. An open value: what a newer libvirt may say is read and
 * written as well.
 *
 * @param value as libvirt writes it
 */
public record ConsoleTargetType(String value) {

  /** No device of its own, but the first serial port; at most one console has it. */
  public static final ConsoleTargetType SERIAL = new ConsoleTargetType("serial");

  /** A virtio console, {@code /dev/hvc0} and on in the guest. Since libvirt 0.8.3. */
  public static final ConsoleTargetType VIRTIO = new ConsoleTargetType("virtio");

  /** Xen's console. */
  public static final ConsoleTargetType XEN = new ConsoleTargetType("xen");

  /** A terminal of a container of LXC. */
  public static final ConsoleTargetType LXC = new ConsoleTargetType("lxc");

  /** A terminal of a container of OpenVZ. */
  public static final ConsoleTargetType OPENVZ = new ConsoleTargetType("openvz");

  /** An s390 console, in old documents; {@link SerialModel#SCLP_CONSOLE} in new ones. */
  public static final ConsoleTargetType SCLP = new ConsoleTargetType("sclp");

  /**
   * An s390 console for lines, in old documents; {@link SerialModel#SCLP_LINE_MODE_CONSOLE} in new
   * ones.
   */
  public static final ConsoleTargetType SCLP_LINE_MODE = new ConsoleTargetType("sclplm");

  /** As libvirt writes it. */
  @Override
  public String toString() {
    return value;
  }
}
