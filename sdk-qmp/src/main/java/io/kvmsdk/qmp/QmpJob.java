package io.kvmsdk.qmp;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.kvmsdk.call.Call;
import io.kvmsdk.call.Deadline;
import io.kvmsdk.error.ErrorContext;
import io.kvmsdk.error.HypervisorException;
import io.kvmsdk.error.InvalidStateException;
import io.kvmsdk.error.NotFoundException;
import io.kvmsdk.error.OperationFailedException;
import io.kvmsdk.job.Job;
import io.kvmsdk.job.JobProgress;
import io.kvmsdk.job.JobState;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A job of QEMU's: a mirror, a backup, a stream, a commit, the making of an image, an internal
 * snapshot. What comes out of it is how much it did. See {@link QmpJobs}.
 *
 * @see <a href="https://www.qemu.org/docs/master/interop/qemu-qmp-ref.html#background-jobs">
 *     Background jobs</a>
 */
public final class QmpJob implements Job<JobProgress> {

  /** What a job's error is where it was cancelled: {@code strerror(ECANCELED)}. */
  private static final String CANCELLED = "Operation canceled";

  /** What is ending, and cannot be told to. */
  private static final Set<JobState> ENDING = Set.of(JobState.ABORTING, JobState.CONCLUDED);

  private final QmpJobs jobs;
  private final QmpClient client;
  private final String id;
  private final boolean own;
  private final JobTrack track = new JobTrack();
  private volatile String type = "";
  private volatile boolean confirmed; // QEMU has said that it is there

  private volatile @Nullable Ending ending; // as far as it is known

  /** How it ends, by the events of block jobs or by QEMU's answer. */
  private record Ending(JobState state, String reason) {}

  QmpJob(QmpJobs jobs, QmpClient client, String id, boolean own) {
    this.jobs = jobs;
    this.client = client;
    this.id = id;
    this.own = own;
  }

  @Override
  public String id() {
    return id;
  }

  /** What kind it is, such as {@code mirror}; empty until QEMU was asked for it. */
  public Optional<String> type() {
    return Optional.of(type).filter(known -> !known.isEmpty());
  }

  @Override
  public JobState state() {
    return track.state();
  }

  /** {@inheritDoc} In bytes for what copies data. */
  @Override
  public JobProgress progress() {
    if (!state().isEnd()) {
      Optional<JobState> unused = ask("job.progress");
    }
    return track.progress();
  }

  @Override
  public JobProgress await(Deadline deadline) {
    return track.await(call("job.await", deadline));
  }

  @Override
  public void awaitReady(Deadline deadline) {
    track.awaitReady(call("job.awaitReady", deadline));
  }

  /** {@inheritDoc} {@code job-complete}. */
  @Override
  public void complete() {
    tell("job-complete", JobState.READY);
  }

  /** Makes what it did final, where it was started with {@code auto-finalize} false. */
  public void finalizeJob() {
    tell("job-finalize", JobState.PENDING);
  }

  /**
   * Pauses it; {@link #resume} goes on.
   *
   * @throws HypervisorException if QEMU refuses it, as it does where it is paused already
   */
  public void pause() {
    JsonNode unused = client.execute(command("job-pause"), call("job-pause"));
  }

  /** Goes on with what {@link #pause} paused. */
  public void resume() {
    JsonNode unused = client.execute(command("job-resume"), call("job-resume"));
  }

  /** {@inheritDoc} {@code job-cancel}: at once, also where it is ready. */
  @Override
  public void cancel() {
    cancel(true);
  }

  /**
   * Tells it to end. Nothing happens where it has ended already.
   *
   * @param force whether to give up what it did. Without, a mirror that is {@link JobState#READY}
   *     ends well and does not pivot: its target stays a copy as of this moment; all else is
   *     cancelled all the same. {@code block-job-cancel}, which is for jobs of block devices only
   */
  public void cancel(boolean force) {
    ObjectNode arguments = Json.MAPPER.createObjectNode();
    String name = force ? "job-cancel" : "block-job-cancel";
    arguments.put(force ? "id" : "device", id);
    if (state().isEnd()) {
      return;
    }
    try {
      JsonNode unused = client.execute(QmpCommand.of(name, arguments), call(name));
    } catch (InvalidStateException | NotFoundException | OperationFailedException e) {
      if (ask(name).filter(now -> !ENDING.contains(now)).isPresent()) {
        throw e;
      }
    }
  }

  /**
   * Lets QEMU forget a job that has ended, and frees its id. Only for a job that was found: one
   * that was started here is dismissed as soon as its end is known.
   *
   * @throws HypervisorException if QEMU refuses it, as it does where it has not ended
   */
  public void dismiss() {
    JsonNode unused = client.execute(command("job-dismiss"), call("job-dismiss"));
  }

  private void tell(String command, JobState needed) {
    // Asked where events say otherwise: they may be on the way.
    JobState now = state().equals(needed) ? needed : ask(command).orElseGet(this::state);
    if (!now.equals(needed)) {
      throw new InvalidStateException(
          ErrorContext.of(command, toString()), needed.value(), now.value());
    }
    JsonNode unused = client.execute(command(command), call(command));
  }

  /** The state by QEMU's word, asked for on the caller's thread; empty if it is no more. */
  private Optional<JobState> ask(String operation) {
    long version = track.version();
    JsonNode entry = jobs.query(call(operation)).get(id);
    if (entry == null) {
      return Optional.empty();
    }
    asked(entry, version);
    return Optional.of(new JobState(entry.path("status").asText()));
  }

  private QmpCommand<JsonNode> command(String name) {
    return QmpCommand.of(name, Json.MAPPER.createObjectNode().put("id", id));
  }

  private Call call(String operation) {
    return call(operation, client.within(operation));
  }

  private Call call(String operation, Deadline deadline) {
    return new Call(operation, toString(), deadline);
  }

  // What follows is called by QmpJobs.

  long version() {
    return track.version();
  }

  boolean confirmed() {
    return confirmed;
  }

  void confirm() {
    confirmed = true;
  }

  /** Whether it is to be dismissed here. */
  boolean own() {
    return own;
  }

  /** What QEMU's events are told by; on their thread. */
  void told(QmpEvent event) {
    JsonNode data = event.data();
    switch (event.name()) {
      case "JOB_STATUS_CHANGE" -> {
        String status = data.path("status").asText();
        if (status.equals("null") && track.version() == 0 && type.isEmpty()) {
          return; // of the job that had this id before: one that is new is told as created first
        }
        if (status.equals("null")) {
          gone("it was dismissed before it could be asked");
        } else {
          track.told(new JobState(status.equals("undefined") ? "created" : status));
        }
      }
      case "BLOCK_JOB_COMPLETED" -> {
        track.progress(new JobProgress(data.path("offset").asLong(0), data.path("len").asLong(0)));
        ending =
            new Ending(
                data.has("error") ? JobState.FAILED : JobState.COMPLETED,
                data.path("error").asText(""));
      }
      case "BLOCK_JOB_CANCELLED" -> ending = new Ending(JobState.CANCELLED, CANCELLED);
      default -> {}
    }
  }

  /** What {@code query-jobs} says of it. */
  void asked(JsonNode entry, long version) {
    confirmed = true;
    type = entry.path("type").asText("");
    track.progress(
        new JobProgress(
            Math.max(0, entry.path("current-progress").asLong(0)),
            Math.max(0, entry.path("total-progress").asLong(0))));
    String status = entry.path("status").asText();
    track.asked(new JobState(status), version);
  }

  /** It is concluded: {@code query-jobs} says how. It has not ended before {@link #gone}. */
  void ending(JsonNode entry) {
    String error = entry.path("error").asText("");
    Ending told = ending;
    boolean cancelled =
        error.equals(CANCELLED) || (told != null && told.state.equals(JobState.CANCELLED));
    JobState end =
        error.isEmpty() ? JobState.COMPLETED : cancelled ? JobState.CANCELLED : JobState.FAILED;
    ending = new Ending(end, error);
  }

  /** It is no more. */
  void gone(String why) {
    Ending known = ending;
    if (known != null) {
      track.end(known.state, known.reason, null);
    } else {
      track.end(JobState.LOST, why, null);
    }
  }

  /** Nothing more will be told of it. */
  void lost(HypervisorException cause) {
    if (ending != null) {
      gone("");
    } else {
      track.end(JobState.LOST, "the connection ended", cause);
    }
  }

  @Override
  public String toString() {
    return "job " + id;
  }
}
