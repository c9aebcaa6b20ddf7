package io.kvmsdk.domain.controller;

/**
 * The device that QEMU makes of a PCI controller. An open value: what a newer libvirt may say is
 * read and written as well.
 *
 * @param value as libvirt writes it
 */
public record ControllerModelName(String value) {

  /** A {@code pci-root} of a pSeries machine. */
  public static final ControllerModelName SPAPR_PCI_HOST_BRIDGE =
      new ControllerModelName("spapr-pci-host-bridge");

  /** A {@code pci-bridge}. */
  public static final ControllerModelName PCI_BRIDGE = new ControllerModelName("pci-bridge");

  /** A {@code dmi-to-pci-bridge}. */
  public static final ControllerModelName I82801B11_BRIDGE =
      new ControllerModelName("i82801b11-bridge");

  /** A {@code pcie-to-pci-bridge}. */
  public static final ControllerModelName PCIE_PCI_BRIDGE =
      new ControllerModelName("pcie-pci-bridge");

  /** A {@code pcie-root-port}, of Intel. */
  public static final ControllerModelName IOH3420 = new ControllerModelName("ioh3420");

  /** A {@code pcie-root-port}. */
  public static final ControllerModelName PCIE_ROOT_PORT =
      new ControllerModelName("pcie-root-port");

  /** A {@code pcie-switch-upstream-port}. */
  public static final ControllerModelName X3130_UPSTREAM =
      new ControllerModelName("x3130-upstream");

  /** A {@code pcie-switch-downstream-port}. */
  public static final ControllerModelName XIO3130_DOWNSTREAM =
      new ControllerModelName("xio3130-downstream");

  /** A {@code pci-expander-bus}. */
  public static final ControllerModelName PXB = new ControllerModelName("pxb");

  /** A {@code pcie-expander-bus}. */
  public static final ControllerModelName PXB_PCIE = new ControllerModelName("pxb-pcie");

  /** As libvirt writes it. */
  @Override
  public String toString() {
    return value;
  }
}
