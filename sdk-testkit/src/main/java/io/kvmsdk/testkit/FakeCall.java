package io.kvmsdk.testkit;

import io.kvmsdk.call.Call;
import io.kvmsdk.call.Deadline;
import io.kvmsdk.error.ConnectionLostException;
import io.kvmsdk.error.ErrorContext;
import io.kvmsdk.error.HypervisorException;
import io.kvmsdk.error.Outcome;
import io.kvmsdk.error.TimedOutException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;

/** A call on its way through a fake connection. */
final class FakeCall {

  private final Call call;
  private final FakeConnection connection;
  private final int epoch;

  FakeCall(Call call, FakeConnection connection) {
    this.call = call;
    this.connection = connection;
    this.epoch = connection.epoch();
  }

  ErrorContext context() {
    return call.context();
  }

  Deadline deadline() {
    return call.deadline();
  }

  /** Refuses a call that comes too late. */
  void requireTime() {
    if (deadline().isPast()) {
      throw late(Outcome.NOT_APPLIED, "the deadline had passed before anything was sent");
    }
  }

  /** Refuses to go on where the connection broke since the call was made. */
  void requireConnection(Outcome outcome) {
    if (!connection.isOpen(epoch)) {
      throw new ConnectionLostException(context().withOutcome(outcome), connection.whyLost());
    }
  }

  TimedOutException late(Outcome outcome, String message) {
    return new TimedOutException(
        context().withOutcome(outcome), message + " (timeout " + deadline().budget() + ")");
  }

  /** Breaks the connection; what to throw. */
  HypervisorException loseConnection() {
    connection.lose("the connection broke as the test's fault says", Duration.ZERO);
    return new ConnectionLostException(
        context().withOutcome(Outcome.UNKNOWN), connection.whyLost());
  }

  /** Lets time pass on the hypervisor's clock. */
  void pass(Duration delay, Outcome ifLate) {
    AtomicBoolean passed = new AtomicBoolean();
    FakeMonitor monitor = connection.monitor();
    connection.host().clock().schedule(delay, () -> monitor.run(() -> passed.set(true)));
    if (!monitor.get(() -> monitor.await(this, passed::get))) {
      throw late(ifLate, "no answer came in time");
    }
  }
}
