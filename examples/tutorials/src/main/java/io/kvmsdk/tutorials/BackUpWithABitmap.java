package io.kvmsdk.tutorials;

import io.kvmsdk.job.JobProgress;
import io.kvmsdk.qmp.QmpClient;
import io.kvmsdk.qmp.QmpJob;
import io.kvmsdk.qmp.QmpTransaction;
import io.kvmsdk.qmp.command.BlockDirtyBitmapAdd;
import io.kvmsdk.qmp.command.BlockExportAdd;
import io.kvmsdk.qmp.command.BlockdevAdd;
import io.kvmsdk.qmp.command.BlockdevBackup;
import io.kvmsdk.qmp.command.HumanMonitorCommand;
import io.kvmsdk.qmp.command.NbdServerStart;
import io.kvmsdk.qmp.type.BlockExportOptionsNbd;
import io.kvmsdk.qmp.type.BlockdevOptionsFile;
import io.kvmsdk.qmp.type.BlockdevOptionsNbd;
import io.kvmsdk.qmp.type.BlockdevOptionsRaw;
import io.kvmsdk.qmp.type.BlockdevRef;
import io.kvmsdk.qmp.type.MirrorSyncMode;
import io.kvmsdk.qmp.type.SocketAddressLegacyUnix;
import io.kvmsdk.qmp.type.SocketAddressUnix;
import io.kvmsdk.qmp.type.UnixSocketAddress;
import io.kvmsdk.units.ByteSize;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.stream.Stream;

/**
 * Backs up a disk while it is in use: all of it once, and later only what was written since, which
 * a dirty bitmap remembers. The copy is in another process that is reached over NBD, as it would be
 * on another host.
 *
 * <p>Usage: {@code BackUpWithABitmap}; it starts the two QEMUs that it needs.
 */
public final class BackUpWithABitmap {

  private static final ByteSize SIZE = ByteSize.mebibytes(32);
  private static final Duration LIMIT = Duration.ofMinutes(1);

  private final Terminal terminal = new Terminal();
  private final Path folder;

  private BackUpWithABitmap(Path folder) {
    this.folder = folder;
  }

  /** Runs it; exit status 0 if the copy is the disk, byte by byte. */
  public static void main(String[] args) throws IOException, InterruptedException {
    Path folder = Files.createTempDirectory("kvmsdk-backup");
    try {
      new BackUpWithABitmap(folder).run();
    } finally {
      try (Stream<Path> files = Files.walk(folder)) {
        for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
          Files.deleteIfExists(file);
        }
      }
    }
  }

  private void run() throws IOException, InterruptedException {
    Path disk = image("disk.raw");
    Path copy = image("copy.raw");
    try (SmallQemu machine = SmallQemu.start(folder, "machine", 1);
        SmallQemu store = SmallQemu.start(folder, "store", 1);
        QmpClient client = QmpClient.connect(machine.monitor());
        QmpClient storeClient = QmpClient.connect(store.monitor())) {
      client.execute(raw("disk", disk));
      write(client, "write -P 0x11 0 8M");
      offer(storeClient, copy);
      reach(client);

      terminal.step("Backing up all of the disk");
      full(client);
      check(disk, copy);

      write(client, "write -P 0x22 1M 64k");
      write(client, "write -P 0x33 20M 128k");
      if (Files.mismatch(disk, copy) < 0) {
        throw new IllegalStateException("nothing was written");
      }
      terminal.step("Backing up what was written since");
      JobProgress progress = incremental(client);
      terminal.step(ByteSize.bytes(progress.done()) + " were copied of " + SIZE);
      if (progress.done() >= SIZE.bytes()) {
        throw new IllegalStateException("all was copied again");
      }
      check(disk, copy);
    }
    terminal.step("Done");
  }

  private Path image(String name) throws IOException {
    Path image = folder.resolve(name);
    try (RandomAccessFile file = new RandomAccessFile(image.toFile(), "rw")) {
      file.setLength(SIZE.bytes());
    }
    return image;
  }

  private static BlockdevAdd raw(String node, Path file) {
    return BlockdevAdd.of(
        BlockdevOptionsRaw.builder()
            .nodeName(node)
            .file(BlockdevRef.of(BlockdevOptionsFile.builder().filename(file.toString()).build()))
            .build());
  }

  private Path nbd() {
    return folder.resolve("nbd");
  }

  /** On the side of the copy: a file that can be written over NBD. */
  private void offer(QmpClient store, Path copy) {
    store.execute(raw("copy", copy));
    store.execute(
        NbdServerStart.builder()
            .addr(
                SocketAddressLegacyUnix.builder()
                    .data(UnixSocketAddress.builder().path(nbd().toString()).build())
                    .build())
            .build());
    store.execute(
        BlockExportAdd.of(
            BlockExportOptionsNbd.builder()
                .id("copy")
                .nodeName("copy")
                .name("backup")
                .writable(true)
                .build()));
  }

  /** On the side of the machine: that file as a target. */
  private void reach(QmpClient client) {
    client.execute(
        BlockdevAdd.of(
            BlockdevOptionsNbd.builder()
                .nodeName("backup")
                .server(SocketAddressUnix.builder().path(nbd().toString()).build())
                .export("backup")
                .build()));
  }

  private static void full(QmpClient client) {
    QmpTransaction transaction =
        QmpTransaction.of(
            BlockDirtyBitmapAdd.builder().node("disk").name("since").build(),
            BlockdevBackup.builder()
                .device("disk")
                .target("backup")
                .sync(MirrorSyncMode.FULL)
                .build());
    for (QmpJob job : client.jobs().startAll(transaction)) {
      job.await(LIMIT);
    }
  }

  private static JobProgress incremental(QmpClient client) {
    QmpJob job =
        client
            .jobs()
            .start(
                BlockdevBackup.builder()
                    .jobId("nightly")
                    .device("disk")
                    .target("backup")
                    .sync(MirrorSyncMode.INCREMENTAL)
                    .bitmap("since")
                    .build());
    return job.await(LIMIT);
  }

  /** Writes as the guest would. */
  private static void write(QmpClient client, String command) {
    String unused =
        client.execute(
            HumanMonitorCommand.builder().commandLine("qemu-io disk \"" + command + "\"").build());
  }

  private void check(Path disk, Path copy) throws IOException {
    long different = Files.mismatch(disk, copy);
    if (different >= 0) {
      throw new IllegalStateException("the copy is another from byte " + different + " on");
    }
    terminal.step("The copy is the disk, byte by byte");
  }
}
