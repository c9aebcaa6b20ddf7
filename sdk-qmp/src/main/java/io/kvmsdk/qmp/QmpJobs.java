package io.kvmsdk.qmp;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.kvmsdk.call.Call;
import io.kvmsdk.call.Deadline;
import io.kvmsdk.error.AlreadyExistsException;
import io.kvmsdk.error.ErrorContext;
import io.kvmsdk.error.HypervisorException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.jspecify.annotations.Nullable;

/**
 * The jobs of one QEMU. Thread-safe. QEMU 3.1 or later.
 *
 * <p>QEMU tells by events how a job goes on. Where some of them were missed, because the connection
 * was lost or there were too many, QEMU is asked ({@code query-jobs}), and nothing is guessed.
 *
 * <p>By default QEMU forgets a mirror, a backup, a stream or a commit as soon as it has ended
 * ({@code auto-dismiss}), and then only an event that is gone has told its error. So a job that is
 * started here is started with {@code auto-dismiss} false, unless its command says otherwise: QEMU
 * keeps it, over a lost connection too, until its error was read, and then it is dismissed here.
 * With {@code auto-dismiss} true a job that ends while events are missed is {@link
 * io.kvmsdk.job.JobState#LOST}. {@code auto-finalize} stays as it is, true by default; with false a
 * job that has done its work is {@link io.kvmsdk.job.JobState#PENDING} until {@link
 * QmpJob#finalizeJob}.
 */
public final class QmpJobs {

  /** The commands that have {@code auto-dismiss}; the jobs of all others are kept by QEMU. */
  private static final Set<String> DISMISSING =
      Set.of(
          "block-commit",
          "block-stream",
          "blockdev-backup",
          "blockdev-mirror",
          "drive-backup",
          "drive-mirror");

  /** What takes long and is none of QEMU's jobs. */
  private static final Set<String> NO_JOBS = Set.of("migrate", "dump-guest-memory");

  private final QmpClient client;
  private final ConcurrentMap<String, QmpJob> live = new ConcurrentHashMap<>();
  private final JobWatch watch;

  QmpJobs(QmpClient client, Subscriptions subscriptions) {
    this.client = client;
    this.watch = new JobWatch(this, live);
    watch.begin(subscriptions);
  }

  void close() {
    watch.close();
  }

  /**
   * Starts a job; see {@link #start(QmpCommand, Deadline)}.
   *
   * @throws HypervisorException if QEMU refuses it, or does not answer
   */
  public QmpJob start(QmpCommand<?> command) {
    return start(command, client.within(command.name()));
  }

  /**
   * Starts a job. Where the command has no {@code job-id} it is given one. If this fails with an
   * {@linkplain HypervisorException#outcome() unknown} outcome the job may be there: {@link
   * HypervisorException#object()} has its id.
   *
   * @param command one that makes a job, such as {@code BlockdevMirror}, {@code BlockdevCreate} or
   *     {@code SnapshotSave}
   * @param deadline by when QEMU has begun
   * @throws AlreadyExistsException if a job of that id is there; nothing was sent
   * @throws HypervisorException if QEMU refuses it, or does not answer
   */
  public QmpJob start(QmpCommand<?> command, Deadline deadline) {
    if (NO_JOBS.contains(command.name())) {
      throw new IllegalArgumentException(command.name() + " makes no job");
    }
    ObjectNode arguments = arguments(command);
    QmpJob job = prepare(command.name(), arguments);
    launch(
        command.name(),
        job.toString(),
        List.of(job),
        QmpCommand.of(command.name(), arguments),
        deadline);
    return job;
  }

  /**
   * Executes a transaction; see {@link #startAll(QmpCommand, Deadline)}.
   *
   * @throws HypervisorException if QEMU refuses it, or does not answer
   */
  public List<QmpJob> startAll(QmpCommand<?> transaction) {
    return startAll(transaction, client.within(transaction.name()));
  }

  /**
   * Executes a transaction, and tells the jobs that it started, in the order of its actions.
   *
   * @param transaction a {@link QmpTransaction} or the generated {@code Transaction}
   * @param deadline by when all of them have begun
   * @throws AlreadyExistsException if a job of an action's id is there; nothing was sent
   * @throws HypervisorException if QEMU refuses an action, and has undone those before it, or does
   *     not answer
   */
  public List<QmpJob> startAll(QmpCommand<?> transaction, Deadline deadline) {
    if (!transaction.name().equals("transaction")) {
      throw new IllegalArgumentException(transaction.name() + " is no transaction");
    }
    ObjectNode arguments = arguments(transaction);
    List<QmpJob> jobs = new ArrayList<>();
    try {
      for (JsonNode action : arguments.path("actions")) {
        String type = action.path("type").asText();
        if (DISMISSING.contains(type) && action.path("data") instanceof ObjectNode data) {
          jobs.add(prepare(type, data));
        }
      }
    } catch (AlreadyExistsException e) {
      jobs.forEach(this::forget);
      throw e;
    }
    launch("transaction", "jobs " + jobs, jobs, QmpCommand.of("transaction", arguments), deadline);
    return List.copyOf(jobs);
  }

  private static ObjectNode arguments(QmpCommand<?> command) {
    return command.arguments().deepCopy() instanceof ObjectNode object
        ? object
        : Json.MAPPER.createObjectNode();
  }

  /** Watches for a job before it is there, so that no event of it is missed. */
  private QmpJob prepare(String command, ObjectNode arguments) {
    String id = arguments.path("job-id").asText("job-" + UUID.randomUUID());
    arguments.put("job-id", id);
    boolean dismissing = DISMISSING.contains(command);
    if (dismissing && !arguments.has("auto-dismiss")) {
      arguments.put("auto-dismiss", false);
    }
    boolean own = !(dismissing && arguments.path("auto-dismiss").asBoolean());
    QmpJob job = new QmpJob(this, client, id, own);
    QmpJob other = enter(job);
    if (other != job) {
      throw new AlreadyExistsException(
          ErrorContext.of(command, other.toString()), "it is there, and is " + other.state());
    }
    return job;
  }

  /** The live job of that id, which is the given one if there was none. */
  private QmpJob enter(QmpJob job) {
    return Objects.requireNonNull(
        live.compute(
            job.id(), (id, known) -> known == null || known.state().isEnd() ? job : known));
  }

  private void launch(
      String operation, String object, List<QmpJob> jobs, QmpCommand<?> command, Deadline within) {
    long epoch = watch.epoch();
    boolean begun = false;
    try {
      Object unused = client.execute(command, new Call(operation, object, within));
      begun = true;
    } finally {
      jobs.forEach(begun ? QmpJob::confirm : this::forget);
    }
    if (watch.epoch() != epoch) {
      watch.askLater(); // these were not known to be there yet when QEMU was asked
    }
  }

  void forget(QmpJob job) {
    boolean unused = live.remove(job.id(), job);
  }

  /**
   * The job of that id, whoever started it; asked for. It is not dismissed here unless it was
   * started here: see {@link QmpJob#dismiss}.
   *
   * @return empty if there is none, or none any more
   * @throws HypervisorException if QEMU does not answer
   */
  public Optional<QmpJob> find(String id) {
    return list("job.find", id).stream().findAny();
  }

  /**
   * All jobs of this QEMU, whoever started them; asked for.
   *
   * @throws HypervisorException if QEMU does not answer
   */
  public List<QmpJob> list() {
    return list("job.list", null);
  }

  private List<QmpJob> list(String operation, @Nullable String wanted) {
    Call call =
        new Call(operation, wanted == null ? "jobs" : "job " + wanted, client.within("query-jobs"));
    List<QmpJob> found = new ArrayList<>();
    query(call)
        .forEach((id, entry) -> {
          if (wanted == null || wanted.equals(id)) {
            found.add(enter(new QmpJob(this, client, id, false)));
          }
        });
    // Asked once more, now that their events are heard: what happened in between is not missed.
    if (found.stream().anyMatch(job -> !job.confirmed())) {
      watch.refresh(found, call);
    }
    return found;
  }

  /** What {@code query-jobs} says, by the jobs' ids. */
  Map<String, JsonNode> query(Call call) {
    Map<String, JsonNode> entries = new LinkedHashMap<>();
    client
        .execute(QmpCommand.of("query-jobs"), call)
        .forEach(entry -> entries.put(entry.path("id").asText(), entry));
    return entries;
  }
}
