package io.kvmsdk.testkit;

import io.kvmsdk.error.ErrorContext;
import io.kvmsdk.error.HypervisorException;
import io.kvmsdk.error.OperationFailedException;
import io.kvmsdk.error.Outcome;
import java.time.Duration;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Something that goes wrong with a call to a fake hypervisor; see {@link FakeFaults}. Immutable.
 */
public final class FakeFault {

  private final boolean after;
  private final @Nullable Function<ErrorContext, HypervisorException> error;
  private final boolean losesConnection;
  private final Duration delay;

  private FakeFault(
      boolean after,
      @Nullable Function<ErrorContext, HypervisorException> error,
      boolean losesConnection,
      Duration delay) {
    this.after = after;
    this.error = error;
    this.losesConnection = losesConnection;
    this.delay = delay;
  }

  /** The call fails by {@link OperationFailedException} with that message; nothing is changed. */
  public static FakeFault error(String message) {
    return error(context -> new OperationFailedException(context, message));
  }

  /** The call fails by the error that is made for its context; nothing is changed. */
  public static FakeFault error(Function<ErrorContext, HypervisorException> error) {
    return new FakeFault(false, error, false, Duration.ZERO);
  }

  /** The change takes place, then the call fails and says so ({@link Outcome#APPLIED}). */
  public static FakeFault errorAfter(String message) {
    return new FakeFault(true, c -> new OperationFailedException(c, message), false, Duration.ZERO);
  }

  /**
   * The connection breaks before the other side has heard of the call: nothing is changed. The
   * caller cannot know, and is told {@link Outcome#UNKNOWN} as after {@link #connectionLostAfter}.
   */
  public static FakeFault connectionLost() {
    return new FakeFault(false, null, true, Duration.ZERO);
  }

  /** The change takes place, and the connection breaks before the answer. */
  public static FakeFault connectionLostAfter() {
    return new FakeFault(true, null, true, Duration.ZERO);
  }

  /**
   * The call takes so much longer before the other side hears of it; nothing is changed if the
   * caller's deadline passes first.
   */
  public static FakeFault delay(Duration delay) {
    return new FakeFault(false, null, false, delay);
  }

  /** The change takes place, and the answer comes so much later. */
  public static FakeFault delayAfter(Duration delay) {
    return new FakeFault(true, null, false, delay);
  }

  /** Makes what goes wrong happen; called before the change and after it. */
  void strike(FakeCall call, boolean afterChange) {
    if (after != afterChange) {
      return;
    }
    if (losesConnection) {
      throw call.loseConnection();
    }
    if (error != null) {
      Outcome outcome = after ? Outcome.APPLIED : Outcome.NOT_APPLIED;
      throw error.apply(call.context().withOutcome(outcome));
    }
    call.pass(delay, after ? Outcome.UNKNOWN : Outcome.NOT_APPLIED);
  }
}
