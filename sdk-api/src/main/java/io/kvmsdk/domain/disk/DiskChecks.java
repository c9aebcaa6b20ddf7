package io.kvmsdk.domain.disk;

import io.kvmsdk.error.InvalidDefinitionException;
import java.util.Set;

/** What libvirt refuses of a disk. */
final class DiskChecks {

  /** The kinds of disk that take no command of the guest's; a newer one may. */
  private static final Set<DiskDevice> EMULATED =
      Set.of(DiskDevice.DISK, DiskDevice.CDROM, DiskDevice.FLOPPY);

  private DiskChecks() {}

  static void check(Disk disk) {
    if (disk.target().isBlank()) {
      throw refused("target/@dev", disk.target(), "a name of its own such as vda");
    }
    boolean emulated = EMULATED.contains(disk.device().orElse(DiskDevice.DISK));
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

  private static InvalidDefinitionException refused(String part, String value, String expected) {
    return new InvalidDefinitionException("disk/" + part, value, expected);
  }
}
