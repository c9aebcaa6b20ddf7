package io.kvmsdk.libvirt;

import io.kvmsdk.call.Call;
import io.kvmsdk.call.Deadline;
import io.kvmsdk.error.CancelledException;
import io.kvmsdk.error.ConnectionLostException;
import io.kvmsdk.error.HypervisorException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A connection to a daemon that is there again after the daemon was restarted.
 *
 * <p>When it breaks, what is under way fails, what comes waits until its deadline, and a thread
 * opens it anew, again and again. All of this is told by the first to notice: libvirt's close
 * callback, its keepalive, or a call that failed.
 */
final class Session {

  private static final Logger LOG = LoggerFactory.getLogger(Session.class);
  private static final Duration FIRST_PAUSE = Duration.ofMillis(100);
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);
  private static final Duration TIME_TO_END = Duration.ofSeconds(5);

  private final String name;
  private final Opener opener;
  private final LibvirtEvents events;
  private final Links links;
  private final NativeCalls calls;

  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private @Nullable Link primary;
  private String cause = "it was never made";
  private boolean closed;

  /** Opens native connections, for as long as the other side likes. */
  interface Opener {
    Link open() throws NativeFailure;
  }

  /** What is done with a native connection. */
  interface Work<T> {
    T run(NativeConnection connection) throws NativeFailure;
  }

  /**
   * Not connected yet.
   *
   * @param name the URI
   * @param multiply whether further connections see the same domains
   */
  Session(String name, Opener opener, boolean multiply, LibvirtEvents events) {
    this.name = name;
    this.opener = opener;
    this.events = events;
    this.links = new Links(opener::open, multiply);
    this.calls = new NativeCalls(name);
  }

  LibvirtEvents events() {
    return events;
  }

  /**
   * Connects for the first time.
   *
   * @param first what is asked at once
   * @throws NativeFailure if libvirt refuses
   * @throws HypervisorException if the deadline passes; what comes of it later is closed
   */
  <T> T connect(Call call, Work<T> first) throws NativeFailure {
    try {
      return onThread(
          call,
          Optional.empty(),
          Effect.READ,
          running -> {
            install(open());
            return withLink(running, first);
          });
    } catch (NoLink e) {
      throw lost(call);
    }
  }

  /**
   * Makes a call.
   *
   * @param domain the domain that it is about, if it is about one
   * @throws NativeFailure if libvirt refuses
   * @throws HypervisorException if it did not come to that, or {@code work} throws one
   */
  <T> T run(Call call, Optional<UUID> domain, Effect effect, Work<T> work) throws NativeFailure {
    while (true) {
      awaitConnected(call);
      try {
        return onThread(call, domain, effect, running -> withLink(running, work));
      } catch (NoLink e) {
        LOG.debug("{}: the connection broke before {} was begun", name, call.operation());
      }
    }
  }

  private <T> T onThread(Call call, Optional<UUID> domain, Effect effect, NativeCalls.Task<T> task)
      throws NativeFailure, NoLink {
    try {
      return calls.run(call, domain, effect, task);
    } catch (NativeFailure | NoLink | RuntimeException e) {
      throw e;
    } catch (Exception e) {
      throw new IllegalStateException("a task throws what it does not declare", e);
    }
  }

  private <T> T withLink(NativeCalls.Running running, Work<T> work) throws NativeFailure, NoLink {
    Link link = links.enter(running).orElseThrow(NoLink::new);
    try {
      if (!running.begin()) {
        throw new NoLink(); // which nobody hears: the caller has given up
      }
      return work.run(link.connection());
    } catch (NativeFailure e) {
      if (e.connectionLost()) {
        link.lost(e.error().message());
        lost(link);
      }
      throw e;
    } finally {
      links.leave(link);
    }
  }

  private void awaitConnected(Call call) {
    try {
      lock.lockInterruptibly();
      try {
        long left = call.deadline().remainingNanos();
        while (primary == null && !closed && left > 0) {
          left = changed.awaitNanos(left);
        }
        if (primary == null) {
          throw lost(call);
        }
      } finally {
        lock.unlock();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CancelledException(call.context(), "the waiting thread was interrupted", e);
    }
  }

  /** Why a call was not even begun. */
  private ConnectionLostException lost(Call call) {
    lock.lock();
    try {
      return new ConnectionLostException(
          call.context(),
          closed
              ? "the connection was closed"
              : "the connection is lost, "
                  + cause
                  + ", and was not made again within "
                  + Texts.seconds(call.deadline()));
    } finally {
      lock.unlock();
    }
  }

  private Link open() throws NativeFailure {
    Link link = opener.open();
    try {
      link.listen(events::accept, this::lost);
      return link;
    } catch (NativeFailure | RuntimeException | Error e) {
      link.close();
      throw e;
    }
  }

  /** Makes it the one that everything goes through; false if that came to nothing. */
  private boolean install(Link link) {
    boolean installed;
    lock.lock();
    try {
      installed = !closed;
      if (installed) {
        links.add(link);
        primary = link;
        changed.signalAll();
      }
    } finally {
      lock.unlock();
    }
    if (!installed) {
      link.close();
    } else if (link.loss().isPresent()) { // before it was installed, when nobody could be told
      lost(link);
    }
    return installed;
  }

  /** Takes out a link that broke. Called by libvirt's event loop, too: never blocks. */
  private void lost(Link link) {
    List<Link> broken = List.of(link);
    lock.lock();
    try {
      if (link == primary) {
        primary = null;
        cause = link.loss().orElse("for no reason that is known");
        broken = links.removeAll(); // the others lead to the same daemon
        Thread thread = new Thread(this::reconnect, "kvmsdk-libvirt-reconnect " + name);
        thread.setDaemon(true);
        thread.start();
      } else if (!links.remove(link)) {
        return; // known, or not installed yet
      }
    } finally {
      lock.unlock();
    }
    broken.forEach(Link::close);
  }

  private void reconnect() {
    String broken = causeOfLoss();
    LOG.warn("{}: the connection is lost, {}; it is being made again", name, broken);
    Duration pause = FIRST_PAUSE;
    while (!awaitClosed(pause)) {
      try {
        if (install(open())) {
          LOG.info("{}: connected again", name);
          events.resync(broken);
        }
        return;
      } catch (NativeFailure | RuntimeException | Error e) {
        LOG.debug("{}: still no connection", name, e);
      }
      Duration doubled = pause.multipliedBy(2);
      pause = doubled.compareTo(LONGEST_PAUSE) < 0 ? doubled : LONGEST_PAUSE;
    }
  }

  private String causeOfLoss() {
    lock.lock();
    try {
      return cause;
    } finally {
      lock.unlock();
    }
  }

  /** Whether this was closed before the pause was over. */
  private boolean awaitClosed(Duration pause) {
    lock.lock();
    try {
      long left = pause.toNanos();
      while (!closed && left > 0) {
        left = changed.awaitNanos(left);
      }
      return closed;
    } catch (InterruptedException e) {
      return true; // nobody interrupts this thread but the end of the process
    } finally {
      lock.unlock();
    }
  }

  boolean isOpen() {
    lock.lock();
    try {
      return !closed;
    } finally {
      lock.unlock();
    }
  }

  @Override
  public String toString() {
    return "connection " + name;
  }

  /**
   * Ends the connection. Who waits is told at once; returns when threads and pointers are gone, or
   * a call that hangs has had its chance. Doing it again does nothing.
   */
  void close() {
    List<Link> open;
    lock.lock();
    try {
      if (closed) {
        return;
      }
      closed = true;
      primary = null;
      open = links.removeAll();
      changed.signalAll();
    } finally {
      lock.unlock();
    }
    calls.close();
    events.close();
    open.forEach(Link::close);
    Deadline end = Deadline.after(TIME_TO_END);
    boolean callsEnded = calls.awaitEnd(end);
    boolean gone = events.awaitEnd(end) && callsEnded;
    for (Link link : open) {
      gone &= link.awaitFreed(end);
    }
    if (!gone) {
      LOG.warn("{}: a call to libvirt hangs; its thread and connection end when it returns", name);
    }
  }
}
