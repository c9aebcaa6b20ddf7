package io.kvmsdk.domain.disk;

import io.kvmsdk.error.InvalidDefinitionException;

/** What libvirt refuses of a disk. */
final class DiskChecks {

  private DiskChecks() {}

  static void check(Disk disk) {
    if (disk.target().isBlank()) {
      throw refused("target/@dev", disk.target(), "a name of its own such as vda");
    }
    boolean emulated = isEmulated(disk.device().orElse(DiskDevice.DISK));
    if (emulated && disk.rawIo().isPresent()) {
      throw refused("@rawio", disk.rawIo().get() ? "yes" : "no", "only where device is lun");
    }
    if (emulated && disk.sgIo().isPresent()) {
      throw refused("@sgio", disk.sgIo().get().toString(), "only where device is lun");
    }
    if (disk.ioTune().isPresent() && !disk.throttleFilters().isEmpty()) {
      throw refused("throttlefilters", disk.throttleFilters().toString(), "none beside iotune");
    }
    if (disk.shareBacking().isPresent() && !disk.transientData()) {
      String shared = disk.shareBacking().get() ? "yes" : "no";
      throw refused("transient/@shareBacking", shared, "only where the disk is transient");
    }
  }

  /** Whether it takes no command of the guest's; one that is not known here may. */
  private static boolean isEmulated(DiskDevice device) {
    return switch (device.value()) {
      case "disk", "cdrom", "floppy" -> true;
      default -> false;
    };
  }

  private static InvalidDefinitionException refused(String part, String value, String expected) {
    return new InvalidDefinitionException("disk/" + part, value, expected);
  }
}
