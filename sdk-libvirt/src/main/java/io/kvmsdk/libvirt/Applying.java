package io.kvmsdk.libvirt;

import io.kvmsdk.call.Apply;
import io.kvmsdk.call.DomainCall;
import io.kvmsdk.error.ErrorContext;
import io.kvmsdk.error.HypervisorException;
import io.kvmsdk.error.InvalidStateException;
import io.kvmsdk.error.OperationFailedException;
import io.kvmsdk.error.Outcome;

/**
 * Changes the running machine, then the definition. libvirt can do both in one call, but does not
 * wait for the guest in between, and does not say what it did when it fails.
 */
final class Applying {

  private Applying() {}

  /**
   * Refuses a domain that has not got what is to be changed.
   *
   * @throws InvalidStateException if it is off and {@code apply} is live, or transient and {@code
   *     apply} is config
   */
  static void require(DomainCall call, NativeDomain domain, Apply apply) throws NativeFailure {
    if (apply.live()) {
      LibvirtCalls.requireActive(call, domain, "running or paused");
    }
    if (apply.config()) {
      LibvirtCalls.requirePersistent(call, domain);
    }
  }

  /** Does what {@code apply} names; says so if the first half was done and the second failed. */
  static void each(DomainCall call, Apply apply, Runnable live, Runnable config) {
    if (apply.live()) {
      live.run();
    }
    if (apply == Apply.CONFIG) {
      config.run();
    } else if (apply.config()) {
      try {
        config.run();
      } catch (HypervisorException e) {
        ErrorContext context = call.context().withOutcome(Outcome.UNKNOWN);
        throw new OperationFailedException(
            e.nativeCode().map(context::withNativeCode).orElse(context),
            "the running machine was changed, its definition was not: " + e.getMessage(),
            e);
      }
    }
  }

  /** libvirt's flag. */
  static int flag(boolean live) {
    return live ? NativeDomain.AFFECT_LIVE : NativeDomain.AFFECT_CONFIG;
  }
}
