package io.kvmsdk.qmp.direct;

import io.kvmsdk.domain.disk.Disk;
import io.kvmsdk.domain.disk.DiskBus;
import io.kvmsdk.domain.disk.DiskDevice;

/**
 * What a disk's target says: {@code sdb} is the second disk, and on SCSI if nothing else is said.
 */
final class DiskTarget {

  private static final int LETTERS = 26;

  private DiskTarget() {}

  /** The number of the disk, from 0; {@code vda} is 0, {@code vdaa} 26. */
  static int index(String path, Disk disk) {
    String target = disk.target();
    String letters = target.length() > 2 ? target.substring(2) : "";
    int index = 0;
    for (char letter : letters.toCharArray()) {
      if (letter < 'a' || letter > 'z' || index > 1_000_000) {
        throw wrong(path, target);
      }
      index = index * LETTERS + letter - 'a' + 1;
    }
    if (index == 0 || !"vd sd hd fd".contains(target.substring(0, 2))) {
      throw wrong(path, target);
    }
    return index - 1;
  }

  /** The bus that is said, or that the target's name suggests. */
  static DiskBus bus(Disk disk) {
    if (disk.bus().isPresent()) {
      return disk.bus().get();
    }
    return switch (disk.target().length() < 2 ? "" : disk.target().substring(0, 2)) {
      case "sd" -> DiskBus.SCSI;
      case "hd" -> DiskBus.IDE;
      case "fd" -> DiskBus.FDC;
      default -> DiskBus.VIRTIO;
    };
  }

  static boolean isOn(Disk disk, DiskBus bus) {
    return bus(disk).equals(bus);
  }

  static DiskDevice device(Disk disk) {
    return disk.device().orElse(DiskDevice.DISK);
  }

  private static RuntimeException wrong(String path, String target) {
    return Refusal.invalid(
        path + "/target/@dev", target, "vd, sd, hd or fd and letters, such as vda");
  }
}
