package io.kvmsdk.testkit;

import io.kvmsdk.domain.definition.DomainDefinition;
import io.kvmsdk.domain.disk.Disk;
import io.kvmsdk.domain.disk.source.DiskFormat;
import io.kvmsdk.error.InvalidDefinitionException;
import io.kvmsdk.error.OperationFailedException;
import io.kvmsdk.units.ByteSize;
import java.io.DataInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The images of a fake's disks: real files, of which no more is read than how large they are. */
final class FakeImages {

  private static final int QCOW2_MAGIC = 0x514649fb;

  private FakeImages() {}

  /**
   * The sizes of all disks of a machine that is to start.
   *
   * @throws OperationFailedException if one is not there: the machine does not start
   */
  static Map<String, ByteSize> sizes(
      FakeCall call, FakeSettings settings, DomainDefinition definition) {
    Map<String, ByteSize> sizes = new LinkedHashMap<>();
    for (Disk disk : definition.disks()) {
      try {
        sizes.put(disk.target(), size(call, settings, disk));
      } catch (InvalidDefinitionException e) {
        throw new OperationFailedException(
            call.context(),
            "the machine did not start: "
                + e.path()
                + " is '"
                + e.value()
                + "'; expected "
                + e.expected(),
            e);
      }
    }
    return sizes;
  }

  /**
   * The size of a disk that is to be attached.
   *
   * @throws InvalidDefinitionException if its image is not there, or of another format
   */
  static ByteSize size(FakeCall call, FakeSettings settings, Disk disk) {
    Optional<Path> image = Definitions.image(disk);
    if (image.isEmpty() || !settings.requiresImages()) {
      return ByteSize.ZERO;
    }
    Path file = image.get();
    boolean qcow2 = disk.format().equals(Optional.of(DiskFormat.QCOW2));
    try {
      return ByteSize.bytes(qcow2 ? qcow2Size(file) : Files.size(file));
    } catch (IOException e) {
      throw new InvalidDefinitionException(
          call.context(),
          "disk/source",
          file.toString(),
          qcow2 ? "an image of format qcow2" : "an image that is there",
          e);
    }
  }

  private static long qcow2Size(Path file) throws IOException {
    try (DataInputStream in = new DataInputStream(Files.newInputStream(file))) {
      if (in.readInt() != QCOW2_MAGIC) {
        throw new IOException(file + " does not begin as a qcow2 image does");
      }
      in.skipNBytes(20); // version, backing file and cluster size come before the size
      return in.readLong();
    }
  }
}
