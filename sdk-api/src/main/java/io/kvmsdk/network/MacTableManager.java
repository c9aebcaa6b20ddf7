package io.kvmsdk.network;

/**
 * Who keeps the table of a bridge that says behind which port an Ethernet address is. Since libvirt
 * 1.2.11. An open value: what a newer libvirt may say is read and written as well.
 *
 * @param value as libvirt writes it
 */
public record MacTableManager(String value) {

  /** The host's kernel, which learns it from the packets; what is meant where nothing is said. */
  public static final MacTableManager KERNEL = new MacTableManager("kernel");

  /**
   * libvirt, from the definitions of the guests. It saves flooding and promiscuous ports, yet a
   * guest cannot change its address or use VLANs.
   */
  public static final MacTableManager LIBVIRT = new MacTableManager("libvirt");

  /** As libvirt writes it. */
  @Override
  public String toString() {
    return value;
  }
}
