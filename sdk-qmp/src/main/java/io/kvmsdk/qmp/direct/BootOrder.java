package io.kvmsdk.qmp.direct;

import io.kvmsdk.domain.boot.BootDevice;
import io.kvmsdk.domain.boot.Os;
import io.kvmsdk.domain.definition.DomainDefinition;
import io.kvmsdk.domain.disk.Disk;
import io.kvmsdk.domain.disk.DiskDevice;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What a machine boots: firmware or kernel, and the order in which the firmware tries devices. */
final class BootOrder {

  private final DomainDefinition live;
  private final Map<Integer, Integer> disks = new HashMap<>();
  private final Map<Integer, Integer> interfaces = new HashMap<>();

  /**
   * Of a completed definition; the hard disk where it says nothing.
   *
   * @throws io.kvmsdk.error.InvalidDefinitionException if it says it in both ways that there are
   */
  BootOrder(DomainDefinition live) {
    this.live = live;
    ownOrders();
    List<BootDevice> kinds = live.os().bootDevices();
    if (disks.isEmpty() && interfaces.isEmpty()) {
      int index = 1;
      for (BootDevice kind : kinds.isEmpty() ? List.of(BootDevice.HARD_DISK) : kinds) {
        index += first(kind.device(), index) ? 1 : 0;
      }
    } else if (!kinds.isEmpty()) {
      throw Refusal.invalid(
          "domain/os/boot", kinds.get(0).device(), "none, where devices have a boot order");
    }
  }

  private void ownOrders() {
    Set<Integer> taken = new HashSet<>();
    for (int i = 0; i < live.disks().size(); i++) {
      String path = DevicePaths.path("disk", i, live.disks().size());
      Optional<Integer> order = own(path, live.disks().get(i).bootOrder(), taken);
      if (order.isPresent()) {
        disks.put(i, order.get());
      }
    }
    for (int i = 0; i < live.interfaces().size(); i++) {
      String path = DevicePaths.path("interface", i, live.interfaces().size());
      Optional<Integer> order = own(path, live.interfaces().get(i).bootOrder(), taken);
      if (order.isPresent()) {
        interfaces.put(i, order.get());
      }
    }
  }

  private static Optional<Integer> own(String path, Optional<Integer> order, Set<Integer> taken) {
    if (order.isPresent() && (order.get() < 1 || !taken.add(order.get()))) {
      throw Refusal.invalid(
          path + "/boot/@order", order.get(), "a number from 1 on that no other device has");
    }
    return order;
  }

  /** Gives an index to the first device of a kind, if there is one. */
  private boolean first(String kind, int index) {
    if (kind.equals("network")) {
      return !live.interfaces().isEmpty() && interfaces.putIfAbsent(0, index) == null;
    }
    if (kind.equals("fd")) {
      throw Refusal.unsupported(
          "domain/os/boot/@dev", "floppies are not booted from", "use hd, cdrom or network");
    }
    DiskDevice wanted = kind.equals("cdrom") ? DiskDevice.CDROM : DiskDevice.DISK;
    for (int i = 0; i < live.disks().size(); i++) {
      Disk disk = live.disks().get(i);
      if (DiskTarget.device(disk).equals(wanted)) {
        return disks.putIfAbsent(i, index) == null;
      }
    }
    return false;
  }

  /** The place of a disk in the order. */
  Optional<Integer> ofDisk(int i) {
    return Optional.ofNullable(disks.get(i));
  }

  /** The place of an interface in the order. */
  Optional<Integer> ofInterface(int i) {
    return Optional.ofNullable(interfaces.get(i));
  }

  void addTo(CommandLine.Builder b) {
    Os os = live.os();
    b.option("-boot", options(os));
    firmware(b, os);
    if (os.kernel().isPresent()) {
      b.option("-kernel", Refusal.absolute("domain/os/kernel", os.kernel().get()));
    }
    if (os.initrd().isPresent()) {
      needsKernel("domain/os/initrd", os);
      b.option("-initrd", Refusal.absolute("domain/os/initrd", os.initrd().get()));
    }
    if (os.cmdline().isPresent()) {
      needsKernel("domain/os/cmdline", os);
      b.option("-append", os.cmdline().get());
    }
  }

  private static void needsKernel(String path, Os os) {
    if (os.kernel().isEmpty()) {
      throw Refusal.invalid(path, "there", "a kernel beside it");
    }
  }

  private static OptionText options(Os os) {
    return OptionText.of("strict", "on")
        .with("menu", os.bootMenu().map(OptionText::onOff))
        .with("splash-time", os.bootMenuTimeout().map(Duration::toMillis))
        .with("reboot-timeout", os.biosRebootTimeout());
  }

  private static void firmware(CommandLine.Builder b, Os os) {
    if (os.loader().isPresent()) {
      String file = os.loader().get().path().orElse("").strip();
      b.option("-bios", Refusal.absolute("domain/os/loader", file));
    }
  }
}
