package io.kvmsdk.domain.network;

/**
 * The network card that a guest sees. An open value: what a newer libvirt may say is read and
 * written as well.
 *
 * @param value as libvirt writes it
 */
public record InterfaceModel(String value) {

  /** virtio-net, the usual choice. */
  public static final InterfaceModel VIRTIO = new InterfaceModel("virtio");

  /** Intel 82540EM. */
  public static final InterfaceModel E1000 = new InterfaceModel("e1000");

  /** Intel 82574. Since libvirt 1.3.5. */
  public static final InterfaceModel E1000E = new InterfaceModel("e1000e");

  /** Realtek 8139; what QEMU's x86 machines get where nothing is said. */
  public static final InterfaceModel RTL8139 = new InterfaceModel("rtl8139");

  /** Intel 82576 with SR-IOV. Since libvirt 9.3.0 and QEMU 8.0. */
  public static final InterfaceModel IGB = new InterfaceModel("igb");

  /** VMware's. */
  public static final InterfaceModel VMXNET3 = new InterfaceModel("vmxnet3");

  /** NE2000 on PCI. */
  public static final InterfaceModel NE2K_PCI = new InterfaceModel("ne2k_pci");

  /** AMD PCnet. */
  public static final InterfaceModel PCNET = new InterfaceModel("pcnet");

  /** As libvirt writes it. */
  @Override
  public String toString() {
    return value;
  }
}
