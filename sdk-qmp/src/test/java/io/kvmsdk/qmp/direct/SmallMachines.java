package io.kvmsdk.qmp.direct;

import io.kvmsdk.domain.boot.Os;
import io.kvmsdk.domain.definition.DomainDefinition;
import io.kvmsdk.domain.definition.VirtType;
import io.kvmsdk.domain.disk.Disk;
import io.kvmsdk.domain.disk.source.DiskFormat;
import io.kvmsdk.domain.disk.source.DiskSource;
import io.kvmsdk.units.ByteSize;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/** Definitions of machines that boot one sector of code, which is up in a second. */
final class SmallMachines {

  private SmallMachines() {}

  /** A machine that boots {@code code}; its image is made in {@code folder}. */
  static DomainDefinition.Builder of(String name, Path folder, byte[] code) throws IOException {
    byte[] image = Arrays.copyOf(code, 1 << 20);
    image[code.length] = (byte) 0xfa; // cli
    image[code.length + 1] = (byte) 0xf4; // hlt
    image[510] = 0x55;
    image[511] = (byte) 0xaa;
    Path disk = Files.write(folder.resolve(name + ".raw"), image);
    return DomainDefinition.builder()
        .type(VirtType.QEMU)
        .name(name)
        .memory(ByteSize.mebibytes(64))
        .os(Os.hvm("q35").withArch("x86_64"))
        .addDisk(
            Disk.virtio("vda", DiskSource.file(disk.toString())).format(DiskFormat.RAW).build());
  }
}
