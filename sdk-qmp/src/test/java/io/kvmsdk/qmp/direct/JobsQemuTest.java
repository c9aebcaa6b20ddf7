package io.kvmsdk.qmp.direct;

import static io.kvmsdk.qmp.direct.LiveQemu.LONG;
import static io.kvmsdk.qmp.direct.LiveQemu.SIZE;
import static io.kvmsdk.qmp.direct.LiveQemu.raw;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.awaitility.Awaitility.await;

import io.kvmsdk.call.Deadline;
import io.kvmsdk.error.ConnectionLostException;
import io.kvmsdk.error.InvalidStateException;
import io.kvmsdk.error.JobFailedException;
import io.kvmsdk.error.TimedOutException;
import io.kvmsdk.job.JobState;
import io.kvmsdk.qmp.QmpClient;
import io.kvmsdk.qmp.QmpCommand;
import io.kvmsdk.qmp.QmpJob;
import io.kvmsdk.qmp.QmpTransaction;
import io.kvmsdk.qmp.command.BlockCommit;
import io.kvmsdk.qmp.command.BlockDirtyBitmapAdd;
import io.kvmsdk.qmp.command.BlockStream;
import io.kvmsdk.qmp.command.BlockdevAdd;
import io.kvmsdk.qmp.command.BlockdevBackup;
import io.kvmsdk.qmp.command.BlockdevDel;
import io.kvmsdk.qmp.command.BlockdevMirror;
import io.kvmsdk.qmp.command.BlockdevSnapshot;
import io.kvmsdk.qmp.command.SnapshotDelete;
import io.kvmsdk.qmp.command.SnapshotLoad;
import io.kvmsdk.qmp.command.SnapshotSave;
import io.kvmsdk.qmp.type.BlkdebugEvent;
import io.kvmsdk.qmp.type.BlkdebugInjectErrorOptions;
import io.kvmsdk.qmp.type.BlockdevOptionsBlkdebug;
import io.kvmsdk.qmp.type.BlockdevOptionsQcow2;
import io.kvmsdk.qmp.type.BlockdevRefOrNull;
import io.kvmsdk.qmp.type.MirrorSyncMode;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Jobs of QEMUs that run. */
@Timeout(120)
class JobsQemuTest {

  private static final String QEMUS = "io.kvmsdk.qmp.direct.RealQemu#all";

  @TempDir Path temp;

  private static BlockdevMirror.Builder mirror(String from, String to) {
    return BlockdevMirror.builder().device(from).target(to).sync(MirrorSyncMode.FULL);
  }

  private static BlockdevBackup.Builder backup(String from, String to) {
    return BlockdevBackup.builder().device(from).target(to).sync(MirrorSyncMode.FULL);
  }

  @ParameterizedTest
  @MethodSource(QEMUS)
  void aMirrorPivotsOrIsCancelled(Path binary) throws Exception {
    try (LiveQemu qemu = new LiveQemu(binary, temp);
        QmpClient client = qemu.connect()) {
      client.execute(raw("disk0", qemu.noise("disk0")));
      client.execute(raw("copy", qemu.zeroes("copy")));
      client.execute(LiveQemu.big("big0"));
      client.execute(LiveQemu.big("big1"));
      QmpJob slow = client.jobs().start(mirror("big0", "big1").speed(1).build());
      assertThatThrownBy(slow::complete).isInstanceOf(InvalidStateException.class);
      assertThatThrownBy(() -> slow.awaitReady(Deadline.after(Duration.ofMillis(50))))
          .isInstanceOf(TimedOutException.class);
      slow.cancel();
      JobFailedException e = catchThrowableOfType(JobFailedException.class, () -> slow.await(LONG));
      assertThat(e.wasCancelled()).isTrue();

      QmpJob ready = client.jobs().start(mirror("disk0", "copy").build());
      ready.awaitReady(LONG);
      assertThat(ready.progress().total()).isEqualTo(SIZE);
      ready.cancel();
      assertThatThrownBy(() -> ready.await(LONG)).isInstanceOf(JobFailedException.class);
      assertThat(ready.state()).isEqualTo(JobState.CANCELLED);

      QmpJob left = client.jobs().start(mirror("disk0", "copy").build());
      left.awaitReady(LONG);
      left.cancel(false);
      assertThat(left.await(LONG).done()).isEqualTo(SIZE);
      assertThat(qemu.image("copy")).hasSameBinaryContentAs(qemu.image("disk0"));

      QmpJob pivoting = client.jobs().start(mirror("disk0", "copy").jobId("pivot").build());
      pivoting.awaitReady(LONG);
      pivoting.complete();
      pivoting.await(LONG);
      assertThat(client.jobs().list()).isEmpty();
    }
  }

  @ParameterizedTest
  @MethodSource(QEMUS)
  void chainsGrowAndShrink(Path binary) throws Exception {
    try (LiveQemu qemu = new LiveQemu(binary, temp);
        QmpClient client = qemu.connect()) {
      client.execute(raw("base", qemu.noise("base")));
      for (String overlay : List.of("one", "two")) {
        qemu.qcow2(
            client, overlay, BlockdevOptionsQcow2.builder().backing(BlockdevRefOrNull.of("base")));
        if (overlay.equals("one")) {
          QmpJob commit = client.jobs().start(BlockCommit.builder().device(overlay).build());
          commit.awaitReady(LONG); // of the active layer
          commit.complete();
          commit.await(LONG);
          client.execute(BlockdevDel.builder().nodeName(overlay).build());
          client.execute(BlockdevDel.builder().nodeName("one-file").build());
        }
      }
      qemu.qcow2(client, "three", BlockdevOptionsQcow2.builder().backing(BlockdevRefOrNull.of("")));
      client.execute(BlockdevSnapshot.builder().node("two").overlay("three").build());
      QmpJob stream = client.jobs().start(BlockStream.builder().device("three").build());
      assertThat(stream.await(LONG).fraction()).isEqualTo(1);
      assertThatThrownBy(() -> stream.awaitReady(LONG)).isInstanceOf(InvalidStateException.class);
    }
  }

  @ParameterizedTest
  @MethodSource(QEMUS)
  void internalSnapshotsAreSavedLoadedAndDeleted(Path binary) throws Exception {
    try (LiveQemu qemu = new LiveQemu(binary, temp);
        QmpClient client = qemu.connect()) {
      qemu.qcow2(client, "disk0", BlockdevOptionsQcow2.builder());
      client
          .jobs()
          .start(
              SnapshotSave.builder()
                  .jobId("save")
                  .tag("s1")
                  .vmstate("disk0")
                  .addDevices("disk0")
                  .build())
          .await(LONG);
      client
          .jobs()
          .start(
              SnapshotLoad.builder()
                  .jobId("load")
                  .tag("s1")
                  .vmstate("disk0")
                  .addDevices("disk0")
                  .build())
          .await(LONG);
      client
          .jobs()
          .start(SnapshotDelete.builder().jobId("delete").tag("s1").addDevices("disk0").build())
          .await(LONG);
      QmpJob missing =
          client
              .jobs()
              .start(
                  SnapshotLoad.builder()
                      .jobId("load")
                      .tag("s1")
                      .vmstate("disk0")
                      .addDevices("disk0")
                      .build());
      JobFailedException e =
          catchThrowableOfType(JobFailedException.class, () -> missing.await(LONG));
      assertThat(e.reason()).contains("s1");
      assertThat(e.wasCancelled()).isFalse();
      assertThat(client.jobs().list()).isEmpty();
    }
  }

  @ParameterizedTest
  @MethodSource(QEMUS)
  void aTargetThatFails(Path binary) throws Exception {
    try (LiveQemu qemu = new LiveQemu(binary, temp);
        QmpClient client = qemu.connect()) {
      client.execute(raw("disk0", qemu.noise("disk0")));
      client.execute(
          BlockdevAdd.of(
              BlockdevOptionsBlkdebug.builder()
                  .nodeName("bad")
                  .image(LiveQemu.file(qemu.zeroes("bad")))
                  .addInjectError(
                      BlkdebugInjectErrorOptions.builder()
                          .event(BlkdebugEvent.NONE)
                          .errno(28)
                          .sector(1000)
                          .build())
                  .build()));
      for (QmpCommand<?> command :
          List.of(backup("disk0", "bad").build(), mirror("disk0", "bad").build())) {
        QmpJob job = client.jobs().start(command);
        JobFailedException e =
            catchThrowableOfType(JobFailedException.class, () -> job.await(LONG));
        assertThat(e.reason()).isEqualTo("No space left on device");
        assertThat(job.state()).isEqualTo(JobState.FAILED);
      }
      assertThat(client.jobs().list()).isEmpty();
    }
  }

  @ParameterizedTest
  @MethodSource(QEMUS)
  void isFoundAgainByItsId(Path binary) throws Exception {
    try (LiveQemu qemu = new LiveQemu(binary, temp)) {
      String ended;
      try (QmpClient client = qemu.connect()) {
        client.execute(raw("disk0", qemu.noise("disk0")));
        client.execute(raw("disk1", qemu.noise("disk1")));
        client.execute(raw("copy0", qemu.zeroes("copy0")));
        client.execute(raw("copy1", qemu.zeroes("copy1")));
        QmpJob mirror = client.jobs().start(mirror("disk0", "copy0").jobId("mirror").build());
        QmpJob backup = client.jobs().start(backup("disk1", "copy1").autoFinalize(false).build());
        ended = backup.id();
        mirror.awaitReady(LONG);
        assertThat(client.jobs().list()).containsExactlyInAnyOrder(mirror, backup);
      }
      try (QmpClient client = qemu.connect()) {
        QmpJob mirror = client.jobs().find("mirror").orElseThrow();
        assertThat(mirror.state()).isEqualTo(JobState.READY);
        assertThat(mirror.type()).contains("mirror");
        mirror.awaitReady(LONG);
        mirror.complete();
        mirror.await(LONG);
        mirror.dismiss();
        QmpJob backup = client.jobs().find(ended).orElseThrow();
        await().untilAsserted(() -> assertThat(backup.state()).isEqualTo(JobState.PENDING));
        backup.finalizeJob();
        backup.await(LONG);
        assertThat(client.jobs().find(ended)).isPresent();
      }
      // It ended before this client came, and QEMU has kept it.
      try (QmpClient client = qemu.connect()) {
        QmpJob backup = client.jobs().find(ended).orElseThrow();
        assertThat(backup.await(LONG).done()).isEqualTo(SIZE);
        backup.dismiss();
        assertThat(client.jobs().list()).isEmpty();
      }
    }
  }

  @ParameterizedTest
  @MethodSource(QEMUS)
  void jobsOfATransactionEndTogether(Path binary) throws Exception {
    try (LiveQemu qemu = new LiveQemu(binary, temp);
        QmpClient client = qemu.connect()) {
      for (int i = 0; i < 2; i++) {
        client.execute(raw("disk" + i, qemu.noise("disk" + i)));
        client.execute(raw("copy" + i, qemu.zeroes("copy" + i)));
      }
      client.execute(LiveQemu.big("big0"));
      client.execute(LiveQemu.big("big1"));
      QmpTransaction backups =
          QmpTransaction.of(
              backup("disk0", "copy0").build(), backup("big0", "big1").speed(1).build());
      List<QmpJob> jobs = client.jobs().startAll(backups.grouped());
      assertThat(jobs).hasSize(2);
      jobs.get(1).cancel();
      for (QmpJob job : jobs) {
        assertThatThrownBy(() -> job.await(LONG)).isInstanceOf(JobFailedException.class);
        assertThat(job.state()).isEqualTo(JobState.CANCELLED);
      }
      QmpTransaction bitmapAndBackup =
          QmpTransaction.of(
              BlockDirtyBitmapAdd.builder().node("disk0").name("b0").build(),
              backup("disk0", "copy0").build());
      assertThatThrownBy(() -> client.jobs().startAll(bitmapAndBackup.grouped()))
          .hasMessageContaining("block-dirty-bitmap-add");
      client.jobs().startAll(bitmapAndBackup).get(0).await(LONG);
      assertThatThrownBy(() -> client.jobs().startAll(bitmapAndBackup)).hasMessageContaining("b0");
      List<QmpJob> again =
          client
              .jobs()
              .startAll(
                  QmpTransaction.of(
                          backup("disk0", "copy0").build(), backup("disk1", "copy1").build())
                      .grouped());
      for (QmpJob job : again) {
        assertThat(job.await(LONG).done()).isEqualTo(SIZE);
      }
      assertThat(qemu.image("copy0")).hasSameBinaryContentAs(qemu.image("disk0"));
      assertThat(qemu.image("copy1")).hasSameBinaryContentAs(qemu.image("disk1"));
    }
  }

  @ParameterizedTest
  @MethodSource(QEMUS)
  void qemuDies(Path binary) throws Exception {
    try (LiveQemu qemu = new LiveQemu(binary, temp);
        QmpClient client = qemu.connect()) {
      client.execute(raw("disk0", qemu.noise("disk0")));
      client.execute(raw("copy", qemu.zeroes("copy")));
      QmpJob job = client.jobs().start(mirror("disk0", "copy").build());
      job.awaitReady(LONG);
      qemu.kill();
      assertThatThrownBy(() -> job.await(LONG)).isInstanceOf(ConnectionLostException.class);
      assertThat(job.state()).isEqualTo(JobState.LOST);
    }
  }
}
