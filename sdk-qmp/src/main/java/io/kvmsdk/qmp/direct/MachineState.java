package io.kvmsdk.qmp.direct;

import com.fasterxml.jackson.databind.JsonNode;
import io.kvmsdk.call.DomainRef;
import io.kvmsdk.domain.DomainState;
import io.kvmsdk.domain.StartMode;
import io.kvmsdk.domain.StateReason;
import io.kvmsdk.event.DomainLifecycleEvent;
import io.kvmsdk.event.DomainRebootEvent;
import io.kvmsdk.event.LifecycleKind;
import io.kvmsdk.event.LifecycleReason;
import io.kvmsdk.qmp.QmpEvent;
import io.kvmsdk.spi.EventSink;
import java.time.Instant;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * What a machine is doing, by what QEMU tells, and the SDK's events that this makes. Each event of
 * QEMU's is taken once and in order; one that tells what is known already makes no event.
 * Thread-safe; nothing is waited for.
 */
final class MachineState {

  private final DomainRef domain;
  private final EventSink events;
  private final ReentrantLock lock = new ReentrantLock(); // keeps events in order; held for no I/O
  private RunStates current = RunStates.of("prelaunch");
  private boolean begun;
  private boolean destroying;
  private boolean rebootAtShutdown;
  private boolean rebootAtPanic;
  private boolean rebooting;
  private @Nullable StateReason reasonOfNextStop;
  private String shutdownCause = "";
  private boolean panicked;
  private boolean ended;

  MachineState(DomainRef domain, EventSink events) {
    this.domain = domain;
    this.events = events;
  }

  RunStates current() {
    lock.lock();
    try {
      return current;
    } finally {
      lock.unlock();
    }
  }

  /**
   * The machine has been started: what came before is part of its start.
   *
   * @return false where it has ended meanwhile
   */
  boolean started(StartMode mode) {
    lock.lock();
    try {
      if (ended) {
        return false;
      }
      begun = true;
      publish(Instant.now(), LifecycleKind.STARTED, LifecycleReason.BOOTED);
      if (mode == StartMode.PAUSED) {
        current = RunStates.of("prelaunch");
        publish(Instant.now(), LifecycleKind.SUSPENDED, LifecycleReason.PAUSED);
      } else {
        current = new RunStates(DomainState.RUNNING, StateReason.BOOTED);
      }
      return true;
    } finally {
      lock.unlock();
    }
  }

  /** A machine was found running, or events were missed: {@code status} is QEMU's word for it. */
  void found(String status) {
    lock.lock();
    try {
      begun = true;
      RunStates found = RunStates.of(status);
      if (!found.state().equals(current.state())) {
        current = found;
      }
    } finally {
      lock.unlock();
    }
  }

  /** Somebody pulls the plug: what comes now is the end that was asked for. */
  void destroying() {
    lock.lock();
    try {
      destroying = true;
    } finally {
      lock.unlock();
    }
  }

  /** Whether a guest that shuts down is to boot again: QEMU then stops and waits to be reset. */
  void rebootAtShutdown(boolean on) {
    lock.lock();
    try {
      rebootAtShutdown = on;
    } finally {
      lock.unlock();
    }
  }

  /** Whether a guest that panics is to boot again. */
  void rebootAtPanic(boolean on) {
    lock.lock();
    try {
      rebootAtPanic = on;
    } finally {
      lock.unlock();
    }
  }

  /** Whether the machine stands still to be reset and to go on: of that only the reset is told. */
  boolean isRebooting() {
    lock.lock();
    try {
      return rebooting;
    } finally {
      lock.unlock();
    }
  }

  /** Takes an event of QEMU's. */
  void happened(QmpEvent event) {
    lock.lock();
    try {
      if (begun) {
        take(event);
      }
    } finally {
      lock.unlock();
    }
  }

  private void take(QmpEvent event) {
    JsonNode data = event.data();
    Instant at = event.timestamp();
    switch (event.name()) {
      case "STOP" -> stopped(at);
      case "RESUME" -> resumed(at);
      case "SHUTDOWN" -> shutdown(at, data);
      case "RESET" -> reset(at);
      case "SUSPEND" -> {
        current = RunStates.of("suspended");
        publish(at, LifecycleKind.PMSUSPENDED, LifecycleReason.UNKNOWN);
      }
      case "WAKEUP" -> {
        current = new RunStates(DomainState.RUNNING, StateReason.WAKEUP);
        publish(at, LifecycleKind.RESUMED, new LifecycleReason("wakeup"));
      }
      case "GUEST_PANICKED" -> {
        panicked = true;
        current = RunStates.of("guest-panicked");
        publish(at, LifecycleKind.CRASHED, LifecycleReason.PANICKED);
        rebooting = rebootAtPanic;
      }
      case "BLOCK_IO_ERROR" -> {
        if (data.path("action").asText().equals("stop")) {
          reasonOfNextStop = StateReason.IO_ERROR;
        }
      }
      case "WATCHDOG" -> {
        if (data.path("action").asText().equals("pause")) {
          reasonOfNextStop = StateReason.WATCHDOG;
        }
      }
      default -> {}
    }
  }

  private void stopped(Instant at) {
    StateReason reason = reasonOfNextStop == null ? StateReason.USER : reasonOfNextStop;
    reasonOfNextStop = null;
    if (!rebooting && current.state().equals(DomainState.RUNNING)) {
      current = new RunStates(DomainState.PAUSED, reason);
      // libvirt's words for these two are the same in states and events.
      publish(
          at,
          LifecycleKind.SUSPENDED,
          reason.equals(StateReason.USER)
              ? LifecycleReason.PAUSED
              : new LifecycleReason(reason.value()));
    }
  }

  private void resumed(Instant at) {
    if (rebooting) {
      rebooting = false;
      current = new RunStates(DomainState.RUNNING, StateReason.BOOTED);
    } else if (!current.state().equals(DomainState.RUNNING)) {
      current = new RunStates(DomainState.RUNNING, StateReason.UNPAUSED);
      publish(at, LifecycleKind.RESUMED, LifecycleReason.UNPAUSED);
    }
  }

  private void shutdown(Instant at, JsonNode data) {
    shutdownCause = data.path("reason").asText();
    rebooting = rebootAtShutdown && data.path("guest").asBoolean() && !destroying;
    if (!destroying && !rebooting) {
      current = RunStates.of("shutdown");
      publish(
          at,
          LifecycleKind.SHUTDOWN,
          data.path("guest").asBoolean() ? LifecycleReason.GUEST : LifecycleReason.HOST);
    }
  }

  private void reset(Instant at) {
    events.publish(new DomainRebootEvent(at, domain));
    panicked = false;
    shutdownCause = "";
    if (!current.state().equals(DomainState.RUNNING)
        && !current.state().equals(DomainState.PAUSED)) {
      current = RunStates.of("paused");
    }
  }

  /**
   * QEMU is gone.
   *
   * @param fallback why, where QEMU did not tell this connection
   * @param log the end of its log
   * @return why, in the words of a domain that is off
   */
  Ending ended(EndReason fallback, String log) {
    lock.lock();
    try {
      ended = true;
      if (!begun) {
        return Ending.failed(log);
      }
      if (destroying) {
        return Ending.DESTROYED;
      }
      String cause = shutdownCause.isEmpty() ? fallback.cause() : shutdownCause;
      return Ending.of(cause, panicked, log);
    } finally {
      lock.unlock();
    }
  }

  /** Tells the end; called when the domain says that it is off. */
  void tellEnd(Ending ending) {
    lock.lock();
    try {
      if (begun) {
        events.publish(
            new DomainLifecycleEvent(
                Instant.now(), domain, LifecycleKind.STOPPED, ending.event(), ending.detail()));
      }
    } finally {
      lock.unlock();
    }
  }

  private void publish(Instant at, LifecycleKind kind, LifecycleReason reason) {
    events.publish(new DomainLifecycleEvent(at, domain, kind, reason));
  }
}
