package io.kvmsdk.qmp.direct;

import io.kvmsdk.call.Call;
import io.kvmsdk.call.DomainCall;
import io.kvmsdk.call.DomainRef;
import io.kvmsdk.domain.definition.DomainDefinition;
import io.kvmsdk.error.InvalidStateException;
import java.util.Optional;
import java.util.function.Function;

/** A domain of this connection, as the subjects see it. Thread-safe. */
interface QmpDomain {

  DomainRef ref();

  /**
   * Waits for the turn to change it.
   *
   * @throws io.kvmsdk.error.NotFoundException if it is gone by then
   */
  Turn.Taken take(Call call);

  /**
   * Its machine, if there is one.
   *
   * @throws io.kvmsdk.error.HypervisorException if there is one whose monitor does not answer
   */
  Optional<Machine> machine(Call call);

  /**
   * Looks at it, whatever it is: at its machine, or at what there is without one.
   *
   * @param how is asked once more where the machine ends meanwhile
   */
  default <T> T look(DomainCall call, Function<Optional<Machine>, T> how) {
    return how.apply(machine(call.asCall()));
  }

  /** What its next start uses; empty for a domain that lasts as long as its machine. */
  Optional<DomainDefinition> config();

  /** Keeps another definition for the next start. */
  void saveConfig(Call call, DomainDefinition definition);

  /** Its machine. */
  default Machine requireMachine(DomainCall call) {
    return machine(call.asCall())
        .orElseThrow(() -> new InvalidStateException(call.context(), "running", "shutoff"));
  }

  /** What its next start uses. */
  default DomainDefinition requireConfig(DomainCall call) {
    return config()
        .orElseThrow(() -> new InvalidStateException(call.context(), "persistent", "transient"));
  }

  /** What it is now: the running machine, or else what the next start uses. */
  default DomainDefinition current(DomainCall call) {
    return machine(call.asCall()).map(Machine::live).orElseGet(() -> requireConfig(call));
  }
}
