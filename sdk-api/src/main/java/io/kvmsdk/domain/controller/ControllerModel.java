package io.kvmsdk.domain.controller;

/**
 * What a controller is. An open value: what a newer libvirt may say is read and written as well.
 *
 * @param value as libvirt writes it
 */
public record ControllerModel(String value) {

  /** The first bus of a machine with conventional PCI. Since libvirt 1.0.5. */
  public static final ControllerModel PCI_ROOT = new ControllerModel("pci-root");

  /** The first bus of a PCI Express machine. Since libvirt 1.1.2. */
  public static final ControllerModel PCIE_ROOT = new ControllerModel("pcie-root");

  /** A bridge from conventional PCI to more of it. Since libvirt 1.0.5. */
  public static final ControllerModel PCI_BRIDGE = new ControllerModel("pci-bridge");

  /** A bridge from PCI Express to conventional PCI, without hot-plug. Since libvirt 1.1.2. */
  public static final ControllerModel DMI_TO_PCI_BRIDGE = new ControllerModel("dmi-to-pci-bridge");

  /** A bridge from PCI Express to conventional PCI. Since libvirt 4.3.0. */
  public static final ControllerModel PCIE_TO_PCI_BRIDGE =
      new ControllerModel("pcie-to-pci-bridge");

  /** A PCI Express port for one device. Since libvirt 1.2.19. */
  public static final ControllerModel PCIE_ROOT_PORT = new ControllerModel("pcie-root-port");

  /** A PCI Express switch's way to the root. Since libvirt 1.2.19. */
  public static final ControllerModel PCIE_SWITCH_UPSTREAM_PORT =
      new ControllerModel("pcie-switch-upstream-port");

  /** A PCI Express switch's port for one device. Since libvirt 1.2.19. */
  public static final ControllerModel PCIE_SWITCH_DOWNSTREAM_PORT =
      new ControllerModel("pcie-switch-downstream-port");

  /** A further first bus of a {@code pc} machine, for a NUMA node. Since libvirt 1.3.4. */
  public static final ControllerModel PCI_EXPANDER_BUS = new ControllerModel("pci-expander-bus");

  /** A further first bus of a {@code q35} machine, for a NUMA node. Since libvirt 1.3.4. */
  public static final ControllerModel PCIE_EXPANDER_BUS = new ControllerModel("pcie-expander-bus");

  /** For SCSI: what the hypervisor has. */
  public static final ControllerModel AUTO = new ControllerModel("auto");

  /** For SCSI: virtio. */
  public static final ControllerModel VIRTIO_SCSI = new ControllerModel("virtio-scsi");

  /** For SCSI: BusLogic's, of VMware. */
  public static final ControllerModel BUSLOGIC = new ControllerModel("buslogic");

  /** For SCSI: LSI 53C895A. */
  public static final ControllerModel LSILOGIC = new ControllerModel("lsilogic");

  /** For SCSI: LSI SAS 1068. */
  public static final ControllerModel LSI_SAS1068 = new ControllerModel("lsisas1068");

  /** For SCSI: LSI SAS 1078, MegaRAID. */
  public static final ControllerModel LSI_SAS1078 = new ControllerModel("lsisas1078");

  /** For SCSI: VMware's paravirtual one. */
  public static final ControllerModel VMPVSCSI = new ControllerModel("vmpvscsi");

  /** For SCSI: IBM's, of pSeries machines. */
  public static final ControllerModel IBMVSCSI = new ControllerModel("ibmvscsi");

  /** For SCSI: the machine's own of some machines. */
  public static final ControllerModel NCR53C90 = new ControllerModel("ncr53c90");

  /** For SCSI: Tekram DC-390. */
  public static final ControllerModel DC390 = new ControllerModel("dc390");

  /** For SCSI: AMD Am53C974. */
  public static final ControllerModel AM53C974 = new ControllerModel("am53c974");

  /** For virtio serial: virtio. Since libvirt 5.2.0. */
  public static final ControllerModel VIRTIO = new ControllerModel("virtio");

  /**
   * For virtio serial and SCSI: for guests with drivers older than virtio 1.0. Since libvirt 5.2.0.
   */
  public static final ControllerModel VIRTIO_TRANSITIONAL =
      new ControllerModel("virtio-transitional");

  /** For virtio serial and SCSI: virtio 1.0 only. Since libvirt 5.2.0. */
  public static final ControllerModel VIRTIO_NON_TRANSITIONAL =
      new ControllerModel("virtio-non-transitional");

  /** For USB: USB 1, of {@code pc} machines. */
  public static final ControllerModel PIIX3_UHCI = new ControllerModel("piix3-uhci");

  /** For USB: USB 1. */
  public static final ControllerModel PIIX4_UHCI = new ControllerModel("piix4-uhci");

  /** For USB: USB 1, of VIA. */
  public static final ControllerModel VT82C686B_UHCI = new ControllerModel("vt82c686b-uhci");

  /** For USB: USB 1. */
  public static final ControllerModel PCI_OHCI = new ControllerModel("pci-ohci");

  /** For USB: USB 2. */
  public static final ControllerModel EHCI = new ControllerModel("ehci");

  /** For USB: USB 2, of Intel's ICH9. */
  public static final ControllerModel ICH9_EHCI1 = new ControllerModel("ich9-ehci1");

  /** For USB: USB 1, the first companion of {@link #ICH9_EHCI1}. */
  public static final ControllerModel ICH9_UHCI1 = new ControllerModel("ich9-uhci1");

  /** For USB: USB 1, its second companion. */
  public static final ControllerModel ICH9_UHCI2 = new ControllerModel("ich9-uhci2");

  /** For USB: USB 1, its third companion. */
  public static final ControllerModel ICH9_UHCI3 = new ControllerModel("ich9-uhci3");

  /** For USB: USB 3, of NEC. */
  public static final ControllerModel NEC_XHCI = new ControllerModel("nec-xhci");

  /** For USB: USB 3, of QEMU. */
  public static final ControllerModel QEMU_XHCI = new ControllerModel("qemu-xhci");

  /** For USB: Xen's with QEMU, USB 1.1. */
  public static final ControllerModel QUSB1 = new ControllerModel("qusb1");

  /** For USB: Xen's with QEMU, USB 2.0. */
  public static final ControllerModel QUSB2 = new ControllerModel("qusb2");

  /** For USB: none at all. Since libvirt 0.10.0. */
  public static final ControllerModel NONE = new ControllerModel("none");

  /** For IDE: of VirtualBox. Since libvirt 3.10.0. */
  public static final ControllerModel PIIX3 = new ControllerModel("piix3");

  /** For IDE: of VirtualBox. Since libvirt 3.10.0. */
  public static final ControllerModel PIIX4 = new ControllerModel("piix4");

  /** For IDE: of VirtualBox. Since libvirt 3.10.0. */
  public static final ControllerModel ICH6 = new ControllerModel("ich6");

  /** As libvirt writes it. */
  @Override
  public String toString() {
    return value;
  }
}
