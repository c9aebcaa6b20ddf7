package io.kvmsdk.qmp.direct;

import static io.kvmsdk.qmp.direct.LiveQemu.LONG;
import static io.kvmsdk.qmp.direct.LiveQemu.SIZE;
import static io.kvmsdk.qmp.direct.LiveQemu.raw;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.kvmsdk.qmp.QmpClient;
import io.kvmsdk.qmp.QmpJob;
import io.kvmsdk.qmp.command.BlockExportAdd;
import io.kvmsdk.qmp.command.BlockExportDel;
import io.kvmsdk.qmp.command.BlockSetWriteThreshold;
import io.kvmsdk.qmp.command.BlockdevAdd;
import io.kvmsdk.qmp.command.BlockdevBackup;
import io.kvmsdk.qmp.command.BlockdevDel;
import io.kvmsdk.qmp.command.BlockdevMirror;
import io.kvmsdk.qmp.command.HumanMonitorCommand;
import io.kvmsdk.qmp.command.JobFinalize;
import io.kvmsdk.qmp.command.NbdServerStart;
import io.kvmsdk.qmp.command.NbdServerStop;
import io.kvmsdk.qmp.command.NetdevAdd;
import io.kvmsdk.qmp.event.BlockExportDeletedEvent;
import io.kvmsdk.qmp.event.BlockImageCorruptedEvent;
import io.kvmsdk.qmp.event.BlockJobCancelledEvent;
import io.kvmsdk.qmp.event.BlockJobCompletedEvent;
import io.kvmsdk.qmp.event.BlockJobErrorEvent;
import io.kvmsdk.qmp.event.BlockJobPendingEvent;
import io.kvmsdk.qmp.event.BlockJobReadyEvent;
import io.kvmsdk.qmp.event.BlockWriteThresholdEvent;
import io.kvmsdk.qmp.event.JobStatusChangeEvent;
import io.kvmsdk.qmp.event.NetdevStreamConnectedEvent;
import io.kvmsdk.qmp.event.NetdevStreamDisconnectedEvent;
import io.kvmsdk.qmp.event.QuorumFailureEvent;
import io.kvmsdk.qmp.event.QuorumReportBadEvent;
import io.kvmsdk.qmp.type.BlkdebugEvent;
import io.kvmsdk.qmp.type.BlkdebugInjectErrorOptions;
import io.kvmsdk.qmp.type.BlockErrorAction;
import io.kvmsdk.qmp.type.BlockExportOptionsNbd;
import io.kvmsdk.qmp.type.BlockdevOnError;
import io.kvmsdk.qmp.type.BlockdevOptionsBlkdebug;
import io.kvmsdk.qmp.type.BlockdevOptionsQcow2;
import io.kvmsdk.qmp.type.BlockdevOptionsQuorum;
import io.kvmsdk.qmp.type.BlockdevRef;
import io.kvmsdk.qmp.type.JobStatus;
import io.kvmsdk.qmp.type.MirrorSyncMode;
import io.kvmsdk.qmp.type.NetdevStream;
import io.kvmsdk.qmp.type.SocketAddressLegacyUnix;
import io.kvmsdk.qmp.type.SocketAddressUnix;
import io.kvmsdk.qmp.type.UnixSocketAddress;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Events of block devices and networks, each provoked and told as its type. */
@Timeout(120)
class BlockEventsTest extends EventTrial {

  @ParameterizedTest
  @MethodSource(QEMUS)
  void whatBlockDevicesAndNetworksDo(Path binary) throws Exception {
    try (LiveQemu qemu = new LiveQemu(binary, temp);
        QmpClient client = qemu.connect(this::told)) {
      client.execute(raw("disk0", qemu.noise("disk0")));
      client.execute(raw("copy", qemu.zeroes("copy")));
      jobs(client, qemu);
      client.execute(BlockSetWriteThreshold.builder().nodeName("disk0").writeThreshold(1).build());
      io(client, "disk0", "write 0 64k");
      assertThat(next(BlockWriteThresholdEvent.class).nodeName()).isEqualTo("disk0");
      quorum(client, qemu);
      corruption(client, qemu);
      exports(client);
      streams(client);
    }
  }

  private static void io(QmpClient client, String node, String command) {
    String unused =
        client.execute(
            HumanMonitorCommand.builder()
                .commandLine("qemu-io " + node + " \"" + command + "\"")
                .build());
  }

  private void jobs(QmpClient client, LiveQemu qemu) throws Exception {
    BlockdevMirror.Builder mirror =
        BlockdevMirror.builder().device("disk0").target("copy").sync(MirrorSyncMode.FULL);
    QmpJob job = client.jobs().start(mirror.jobId("m").autoFinalize(false).build());
    assertThat(next(JobStatusChangeEvent.class).status()).isEqualTo(JobStatus.CREATED);
    assertThat(next(BlockJobReadyEvent.class).device()).isEqualTo("m");
    job.awaitReady(LONG);
    job.complete();
    assertThat(next(BlockJobPendingEvent.class).id()).isEqualTo("m");
    client.execute(JobFinalize.builder().id("m").build());
    assertThat(next(BlockJobCompletedEvent.class).len()).isEqualTo(SIZE);
    job.await(LONG);

    client.execute(raw("source", qemu.noise("source")));
    client.execute(
        BlockdevAdd.of(
            BlockdevOptionsBlkdebug.builder()
                .nodeName("failing")
                .image(LiveQemu.file(qemu.zeroes("failing")))
                .addInjectError(
                    BlkdebugInjectErrorOptions.builder().event(BlkdebugEvent.NONE).build())
                .build()));
    QmpJob stopping =
        client
            .jobs()
            .start(
                BlockdevBackup.builder()
                    .jobId("b")
                    .device("source")
                    .target("failing")
                    .sync(MirrorSyncMode.FULL)
                    .onTargetError(BlockdevOnError.STOP)
                    .build());
    BlockJobErrorEvent error = next(BlockJobErrorEvent.class);
    assertThat(error.action()).isEqualTo(BlockErrorAction.STOP);
    stopping.cancel();
    assertThat(next(BlockJobCancelledEvent.class).device()).isEqualTo("b");
    client.execute(BlockdevDel.builder().nodeName("failing").build());
  }

  private void quorum(QmpClient client, LiveQemu qemu) throws Exception {
    for (String child : new String[] {"q0", "q1", "q2"}) {
      client.execute(raw(child, child.equals("q2") ? qemu.noise(child) : qemu.zeroes(child)));
    }
    client.execute(
        BlockdevAdd.of(
            BlockdevOptionsQuorum.builder()
                .nodeName("quorum")
                .voteThreshold(2)
                .addChildren(BlockdevRef.of("q0"))
                .addChildren(BlockdevRef.of("q1"))
                .addChildren(BlockdevRef.of("q2"))
                .build()));
    io(client, "quorum", "read 0 64k");
    assertThat(next(QuorumReportBadEvent.class).nodeName()).isEqualTo("q2");
    Files.write(qemu.image("q1"), Files.readAllBytes(qemu.noise("other")));
    io(client, "quorum", "read 0 64k");
    assertThat(next(QuorumFailureEvent.class).reference()).isNotEmpty();
  }

  private void corruption(QmpClient client, LiveQemu qemu) throws Exception {
    qemu.qcow2(client, "corrupt", BlockdevOptionsQcow2.builder());
    io(client, "corrupt", "write 0 64k");
    client.execute(BlockdevDel.builder().nodeName("corrupt").build());
    client.execute(BlockdevDel.builder().nodeName("corrupt-file").build());
    byte[] image = Files.readAllBytes(qemu.image("corrupt"));
    long table = ByteBuffer.wrap(image).getLong(40);
    long l2 = ByteBuffer.wrap(image).getLong((int) table) & 0x00fffffffffffe00L;
    ByteBuffer.wrap(image).putLong((int) l2, 0x8000000000000200L); // data in the midst of a cluster
    Files.write(qemu.image("corrupt"), image);
    client.execute(
        BlockdevAdd.of(
            BlockdevOptionsQcow2.builder()
                .nodeName("corrupt")
                .file(LiveQemu.file(qemu.image("corrupt")))
                .build()));
    io(client, "corrupt", "read 0 4k");
    assertThat(next(BlockImageCorruptedEvent.class).nodeName()).contains("corrupt");
  }

  private void exports(QmpClient client) throws Exception {
    client.execute(
        NbdServerStart.builder()
            .addr(
                SocketAddressLegacyUnix.builder()
                    .data(UnixSocketAddress.builder().path(temp.resolve("nbd").toString()).build())
                    .build())
            .build());
    client.execute(
        BlockExportAdd.of(BlockExportOptionsNbd.builder().id("e").nodeName("disk0").build()));
    client.execute(BlockExportDel.builder().id("e").build());
    assertThat(next(BlockExportDeletedEvent.class).id()).isEqualTo("e");
    client.execute(NbdServerStop.INSTANCE);
  }

  private void streams(QmpClient client) throws Exception {
    Path path = temp.resolve("net");
    client.execute(
        NetdevAdd.of(
            NetdevStream.builder()
                .id("net0")
                .server(true)
                .addr(SocketAddressUnix.builder().path(path.toString()).build())
                .build()));
    // QEMU listens a moment after it has answered.
    try (SocketChannel peer =
        await()
            .ignoreExceptions()
            .until(() -> SocketChannel.open(UnixDomainSocketAddress.of(path)), Objects::nonNull)) {
      assertThat(next(NetdevStreamConnectedEvent.class).netdevId()).isEqualTo("net0");
    }
    assertThat(next(NetdevStreamDisconnectedEvent.class).netdevId()).isEqualTo("net0");
  }
}
