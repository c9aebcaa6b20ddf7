package io.kvmsdk.qmp.direct;

import io.kvmsdk.call.Apply;
import io.kvmsdk.call.DomainCall;
import io.kvmsdk.domain.definition.DomainDefinition;
import io.kvmsdk.error.HypervisorException;
import io.kvmsdk.error.OperationFailedException;
import io.kvmsdk.error.Outcome;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/**
 * A change of a domain: of its running machine, of its next start, or of both. Whatever can be
 * refused is refused before anything is changed.
 */
final class Change {

  private Change() {}

  /**
   * Makes the change.
   *
   * @param config what becomes of the definition; throws what refuses it
   * @param live what is done to the machine
   */
  static void apply(
      QmpDomain domain,
      DomainCall call,
      Apply apply,
      UnaryOperator<DomainDefinition> config,
      Consumer<Machine> live) {
    try (Turn.Taken taken = domain.take(call.asCall())) {
      Machine machine = apply.live() ? domain.requireMachine(call) : null;
      DomainDefinition next = apply.config() ? config.apply(domain.requireConfig(call)) : null;
      if (next != null) {
        LiveDefinition.of(next); // refuses what the next start would
      }
      if (machine != null) {
        live.accept(machine);
      }
      if (next != null) {
        save(domain, call, next, machine != null);
      }
    }
  }

  private static void save(
      QmpDomain domain, DomainCall call, DomainDefinition next, boolean machineChanged) {
    try {
      domain.saveConfig(call.asCall(), next);
    } catch (HypervisorException e) {
      if (!machineChanged) {
        throw e;
      }
      throw new OperationFailedException(
          call.context().withOutcome(Outcome.UNKNOWN),
          "the running machine was changed, and its definition for the next start was not",
          e);
    }
  }
}
