package io.kvmsdk.qmp.direct;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.kvmsdk.call.Apply;
import io.kvmsdk.call.Call;
import io.kvmsdk.call.DomainCall;
import io.kvmsdk.domain.definition.DomainDefinition;
import io.kvmsdk.domain.memory.BalloonModel;
import io.kvmsdk.domain.memory.MemBalloon;
import io.kvmsdk.domain.memory.MemoryBackend;
import io.kvmsdk.domain.memory.MemoryInfo;
import io.kvmsdk.error.InvalidDefinitionException;
import io.kvmsdk.error.Outcome;
import io.kvmsdk.error.TimedOutException;
import io.kvmsdk.units.ByteSize;
import java.time.Duration;

/** Memory, by QMP's {@code balloon} and {@code query-balloon}. */
final class QmpMemory implements MemoryBackend {

  /** QEMU tells a balloon's changes once a second at most; asking is quicker. */
  private static final Duration ASK_AGAIN = Duration.ofMillis(100);

  /** The balloon's unit, whatever the guest's page size is. */
  private static final long PAGE = 4096;

  private final QmpDomains domains;

  QmpMemory(QmpDomains domains) {
    this.domains = domains;
  }

  @Override
  public MemoryInfo info(DomainCall call) {
    QmpDomain domain = domains.require(call);
    return domain.look(
        call,
        machine ->
            machine.isPresent()
                ? info(call.asCall(), machine.get())
                : info(domain.requireConfig(call)));
  }

  static MemoryInfo info(Call call, Machine machine) {
    DomainDefinition live = machine.live();
    return new MemoryInfo(maximum(live), hasBalloon(live) ? actual(call, machine) : maximum(live));
  }

  static MemoryInfo info(DomainDefinition definition) {
    return new MemoryInfo(maximum(definition), current(definition));
  }

  /** What a machine of this definition is started with. */
  static ByteSize maximum(DomainDefinition definition) {
    return definition.memory().orElse(ByteSize.ZERO);
  }

  private static ByteSize current(DomainDefinition definition) {
    ByteSize maximum = maximum(definition);
    return hasBalloon(definition) ? definition.currentMemory().orElse(maximum) : maximum;
  }

  /** Whether a machine of this definition has a balloon; it has one unless it says otherwise. */
  static boolean hasBalloon(DomainDefinition definition) {
    return definition
        .memBalloon()
        .flatMap(MemBalloon::model)
        .filter(BalloonModel.NONE::equals)
        .isEmpty();
  }

  static ByteSize actual(Call call, Machine machine) {
    return ByteSize.bytes(machine.monitor().ask(call, "query-balloon").path("actual").asLong());
  }

  @Override
  public void balloonTo(DomainCall call, ByteSize size, Apply apply) {
    Change.apply(
        domains.require(call),
        call,
        apply,
        definition -> {
          checkMaximum(call, size, maximum(definition));
          return definition.withCurrentMemory(size);
        },
        machine -> {
          checkMaximum(call, size, maximum(machine.live()));
          balloon(call.asCall(), machine, size);
        });
  }

  private static void checkMaximum(DomainCall call, ByteSize size, ByteSize maximum) {
    if (size.compareTo(maximum) > 0) {
      throw new InvalidDefinitionException(
          call.context(),
          "domain/currentMemory",
          size.toString(),
          "not more than the memory, " + maximum);
    }
  }

  private static void balloon(Call call, Machine machine, ByteSize size) {
    long target = size.bytes() / PAGE * PAGE;
    try (EventWait never = machine.monitor().expect(event -> false)) {
      machine
          .monitor()
          .ask(call, "balloon", JsonNodeFactory.instance.objectNode().put("value", target));
      long actual = actual(call, machine).bytes();
      while (actual != target) {
        if (call.deadline().isPast()) {
          throw new TimedOutException(
              call.context().withOutcome(Outcome.UNKNOWN),
              "the guest has %s and not yet %s after %s; the target stays set. A guest without a balloon driver, or one that needs its memory, never gets there"
                  .formatted(
                      ByteSize.bytes(actual), ByteSize.bytes(target), call.deadline().budget()));
        }
        never.await(call, call.deadline().atMost(ASK_AGAIN));
        actual = actual(call, machine).bytes();
      }
    }
    machine.changed(live -> live.withCurrentMemory(size));
  }
}
