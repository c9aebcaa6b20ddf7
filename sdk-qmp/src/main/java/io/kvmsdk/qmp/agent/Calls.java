package io.kvmsdk.qmp.agent;

import io.kvmsdk.call.Call;
import io.kvmsdk.call.Deadline;
import io.kvmsdk.error.CancelledException;
import io.kvmsdk.error.ErrorContext;
import io.kvmsdk.error.OperationFailedException;
import io.kvmsdk.error.Outcome;
import io.kvmsdk.qmp.GuestAgent;
import io.kvmsdk.qmp.QmpCommand;
import io.kvmsdk.qmp.UnexpectedValueException;
import java.time.Duration;
import java.util.Base64;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** How the subjects talk to the agent: what each calls itself, and how long it may take. */
record Calls(GuestAgent agent, Optional<Duration> timeout) {

  /** A call that takes one command, or several that take no longer together. */
  Call begin(String operation, String command) {
    return begin(operation, agent.options().timeoutOf(command));
  }

  /** A call that takes {@code usual} unless the user said otherwise. */
  Call begin(String operation, Duration usual) {
    return new Call(operation, object(), Deadline.after(timeout.orElse(usual)));
  }

  String object() {
    return "guest agent " + agent.address();
  }

  <R> R execute(QmpCommand<R> command, Call call) {
    return agent.execute(command, call);
  }

  /** What a guest sent as bytes. */
  static byte[] decode(Call call, String base64) {
    try {
      return Base64.getDecoder().decode(base64);
    } catch (IllegalArgumentException e) {
      // Without its message, which quotes the guest.
      throw odd(call.context(), "something that is no base64");
    }
  }

  /** Reads an answer, which may have something else in a place than the schema says. */
  static <T> T read(Call call, Supplier<T> what) {
    try {
      return what.get();
    } catch (UnexpectedValueException e) {
      throw new OperationFailedException(
          call.context().withOutcome(Outcome.APPLIED),
          "the guest agent answered with something else than expected: " + e.getMessage(),
          e);
    }
  }

  static OperationFailedException odd(ErrorContext context, String what) {
    return new OperationFailedException(
        context.withOutcome(Outcome.APPLIED), "the guest agent answered with " + what);
  }

  /** What must be ended in the guest is, also by a thread that is being interrupted. */
  static void despiteInterrupt(Runnable what) {
    boolean interrupted = Thread.interrupted();
    try {
      what.run();
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }

  /** Waits before it asks again. */
  static void pause(Call call, long millis) {
    try {
      TimeUnit.MILLISECONDS.sleep(millis);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CancelledException(
          call.context().withOutcome(Outcome.UNKNOWN), "interrupted while waiting for the guest");
    }
  }
}
