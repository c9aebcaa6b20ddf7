package io.kvmsdk.qmp.direct;

import io.kvmsdk.call.Deadline;
import io.kvmsdk.qmp.QmpClient;
import io.kvmsdk.qmp.QmpEndpoint;
import io.kvmsdk.qmp.QmpListener;
import io.kvmsdk.qmp.QmpOptions;
import io.kvmsdk.qmp.command.BlockdevAdd;
import io.kvmsdk.qmp.command.BlockdevCreate;
import io.kvmsdk.qmp.type.BlockdevCreateOptionsQcow2;
import io.kvmsdk.qmp.type.BlockdevOptionsFile;
import io.kvmsdk.qmp.type.BlockdevOptionsNullCo;
import io.kvmsdk.qmp.type.BlockdevOptionsQcow2;
import io.kvmsdk.qmp.type.BlockdevOptionsRaw;
import io.kvmsdk.qmp.type.BlockdevRef;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;

/** A QEMU that runs for one test, and the images that it has. */
final class LiveQemu implements AutoCloseable {

  static final Duration LONG = Duration.ofSeconds(30);
  static final long SIZE = 1 << 20;

  private final Path images;
  private final MachineFolder folder;
  private final QemuProcess process;

  LiveQemu(Path qemu, Path temp, String... more) throws IOException {
    images = temp;
    folder = new MachineFolder(temp.toRealPath(), UUID.randomUUID());
    List<String> arguments = new ArrayList<>(RealQemu.arguments(folder));
    arguments.addAll(List.of(more));
    process = RealQemu.start(qemu, folder, arguments);
  }

  QmpEndpoint address() {
    return QmpEndpoint.unix(folder.path(MachineFile.QMP_SOCKET));
  }

  QmpClient connect() {
    return QmpClient.connect(address(), QmpOptions.DEFAULT);
  }

  QmpClient connect(QmpListener listener) {
    return QmpClient.connect(address(), QmpOptions.DEFAULT, listener);
  }

  void kill() throws InterruptedException {
    process.kill(Deadline.after(LONG));
  }

  Path image(String name) {
    return images.resolve(name);
  }

  /** An image of zeroes. */
  Path zeroes(String name) throws IOException {
    return Files.write(image(name), new byte[(int) SIZE]);
  }

  /** An image of what no other has. */
  Path noise(String name) throws IOException {
    byte[] bytes = new byte[(int) SIZE];
    new Random(name.hashCode()).nextBytes(bytes);
    return Files.write(image(name), bytes);
  }

  static BlockdevRef file(Path file) {
    return BlockdevRef.of(BlockdevOptionsFile.builder().filename(file.toString()).build());
  }

  static BlockdevAdd raw(String node, Path file) {
    return BlockdevAdd.of(BlockdevOptionsRaw.builder().nodeName(node).file(file(file)).build());
  }

  /** A gibibyte of nothing: a job on it that is slowed down does not end by itself. */
  static BlockdevAdd big(String node) {
    return BlockdevAdd.of(BlockdevOptionsNullCo.builder().nodeName(node).size(1 << 30).build());
  }

  /** Makes a qcow2 image, and opens it with {@code options}. */
  void qcow2(QmpClient client, String node, BlockdevOptionsQcow2.Builder options)
      throws IOException {
    Files.createFile(image(node));
    client.execute(
        BlockdevAdd.of(
            BlockdevOptionsFile.builder()
                .nodeName(node + "-file")
                .filename(image(node).toString())
                .build()));
    client
        .jobs()
        .start(
            BlockdevCreate.builder()
                .jobId("create-" + node)
                .options(
                    BlockdevCreateOptionsQcow2.builder()
                        .file(BlockdevRef.of(node + "-file"))
                        .size(SIZE)
                        .build())
                .build())
        .await(LONG);
    client.execute(
        BlockdevAdd.of(options.nodeName(node).file(BlockdevRef.of(node + "-file")).build()));
  }

  @Override
  public void close() throws InterruptedException {
    RealQemu.end(folder);
  }
}
