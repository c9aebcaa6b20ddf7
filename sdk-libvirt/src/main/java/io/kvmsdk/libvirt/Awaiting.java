package io.kvmsdk.libvirt;

import io.kvmsdk.call.DomainCall;
import io.kvmsdk.error.ConnectionLostException;
import io.kvmsdk.error.Outcome;
import io.kvmsdk.error.TimedOutException;
import java.time.Duration;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import java.util.function.Supplier;

/**
 * Waits for what libvirt tells later. An event may be lost, with a connection or in libvirt: so the
 * state is asked for now and again, too.
 */
final class Awaiting {

  private Awaiting() {}

  /**
   * Waits until one of both says that it has happened; they may throw to say that it will not.
   *
   * @param patience how long to wait for an event before asking
   * @param told looks at what is told of the domain
   * @param asked asks how far it is
   * @param late what a user is told at the deadline
   */
  static void until(
      DomainCall call,
      DomainWatch watch,
      Duration patience,
      Predicate<DomainSignal> told,
      BooleanSupplier asked,
      Supplier<String> late) {
    while (true) {
      Optional<DomainSignal> signal = watch.next(call, patience);
      try {
        if (signal.isPresent() ? told.test(signal.get()) : asked.getAsBoolean()) {
          return;
        }
      } catch (TimedOutException e) {
        if (!call.deadline().isPast()) {
          throw e;
        }
      } catch (ConnectionLostException e) { // of the question; what was asked for goes on
        throw new ConnectionLostException(
            call.context().withOutcome(Outcome.UNKNOWN),
            "it was asked for, and the connection broke before it was done",
            e);
      }
      if (call.deadline().isPast()) {
        throw new TimedOutException(
            call.context().withOutcome(Outcome.UNKNOWN),
            late.get() + " within " + Texts.seconds(call.deadline()));
      }
    }
  }
}
