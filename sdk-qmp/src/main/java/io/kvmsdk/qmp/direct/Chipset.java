package io.kvmsdk.qmp.direct;

import io.kvmsdk.domain.boot.Os;
import java.util.Optional;

/** The kinds of machine whose buses the direct backend knows. */
enum Chipset {
  /** PCI Express; a device that is to be hot-plugged or unplugged sits on a root port. */
  Q35("pcie.0", "pcie-root", 1),
  /** PCI; devices are hot-plugged on its one bus. */
  I440FX("pci.0", "pci-root", 2);

  private final String rootBus;
  private final String rootModel;
  private final int videoSlot;

  Chipset(String rootBus, String rootModel, int videoSlot) {
    this.rootBus = rootBus;
    this.rootModel = rootModel;
    this.videoSlot = videoSlot;
  }

  /**
   * The kind that a definition's machine is of; {@code q35} where it says none.
   *
   * @throws io.kvmsdk.error.UnsupportedFeatureException if it is another
   */
  static Chipset of(Os os) {
    String machine = machine(os);
    if (machine.equals("q35") || machine.startsWith("pc-q35-")) {
      return Q35;
    }
    if (machine.equals("pc") || machine.startsWith("pc-i440fx-")) {
      return I440FX;
    }
    throw Refusal.unknown("domain/os/type/@machine", machine, "q35, pc or a version of them");
  }

  /** The machine type as QEMU knows it. */
  static String machine(Os os) {
    Optional<String> machine = os.machine();
    return machine.isEmpty() ? "q35" : Refusal.word("domain/os/type/@machine", machine.get());
  }

  /** QEMU's name of PCI bus 0. */
  String rootBus() {
    return rootBus;
  }

  /** libvirt's name of the controller that is PCI bus 0. */
  String rootModel() {
    return rootModel;
  }

  /** Where the first video device has its place on bus 0. */
  int videoSlot() {
    return videoSlot;
  }

  boolean isExpress() {
    return this == Q35;
  }
}
