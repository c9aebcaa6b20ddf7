package io.kvmsdk.qmp.direct;

import io.kvmsdk.domain.device.DeviceAddress;
import io.kvmsdk.domain.device.DriveAddress;
import io.kvmsdk.domain.disk.Disk;
import io.kvmsdk.domain.disk.DiskBus;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Where disks sit on controllers for disks, by libvirt's rules. For one thread. */
final class DrivePlaces {

  /** A place; the bus tells SCSI's controller 0 from SATA's. */
  private record Place(DiskBus kind, int controller, int bus, int target, int unit) {}

  private final Set<Place> taken = new HashSet<>();

  /** Notes where disks have a place already. */
  DrivePlaces(List<Disk> disks) {
    DevicePaths.map("disk", disks, this::claim);
  }

  private boolean claim(String path, Disk disk) {
    Optional<Place> place = place(disk);
    if (place.isPresent() && !taken.add(place.get())) {
      throw Refusal.invalid(path + "/address", disk.target(), "a place that no other disk has");
    }
    return place.isPresent();
  }

  private static Optional<Place> place(Disk disk) {
    return disk.address().isPresent() && disk.address().get() instanceof DriveAddress drive
        ? Optional.of(
            new Place(
                DiskTarget.bus(disk),
                drive.controller().orElse(0),
                drive.bus().orElse(0),
                drive.target().orElse(0),
                drive.unit().orElse(0)))
        : Optional.empty();
  }

  /** Whether a disk on that bus has a place on a controller for disks. */
  static boolean isDrive(DiskBus bus) {
    return bus.equals(DiskBus.SCSI)
        || bus.equals(DiskBus.SATA)
        || bus.equals(DiskBus.IDE)
        || bus.equals(DiskBus.FDC);
  }

  /** The disk with a place, that its target's name suggests or that is free behind that. */
  Disk place(String path, Disk disk) {
    DiskBus kind = DiskTarget.bus(disk);
    if (!isDrive(kind) || disk.address().isPresent()) {
      return disk;
    }
    Place place;
    int index = DiskTarget.index(path, disk);
    do {
      place = suggested(kind, index++);
    } while (!taken.add(place));
    return disk.withAddress(
        DeviceAddress.drive(place.controller(), place.bus(), place.target(), place.unit()));
  }

  private static Place suggested(DiskBus kind, int index) {
    if (kind.equals(DiskBus.IDE)) {
      return new Place(kind, index / 4, index % 4 / 2, 0, index % 2);
    }
    int units = kind.equals(DiskBus.SATA) ? 6 : kind.equals(DiskBus.SCSI) ? 7 : 2;
    return new Place(kind, index / units, 0, 0, index % units);
  }
}
