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

  /** virtio-net that drivers of virtio 0.9 know as well. Since libvirt 5.2.0. */
  public static final InterfaceModel VIRTIO_TRANSITIONAL =
      new InterfaceModel("virtio-transitional");

  /** virtio-net for drivers of virtio 1.0 only. Since libvirt 5.2.0. */
  public static final InterfaceModel VIRTIO_NON_TRANSITIONAL =
      new InterfaceModel("virtio-non-transitional");

  /** Intel 82540EM. */
  public static final InterfaceModel E1000 = new InterfaceModel("e1000");

  /** Intel 82574. Since libvirt 1.3.5. */
  public static final InterfaceModel E1000E = new InterfaceModel("e1000e");

  /** Realtek 8139; what QEMU's x86 machines get where nothing is said. */
  public static final InterfaceModel RTL8139 = new InterfaceModel("rtl8139");

  /** Intel 82576 with SR-IOV. Since libvirt 9.3.0 and QEMU 8.0. */
  public static final InterfaceModel IGB = new InterfaceModel("igb");

  /** A network card on USB. Since libvirt 10.3.0. */
  public static final InterfaceModel USB_NET = new InterfaceModel("usb-net");

  /** The virtual card of pSeries machines. */
  public static final InterfaceModel SPAPR_VLAN = new InterfaceModel("spapr-vlan");

  /** SMSC LAN9118, of Arm boards. */
  public static final InterfaceModel LAN9118 = new InterfaceModel("lan9118");

  /** SMSC 91C111, of Arm boards. */
  public static final InterfaceModel SMC91C111 = new InterfaceModel("smc91c111");

  /** NE2000 on PCI. */
  public static final InterfaceModel NE2K_PCI = new InterfaceModel("ne2k_pci");

  /** AMD PCnet. */
  public static final InterfaceModel PCNET = new InterfaceModel("pcnet");

  /** Xen's. */
  public static final InterfaceModel NETFRONT = new InterfaceModel("netfront");

  /** VMware's card that looks like AMD PCnet. */
  public static final InterfaceModel VLANCE = new InterfaceModel("vlance");

  /** VMware's first. */
  public static final InterfaceModel VMXNET = new InterfaceModel("vmxnet");

  /** VMware's second. */
  public static final InterfaceModel VMXNET2 = new InterfaceModel("vmxnet2");

  /** VMware's third; QEMU has it too. */
  public static final InterfaceModel VMXNET3 = new InterfaceModel("vmxnet3");

  /** AMD PCnet-PCI II, of VirtualBox. */
  public static final InterfaceModel AM79C970A = new InterfaceModel("Am79C970A");

  /** AMD PCnet-FAST III, of VirtualBox. */
  public static final InterfaceModel AM79C973 = new InterfaceModel("Am79C973");

  /** Intel PRO/1000 MT Desktop, of VirtualBox. */
  public static final InterfaceModel INTEL_82540EM = new InterfaceModel("82540EM");

  /** Intel PRO/1000 MT Server, of VirtualBox. */
  public static final InterfaceModel INTEL_82545EM = new InterfaceModel("82545EM");

  /** Intel PRO/1000 T Server, of VirtualBox. */
  public static final InterfaceModel INTEL_82543GC = new InterfaceModel("82543GC");

  /** As libvirt writes it. */
  @Override
  public String toString() {
    return value;
  }
}
