package io.kvmsdk.qmp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.kvmsdk.error.AlreadyExistsException;
import io.kvmsdk.error.CancelledException;
import io.kvmsdk.error.InvalidStateException;
import io.kvmsdk.error.JobFailedException;
import io.kvmsdk.error.OperationFailedException;
import io.kvmsdk.error.Outcome;
import io.kvmsdk.error.TimedOutException;
import io.kvmsdk.job.JobProgress;
import io.kvmsdk.job.JobState;
import io.kvmsdk.qmp.command.BlockdevMirror;
import io.kvmsdk.qmp.type.MirrorSyncMode;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

/** Jobs whose states a test decides. */
class QmpJobsTest extends QmpSocketTest {

  static final Duration LONG = Duration.ofSeconds(30);

  static final QmpCommand<QmpObject> MIRROR =
      BlockdevMirror.builder()
          .jobId("m")
          .device("disk0")
          .target("copy")
          .sync(MirrorSyncMode.FULL)
          .build();

  private static void is(QmpJob job, JobState state) {
    await().untilAsserted(() -> assertThat(job.state()).isEqualTo(state));
  }

  @Test
  void everyStateIsTold() throws Exception {
    try (ScriptedJobs qemu = new ScriptedJobs(folder);
        QmpClient client = qemu.connect(QmpOptions.DEFAULT)) {
      QmpJob job = client.jobs().start(MIRROR);
      assertThat(qemu.sent("blockdev-mirror").toString())
          .contains("\"job-id\":\"m\"", "\"auto-dismiss\":false")
          .doesNotContain("auto-finalize");
      assertThat(job.id()).isEqualTo("m");
      assertThat(job.state()).isEqualTo(JobState.CREATED);
      for (JobState state :
          List.of(
              JobState.RUNNING,
              JobState.PAUSED,
              JobState.RUNNING,
              JobState.READY,
              JobState.STANDBY,
              new JobState("newer"),
              JobState.WAITING,
              JobState.PENDING)) {
        qemu.has("m", state.value()).tell("m");
        is(job, state);
      }
      job.awaitReady(LONG);
      assertThat(job.type()).isEmpty();
      assertThat(job.progress()).isEqualTo(new JobProgress(7, 10));
      assertThat(job.type()).contains("mirror");
      qemu.has("m", "concluded").tell("m");
      assertThat(job.await(LONG)).isEqualTo(new JobProgress(7, 10));
      assertThat(job.state()).isEqualTo(JobState.COMPLETED);
      assertThat(qemu.sent("job-dismiss").path("id").asText()).isEqualTo("m");
      // What comes late changes nothing, and another job may have the id now.
      qemu.tell("m");
      QmpJob second = client.jobs().start(MIRROR);
      qemu.has("m", "running").tell("m");
      is(second, JobState.RUNNING);
      assertThat(job.state()).isEqualTo(JobState.COMPLETED);
    }
  }

  @Test
  void isCancelledInAnyState() throws Exception {
    try (ScriptedJobs qemu = new ScriptedJobs(folder);
        QmpClient client = qemu.connect(QmpOptions.DEFAULT)) {
      for (String state :
          List.of("created", "running", "paused", "ready", "standby", "waiting", "pending")) {
        QmpJob job = client.jobs().start(MIRROR);
        qemu.has("m", state).tell("m");
        is(job, new JobState(state));
        job.cancel();
        assertThat(qemu.sent("job-cancel").path("id").asText()).isEqualTo("m");
        qemu.has("m", "aborting").tell("m");
        is(job, JobState.ABORTING);
        qemu.failed("m", "Operation canceled").tell("m");
        JobFailedException e =
            catchThrowableOfType(JobFailedException.class, () -> job.await(LONG));
        assertThat(e.wasCancelled()).as(state).isTrue();
        assertThat(e.outcome()).isEqualTo(Outcome.UNKNOWN);
        assertThat(job.state()).isEqualTo(JobState.CANCELLED);
        job.cancel();
        job.cancel(false);
        assertThat(qemu.wasSent("job-cancel", "block-job-cancel")).as(state).isFalse();
      }
    }
  }

  @Test
  void cancellingWhatHasJustEndedIsNoError() throws Exception {
    try (ScriptedJobs qemu = new ScriptedJobs(folder);
        QmpClient client = qemu.connect(QmpOptions.DEFAULT)) {
      QmpJob job = client.jobs().start(MIRROR);
      qemu.has("m", "concluded").refuse("job-cancel", "GenericError", "is concluded");
      job.cancel();
      qemu.tell("m");
      job.await(LONG);

      QmpJob other = client.jobs().start(MIRROR);
      qemu.has("m", "running").refuse("block-job-cancel", "GenericError", "not now");
      assertThatThrownBy(() -> other.cancel(false)).hasMessageContaining("not now");
    }
  }

  @Test
  void isCompletedOnlyWhenItIsReadyAndFinalizedOnlyWhenItIsPending() throws Exception {
    try (ScriptedJobs qemu = new ScriptedJobs(folder);
        QmpClient client = qemu.connect(QmpOptions.DEFAULT)) {
      QmpJob job = client.jobs().start(MIRROR);
      qemu.has("m", "running").tell("m");
      InvalidStateException e = catchThrowableOfType(InvalidStateException.class, job::complete);
      assertThat(e.expected()).isEqualTo("ready");
      assertThat(e.actual()).isEqualTo("running");
      assertThat(e.outcome()).isEqualTo(Outcome.NOT_APPLIED);
      assertThat(qemu.wasSent("job-complete")).isFalse();
      qemu.tell("m").tell("m").has("m", "ready"); // what is on the way is old
      job.complete();
      assertThat(qemu.sent("job-complete").path("id").asText()).isEqualTo("m");
      assertThatThrownBy(job::finalizeJob).isInstanceOf(InvalidStateException.class);
      qemu.has("m", "pending").tell("m");
      is(job, JobState.PENDING);
      job.finalizeJob();
      assertThat(qemu.sent("job-finalize").path("id").asText()).isEqualTo("m");
      job.pause();
      job.resume();
      assertThat(qemu.sent("job-resume").path("id").asText()).isEqualTo("m");
      qemu.has("m", "concluded").tell("m");
      job.await(LONG);
      assertThatThrownBy(job::complete)
          .isInstanceOf(InvalidStateException.class)
          .hasMessageContaining("completed");
    }
  }

  @Test
  void tellsTheErrorThatQemuKept() throws Exception {
    try (ScriptedJobs qemu = new ScriptedJobs(folder);
        QmpClient client = qemu.connect(QmpOptions.DEFAULT)) {
      QmpJob job = client.jobs().start(MIRROR);
      qemu.failed("m", "No space left on device").tell("m");
      JobFailedException e = catchThrowableOfType(JobFailedException.class, () -> job.await(LONG));
      assertThat(e.reason()).isEqualTo("No space left on device");
      assertThat(e.wasCancelled()).isFalse();
      assertThat(e.object()).isEqualTo("job m");
      assertThat(e)
          .hasMessage(
              "job.await of job m: failed: No space left on device; the change may have been made");
      assertThatThrownBy(() -> job.awaitReady(LONG)).isInstanceOf(JobFailedException.class);
      assertThat(qemu.sent("job-dismiss").path("id").asText()).isEqualTo("m");
    }
  }

  @Test
  void whatIsNeverReadyIsNotWaitedForForEver() throws Exception {
    try (ScriptedJobs qemu = new ScriptedJobs(folder);
        QmpClient client = qemu.connect(QmpOptions.DEFAULT)) {
      QmpJob job = client.jobs().start(MIRROR);
      qemu.has("m", "concluded").tell("m");
      InvalidStateException e =
          catchThrowableOfType(InvalidStateException.class, () -> job.awaitReady(LONG));
      assertThat(e.actual()).isEqualTo("completed");
    }
  }

  @Test
  void waitingEndsWithTheDeadlineOrAnInterruptAndTheJobGoesOn() throws Exception {
    try (ScriptedJobs qemu = new ScriptedJobs(folder);
        QmpClient client = qemu.connect(QmpOptions.DEFAULT)) {
      QmpJob job = client.jobs().start(MIRROR);
      qemu.has("m", "running").tell("m");
      is(job, JobState.RUNNING);
      assertThatThrownBy(() -> job.await(soon()))
          .isInstanceOf(TimedOutException.class)
          .hasMessageContaining("is running after PT0.2S, and goes on");
      Thread.currentThread().interrupt();
      assertThatThrownBy(() -> job.await(LONG)).isInstanceOf(CancelledException.class);
      assertThat(Thread.interrupted()).isTrue();
      assertThat(job.state()).isEqualTo(JobState.RUNNING);
    }
  }

  @Test
  void whatQemuRefusesIsNoJob() throws Exception {
    try (ScriptedJobs qemu = new ScriptedJobs(folder);
        QmpClient client = qemu.connect(QmpOptions.DEFAULT)) {
      qemu.refuse("blockdev-mirror", "GenericError", "Cannot find device='disk0'");
      assertThatThrownBy(() -> client.jobs().start(MIRROR))
          .isInstanceOf(OperationFailedException.class)
          .hasMessageContaining("Cannot find device");
      QmpJob job = client.jobs().start(MIRROR);
      AlreadyExistsException e =
          catchThrowableOfType(AlreadyExistsException.class, () -> client.jobs().start(MIRROR));
      assertThat(e.outcome()).isEqualTo(Outcome.NOT_APPLIED);
      assertThat(job.state()).isEqualTo(JobState.CREATED);
      assertThatThrownBy(() -> client.jobs().start(QmpCommand.of("migrate")))
          .isInstanceOf(IllegalArgumentException.class);
      assertThat(qemu.wasSent("migrate")).isFalse();
    }
  }

  @Test
  void isGivenAnIdAndKeepsWhatTheCommandSays() throws Exception {
    try (ScriptedJobs qemu = new ScriptedJobs(folder);
        QmpClient client = qemu.connect(QmpOptions.DEFAULT)) {
      JsonNode create = Json.MAPPER.createObjectNode().put("options", "none");
      QmpJob job = client.jobs().start(QmpCommand.of("blockdev-create", create));
      JsonNode sent = qemu.sent("blockdev-create");
      assertThat(job.id()).matches("job-[0-9a-f-]{36}");
      assertThat(sent.path("job-id").asText()).isEqualTo(job.id());
      assertThat(sent.path("options").asText()).isEqualTo("none");
      assertThat(sent.has("auto-dismiss")).isFalse(); // it has none, and is kept by QEMU
      qemu.has(job.id(), "concluded").tell(job.id());
      job.await(LONG);
      assertThat(qemu.sent("job-dismiss").path("id").asText()).isEqualTo(job.id());
    }
  }

  @Test
  void listsAndFindsWhatOthersStartedAndLeavesItToThem() throws Exception {
    try (ScriptedJobs qemu = new ScriptedJobs(folder);
        QmpClient client = qemu.connect(QmpOptions.DEFAULT)) {
      qemu.has("a", "ready").failed("b", "Input/output error");
      assertThat(client.jobs().find("c")).isEmpty();
      assertThat(client.jobs().list()).extracting(QmpJob::id).containsExactly("a", "b");
      QmpJob a = client.jobs().find("a").orElseThrow();
      assertThat(a.state()).isEqualTo(JobState.READY);
      a.awaitReady(LONG);
      QmpJob b = client.jobs().find("b").orElseThrow();
      assertThatThrownBy(() -> b.await(LONG)).hasMessageContaining("Input/output error");
      qemu.has("a", "concluded").tell("a");
      a.await(LONG);
      assertThat(qemu.wasSent("job-dismiss")).isFalse();
      a.dismiss();
      assertThat(qemu.sent("job-dismiss").path("id").asText()).isEqualTo("a");
      assertThat(client.jobs().find("a")).isEmpty();
    }
  }

  @Test
  void twoJobsAndASlowListener() throws Exception {
    CountDownLatch release = new CountDownLatch(1);
    try (ScriptedJobs qemu = new ScriptedJobs(folder);
        QmpClient client = qemu.connect(QmpOptions.DEFAULT.withEventQueue(4));
        QmpSubscription unused =
            client.subscribe(event -> {
              try {
                release.await();
              } catch (InterruptedException e) {
                throw new AssertionError(e);
              }
            })) {
      QmpJob mirror = client.jobs().start(MIRROR);
      QmpJob backup =
          client
              .jobs()
              .start(
                  QmpCommand.of(
                      "blockdev-backup", Json.MAPPER.createObjectNode().put("job-id", "b")));
      for (int i = 0; i < 30; i++) {
        qemu.has("m", i % 2 == 0 ? "running" : "ready").tell("m");
        qemu.has("b", i % 2 == 0 ? "paused" : "running").tell("b");
      }
      is(mirror, JobState.READY);
      is(backup, JobState.RUNNING);
      qemu.failed("b", "bad").tell("b").has("m", "concluded").tell("m");
      mirror.await(LONG);
      assertThatThrownBy(() -> backup.await(LONG)).hasMessageContaining("bad");
      release.countDown();
    }
  }

  @Test
  void aTransactionStartsItsJobs() throws Exception {
    QmpTransaction transaction =
        QmpTransaction.of(
                QmpCommand.of("block-dirty-bitmap-add"),
                QmpCommand.of("blockdev-backup", Json.MAPPER.createObjectNode().put("job-id", "x")),
                QmpCommand.of("drive-backup"))
            .grouped();
    try (ScriptedJobs qemu = new ScriptedJobs(folder);
        QmpClient client = qemu.connect(QmpOptions.DEFAULT)) {
      List<QmpJob> jobs = client.jobs().startAll(transaction);
      assertThat(jobs).hasSize(2);
      assertThat(jobs.get(0).id()).isEqualTo("x");
      assertThat(qemu.sent("transaction"))
          .isEqualTo(
              Json.MAPPER.readTree(
                  """
                  {"actions": [
                    {"type": "block-dirty-bitmap-add", "data": {}},
                    {"type": "blockdev-backup", "data": {"job-id": "x", "auto-dismiss": false}},
                    {"type": "drive-backup", "data": {"job-id": "%s", "auto-dismiss": false}}],
                    "properties": {"completion-mode": "grouped"}}\
                  """
                      .formatted(jobs.get(1).id())));
      assertThatThrownBy(() -> client.jobs().startAll(transaction))
          .isInstanceOf(AlreadyExistsException.class);
      qemu.has("x", "concluded").tell("x");
      jobs.get(0).await(LONG);
      qemu.refuse("transaction", "GenericError", "Bitmap already exists: b0");
      assertThatThrownBy(() -> client.jobs().startAll(transaction))
          .hasMessageContaining("Bitmap already exists: b0");
      assertThat(client.jobs().startAll(transaction)).hasSize(2);
      assertThatThrownBy(() -> client.jobs().startAll(MIRROR))
          .isInstanceOf(IllegalArgumentException.class);
    }
    assertThatThrownBy(() -> QmpTransaction.of(MIRROR)).hasMessageContaining("blockdev-mirror");
    assertThat(transaction)
        .hasToString("transaction[block-dirty-bitmap-add, blockdev-backup, drive-backup]");
  }
}
