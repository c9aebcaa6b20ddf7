package io.kvmsdk.qmp.direct;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kvmsdk.error.HypervisorException;
import io.kvmsdk.qmp.QmpClient;
import io.kvmsdk.qmp.QmpEndpoint;
import io.kvmsdk.qmp.QmpEvent;
import io.kvmsdk.qmp.QmpListener;
import io.kvmsdk.qmp.QmpOptions;
import io.kvmsdk.qmp.QmpSchema;
import io.kvmsdk.qmp.command.BlockCommit;
import io.kvmsdk.qmp.command.BlockResize;
import io.kvmsdk.qmp.command.BlockdevAdd;
import io.kvmsdk.qmp.command.BlockdevMirror;
import io.kvmsdk.qmp.command.Cont;
import io.kvmsdk.qmp.command.JobComplete;
import io.kvmsdk.qmp.command.NetdevAdd;
import io.kvmsdk.qmp.command.QomListProperties;
import io.kvmsdk.qmp.command.QueryNamedBlockNodes;
import io.kvmsdk.qmp.command.QueryStatus;
import io.kvmsdk.qmp.event.BlockJobCompletedEvent;
import io.kvmsdk.qmp.event.BlockJobReadyEvent;
import io.kvmsdk.qmp.event.ResumeEvent;
import io.kvmsdk.qmp.type.BlockDeviceInfo;
import io.kvmsdk.qmp.type.BlockdevDriver;
import io.kvmsdk.qmp.type.BlockdevOptionsFile;
import io.kvmsdk.qmp.type.BlockdevOptionsRaw;
import io.kvmsdk.qmp.type.BlockdevRef;
import io.kvmsdk.qmp.type.JobType;
import io.kvmsdk.qmp.type.MirrorSyncMode;
import io.kvmsdk.qmp.type.NetdevHubport;
import io.kvmsdk.qmp.type.ObjectPropertyInfo;
import io.kvmsdk.qmp.type.RunState;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Typed commands and events with QEMUs that run. */
class TypedCommandsTest {

  private static final String QEMUS = "io.kvmsdk.qmp.direct.RealQemu#all";

  @TempDir Path temp;
  private MachineFolder folder;

  @BeforeEach
  void folder() throws Exception {
    folder = new MachineFolder(temp.toRealPath(), UUID.randomUUID());
  }

  @AfterEach
  void end() throws InterruptedException {
    RealQemu.end(folder);
  }

  private QmpClient start(Path qemu, QmpListener listener) {
    RealQemu.start(qemu, folder, RealQemu.arguments(folder));
    return QmpClient.connect(
        QmpEndpoint.unix(folder.path(MachineFile.QMP_SOCKET)), QmpOptions.DEFAULT, listener);
  }

  private Path image(String name) throws Exception {
    return Files.write(temp.resolve(name), new byte[1 << 20]);
  }

  private static BlockdevAdd raw(String node, Path file) {
    return BlockdevAdd.of(
        BlockdevOptionsRaw.builder()
            .nodeName(node)
            .file(BlockdevRef.of(BlockdevOptionsFile.builder().filename(file.toString()).build()))
            .build());
  }

  @ParameterizedTest
  @MethodSource(QEMUS)
  void aDiskIsResizedAndMirrored(Path qemu) throws Exception {
    CompletableFuture<BlockJobReadyEvent> ready = new CompletableFuture<>();
    CompletableFuture<BlockJobCompletedEvent> completed = new CompletableFuture<>();
    QmpListener listener =
        event -> {
          if (event instanceof BlockJobReadyEvent e) {
            ready.complete(e);
          } else if (event instanceof BlockJobCompletedEvent e) {
            completed.complete(e);
          }
        };
    try (QmpClient client = start(qemu, listener)) {
      client.execute(raw("disk0", image("disk0")));
      client.execute(raw("copy", image("copy")));
      client.execute(BlockResize.builder().nodeName("disk0").size(1 << 20).build());
      BlockDeviceInfo node =
          client.execute(QueryNamedBlockNodes.builder().flat(true).build()).stream()
              .filter(n -> n.nodeName().orElse("").equals("disk0"))
              .findAny()
              .orElseThrow();
      assertThat(node.image().virtualSize()).isEqualTo(1 << 20);
      assertThat(node.drv()).isEqualTo("raw");

      client.execute(
          BlockdevMirror.builder()
              .jobId("mirror")
              .device("disk0")
              .target("copy")
              .sync(MirrorSyncMode.FULL)
              .build());
      assertThat(ready.get(30, SECONDS).device()).isEqualTo("mirror");
      assertThat(ready.get().type()).isEqualTo(JobType.MIRROR);
      client.execute(JobComplete.builder().id("mirror").build());
      assertThat(completed.get(30, SECONDS).error()).isEmpty();
      assertThat(completed.get().len()).isEqualTo(1 << 20);
    }
  }

  @ParameterizedTest
  @MethodSource(QEMUS)
  void theMachineIsAskedAndTold(Path qemu) throws Exception {
    CompletableFuture<QmpEvent> resumed = new CompletableFuture<>();
    QmpListener listener =
        event -> {
          if (event instanceof ResumeEvent) {
            resumed.complete(event);
          }
        };
    try (QmpClient client = start(qemu, listener)) {
      assertThat(client.execute(QueryStatus.INSTANCE).status()).isEqualTo(RunState.PRELAUNCH);
      client.execute(Cont.INSTANCE);
      resumed.get(30, SECONDS);
      assertThat(client.execute(QueryStatus.INSTANCE).running()).isTrue();
      assertThat(client.execute(QomListProperties.builder().typename("virtio-blk-pci").build()))
          .extracting(ObjectPropertyInfo::name)
          .contains("drive");
      NetdevAdd hub = NetdevAdd.of(NetdevHubport.builder().id("hub0").hubid(0).build());
      client.execute(hub);
      assertThatThrownBy(() -> client.execute(hub)).isInstanceOf(HypervisorException.class);
    }
  }

  @ParameterizedTest
  @MethodSource(QEMUS)
  void theSchemaTakesTypes(Path qemu) {
    try (QmpClient client = start(qemu, event -> {})) {
      QmpSchema schema = client.schema();
      assertThat(schema.supports(BlockdevMirror.class)).isTrue();
      assertThat(schema.supports(BlockdevMirror.class, "target-is-zero")).isFalse();
      assertThat(schema.supports(BlockdevMirror.class, "sync", MirrorSyncMode.FULL)).isTrue();
      assertThat(schema.supports(BlockdevAdd.class, "driver", BlockdevDriver.QCOW2)).isTrue();
      assertThat(schema.supports(BlockdevAdd.class, "driver", new BlockdevDriver("newer")))
          .isFalse();
      assertThat(schema.emits(BlockJobReadyEvent.class)).isTrue();
      assertThat(schema.features(BlockCommit.class, "top")).contains("deprecated");
    }
  }
}
