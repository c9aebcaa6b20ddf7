package io.kvmsdk.qmp;

import com.fasterxml.jackson.databind.JsonNode;
import io.kvmsdk.call.Call;
import io.kvmsdk.call.Deadline;
import io.kvmsdk.error.ConnectionLostException;
import io.kvmsdk.error.HypervisorException;
import io.kvmsdk.error.TimedOutException;
import io.kvmsdk.job.JobState;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells the jobs of one client what QEMU tells of them. It has a queue of events of its own, so it
 * may ask QEMU in between: events that come meanwhile wait, and are told in order.
 */
final class JobWatch implements QmpListener {

  private static final Logger LOG = LoggerFactory.getLogger(JobWatch.class);

  /** How long QEMU may take for an answer before it is asked again. */
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private final QmpJobs jobs;
  private final ConcurrentMap<String, QmpJob> live;
  private @Nullable EventQueue events;
  private final AtomicLong epoch = new AtomicLong();
  private boolean connected = true; // as far as was told

  JobWatch(QmpJobs jobs, ConcurrentMap<String, QmpJob> live) {
    this.jobs = jobs;
    this.live = live;
  }

  /** Before any job is in the map. */
  void begin(Subscriptions subscriptions) {
    events = subscriptions.add(this);
  }

  void close() {
    queue().close();
  }

  private EventQueue queue() {
    return Objects.requireNonNull(events);
  }

  /** Another value than before says that events may have been missed since. */
  long epoch() {
    return epoch.get();
  }

  @Override
  public void event(QmpEvent event) {
    String member =
        switch (event.name()) {
          case "JOB_STATUS_CHANGE" -> "id";
          case "BLOCK_JOB_COMPLETED", "BLOCK_JOB_CANCELLED" -> "device";
          default -> null;
        };
    QmpJob job = member == null ? null : live.get(event.data().path(member).asText());
    if (job != null) {
      job.told(event);
      if (job.state().isEnd()) {
        jobs.forget(job);
      } else if (job.state().equals(JobState.CONCLUDED)) {
        refresh(List.of(job));
      }
    }
  }

  @Override
  public void gap(long missed) {
    refreshAll();
  }

  @Override
  public void disconnected(HypervisorException cause) {
    connected = false;
  }

  @Override
  public void resync(QmpGreeting greeting) {
    connected = true;
    refreshAll();
  }

  @Override
  public void closed(HypervisorException cause) {
    connected = false;
    for (QmpJob job : live.values()) {
      job.lost(cause);
      jobs.forget(job);
    }
  }

  /** Asks for all, behind the events that came so far. */
  void askLater() {
    queue().then(this::refreshAll);
  }

  private void refreshAll() {
    long unused = epoch.incrementAndGet();
    refresh(live.values().stream().filter(QmpJob::confirmed).toList());
  }

  private void refresh(Collection<QmpJob> known) {
    if (known.isEmpty() || !connected) {
      return; // a resync follows, or the end
    }
    try {
      refresh(known, new Call("query-jobs", "jobs " + known, Deadline.after(PATIENCE)));
    } catch (TimedOutException e) {
      LOG.debug("QEMU does not say how jobs are; it is asked again", e);
      askLater();
    } catch (HypervisorException e) {
      LOG.debug("QEMU does not say how jobs are", e);
    }
  }

  /** Asks how jobs are, and ends those that have ended. On any thread. */
  void refresh(Collection<QmpJob> known, Call call) {
    Map<QmpJob, Long> versions = new LinkedHashMap<>();
    known.forEach(job -> versions.put(job, job.version()));
    Map<String, JsonNode> entries = jobs.query(call);
    List<QmpJob> missing = new ArrayList<>();
    versions.forEach((job, version) -> {
      JsonNode entry = entries.get(job.id());
      if (entry == null) {
        missing.add(job);
      } else {
        job.asked(entry, version);
        if (entry.path("status").asText().equals(JobState.CONCLUDED.value())) {
          end(job, entry);
        }
      }
    });
    if (!missing.isEmpty()) {
      // How they ended may have been told before QEMU answered, and waits in the queue.
      queue().then(() -> missing.forEach(this::gone));
    }
  }

  private void end(QmpJob job, JsonNode entry) {
    job.ending(entry);
    if (job.own()) {
      try {
        job.dismiss();
      } catch (TimedOutException e) {
        askLater();
        return;
      } catch (ConnectionLostException e) {
        return; // what it ended with is kept until QEMU can be asked again, or cannot
      } catch (HypervisorException e) {
        LOG.debug("{} was dismissed by somebody else", job, e);
      }
      // Behind the event of that, which would be taken for one of the next job of that id.
      queue().then(() -> gone(job));
    } else {
      gone(job);
    }
  }

  private void gone(QmpJob job) {
    job.gone("it went away while events were missed");
    jobs.forget(job);
  }
}
