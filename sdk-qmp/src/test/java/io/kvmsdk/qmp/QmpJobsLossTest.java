package io.kvmsdk.qmp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.kvmsdk.error.ConnectionLostException;
import io.kvmsdk.error.HypervisorException;
import io.kvmsdk.error.JobFailedException;
import io.kvmsdk.error.Outcome;
import io.kvmsdk.job.JobState;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

/** Jobs whose events are missed: they are asked for again, and nothing is guessed. */
class QmpJobsLossTest extends QmpSocketTest {

  private static final Duration LONG = QmpJobsTest.LONG;
  private static final QmpOptions AGAIN =
      QmpOptions.DEFAULT.withReconnect(new Reconnect(Duration.ofMillis(1), Duration.ofMillis(5)));

  private static QmpCommand<QmpObject> forgetful() {
    ObjectNode arguments = (ObjectNode) QmpJobsTest.MIRROR.arguments();
    arguments.put("auto-dismiss", true);
    return io.kvmsdk.qmp.command.BlockdevMirror.of(arguments);
  }

  private static void is(QmpJob job, JobState state) {
    await().untilAsserted(() -> assertThat(job.state()).isEqualTo(state));
  }

  @Test
  void isAskedForAfterAReconnectAndGoesOn() throws Exception {
    try (ScriptedJobs qemu = new ScriptedJobs(folder);
        QmpClient client = qemu.connect(AGAIN)) {
      QmpJob job = client.jobs().start(QmpJobsTest.MIRROR);
      qemu.has("m", "running").tell("m");
      is(job, JobState.RUNNING);
      qemu.drop();
      qemu.has("m", "ready");
      qemu.next();
      job.awaitReady(LONG);
      assertThat(client.jobs().find("m")).containsSame(job);
      job.complete();
      qemu.has("m", "concluded").tell("m");
      job.await(LONG);
      assertThat(qemu.sent("job-dismiss").path("id").asText()).isEqualTo("m");
    }
  }

  @Test
  void endsWhileThereIsNoConnectionAndItsErrorIsKept() throws Exception {
    try (ScriptedJobs qemu = new ScriptedJobs(folder);
        QmpClient client = qemu.connect(AGAIN)) {
      QmpJob job = client.jobs().start(QmpJobsTest.MIRROR);
      qemu.failed("m", "Input/output error");
      qemu.drop();
      qemu.next();
      JobFailedException e = catchThrowableOfType(JobFailedException.class, () -> job.await(LONG));
      assertThat(e.reason()).isEqualTo("Input/output error");
      assertThat(qemu.sent("job-dismiss").path("id").asText()).isEqualTo("m");
    }
  }

  @Test
  void endsWhileThereIsNoConnectionAndNobodyKeptIt() throws Exception {
    try (ScriptedJobs qemu = new ScriptedJobs(folder);
        QmpClient client = qemu.connect(AGAIN)) {
      qemu.has("m", "running");
      QmpJob job = client.jobs().start(forgetful());
      qemu.forget("m").drop();
      qemu.next();
      ConnectionLostException e =
          catchThrowableOfType(ConnectionLostException.class, () -> job.await(LONG));
      assertThat(e.outcome()).isEqualTo(Outcome.UNKNOWN);
      assertThat(e).hasMessageContaining("how it ended is not known");
      assertThat(job.state()).isEqualTo(JobState.LOST);
      assertThat(client.jobs().find("m")).isEmpty();
      assertThat(qemu.wasSent("job-dismiss")).isFalse();
    }
  }

  @Test
  void whatDismissesItselfIsKnownByItsEvents() throws Exception {
    try (ScriptedJobs qemu = new ScriptedJobs(folder);
        QmpClient client = qemu.connect(QmpOptions.DEFAULT)) {
      QmpJob well = client.jobs().start(forgetful());
      qemu.event("BLOCK_JOB_COMPLETED", "{\"device\": \"m\", \"len\": 9, \"offset\": 9}");
      qemu.has("m", "concluded").tell("m").forget("m").tell("m");
      assertThat(well.await(LONG).total()).isEqualTo(9);

      QmpJob badly = client.jobs().start(forgetful());
      qemu.event(
          "BLOCK_JOB_COMPLETED",
          "{\"device\": \"m\", \"len\": 9, \"offset\": 5, \"error\": \"Broken pipe\"}");
      qemu.has("m", "concluded").tell("m").forget("m").tell("m");
      JobFailedException e =
          catchThrowableOfType(JobFailedException.class, () -> badly.await(LONG));
      assertThat(e.reason()).isEqualTo("Broken pipe");
      assertThat(badly.progress().done()).isEqualTo(5);

      QmpJob cancelled = client.jobs().start(forgetful());
      qemu.event("BLOCK_JOB_CANCELLED", "{\"device\": \"m\", \"len\": 9, \"offset\": 5}");
      qemu.has("m", "concluded").tell("m").forget("m").tell("m");
      assertThatThrownBy(() -> cancelled.await(LONG)).isInstanceOf(JobFailedException.class);
      assertThat(cancelled.state()).isEqualTo(JobState.CANCELLED);

      QmpJob unknown = client.jobs().start(forgetful());
      qemu.has("m", "running").tell("m").forget("m").tell("m");
      assertThatThrownBy(() -> unknown.await(LONG)).isInstanceOf(ConnectionLostException.class);
    }
  }

  @Test
  void theConnectionIsLostWhileItIsDismissed() throws Exception {
    try (ScriptedJobs qemu = new ScriptedJobs(folder);
        QmpClient client = qemu.connect(AGAIN)) {
      QmpJob job = client.jobs().start(QmpJobsTest.MIRROR);
      qemu.oddly(
          "job-dismiss",
          (peer, command) -> {
            qemu.forget("m");
            peer.drop();
            return true;
          });
      qemu.failed("m", "No space left on device").tell("m");
      // It is no more after the reconnect, and what was read of it before is not forgotten.
      assertThatThrownBy(() -> job.await(LONG)).hasMessageContaining("No space left on device");
      qemu.next();
    }
  }

  @Test
  void theConnectionIsLostWhileItIsStarted() throws Exception {
    try (ScriptedJobs qemu = new ScriptedJobs(folder);
        QmpClient client = qemu.connect(AGAIN)) {
      qemu.oddly(
          "blockdev-mirror",
          (peer, command) -> {
            qemu.has("m", "running");
            peer.drop();
            return true;
          });
      HypervisorException e =
          catchThrowableOfType(
              HypervisorException.class, () -> client.jobs().start(QmpJobsTest.MIRROR));
      assertThat(e.outcome()).isEqualTo(Outcome.UNKNOWN);
      assertThat(e.object()).isEqualTo("job m");
      qemu.next();
      QmpJob job = client.jobs().find("m").orElseThrow();
      assertThat(job.state()).isEqualTo(JobState.RUNNING);
      qemu.has("m", "concluded").tell("m");
      job.await(LONG);
    }
  }

  @Test
  void aGapIsFilledByAsking() throws Exception {
    CountDownLatch asked = new CountDownLatch(1);
    CountDownLatch release = new CountDownLatch(1);
    try (ScriptedJobs qemu = new ScriptedJobs(folder);
        QmpClient client = qemu.connect(QmpOptions.DEFAULT.withEventQueue(5))) {
      QmpJob first = client.jobs().start(QmpJobsTest.MIRROR);
      QmpJob second =
          client
              .jobs()
              .start(
                  QmpCommand.of(
                      "blockdev-backup", Json.MAPPER.createObjectNode().put("job-id", "b")));
      qemu.has("b", "running").has("m", "concluded");
      qemu.oddly(
          "query-jobs",
          (peer, command) -> {
            asked.countDown();
            try {
              release.await();
            } catch (InterruptedException e) {
              throw new AssertionError(e);
            }
            return false;
          });
      qemu.tell("m");
      asked.await();
      for (int i = 0; i < 20; i++) {
        qemu.event("JOB_STATUS_CHANGE", "{\"id\": \"b\", \"status\": \"paused\"}");
      }
      // Nobody is told of it: the queue is full.
      qemu.failed("b", "lost in the gap").tell("b");
      release.countDown();
      first.await(LONG);
      assertThatThrownBy(() -> second.await(LONG)).hasMessageContaining("lost in the gap");
    }
  }

  @Test
  void qemuDies() throws Exception {
    try (ScriptedJobs qemu = new ScriptedJobs(folder);
        QmpClient client = qemu.connect(QmpOptions.DEFAULT)) {
      QmpJob job = client.jobs().start(QmpJobsTest.MIRROR);
      qemu.drop();
      ConnectionLostException e =
          catchThrowableOfType(ConnectionLostException.class, () -> job.await(LONG));
      assertThat(e.outcome()).isEqualTo(Outcome.UNKNOWN);
      assertThat(Objects.requireNonNull(e.getCause())).isInstanceOf(HypervisorException.class);
      assertThat(job.state()).isEqualTo(JobState.LOST);
      assertThat(job.progress().done()).isZero();
      assertThatThrownBy(() -> client.jobs().start(QmpJobsTest.MIRROR))
          .isInstanceOf(HypervisorException.class);
      // The job that was refused is not waited for by anybody, and none is left to lose.
      assertThatThrownBy(() -> client.jobs().list()).isInstanceOf(HypervisorException.class);
    }
  }

  @Test
  void theClientIsClosed() throws Exception {
    try (ScriptedJobs qemu = new ScriptedJobs(folder)) {
      QmpJob job;
      try (QmpClient client = qemu.connect(AGAIN)) {
        job = client.jobs().start(QmpJobsTest.MIRROR);
      }
      assertThatThrownBy(() -> job.await(LONG)).isInstanceOf(ConnectionLostException.class);
    }
  }
}
