package io.kvmsdk.domain.disk;

import io.kvmsdk.domain.disk.source.NetworkDiskSource;
import io.kvmsdk.error.InvalidDefinitionException;

/** What libvirt refuses of a disk. */
final class DiskChecks {

  private DiskChecks() {}

  static void check(Disk disk) {
    if (disk.target().isBlank()) {
      throw refused("target/@dev", disk.target(), "a name of its own such as vda");
    }
    boolean lun = disk.device().filter(DiskDevice.LUN::equals).isPresent();
    if (!lun && disk.rawIo().isPresent()) {
      throw refused("@rawio", disk.rawIo().get() ? "yes" : "no", "only where device is lun");
    }
    if (!lun && disk.sgIo().isPresent()) {
      throw refused("@sgio", disk.sgIo().get().toString(), "only where device is lun");
    }
    if (disk.auth().isPresent()
        && disk.source() instanceof NetworkDiskSource network
        && network.auth().isPresent()) {
      throw refused(
          "auth/@username", disk.auth().get().userName(), "none beside one in the source");
    }
    if (disk.encryption().isPresent() && disk.source().encryption().isPresent()) {
      String format = disk.encryption().get().format().toString();
      throw refused("encryption/@format", format, "none beside one in the source");
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
