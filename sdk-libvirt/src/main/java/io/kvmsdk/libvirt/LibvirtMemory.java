package io.kvmsdk.libvirt;

import io.kvmsdk.call.Apply;
import io.kvmsdk.call.DomainCall;
import io.kvmsdk.domain.definition.DomainDefinition;
import io.kvmsdk.domain.memory.MemoryBackend;
import io.kvmsdk.domain.memory.MemoryInfo;
import io.kvmsdk.error.InvalidDefinitionException;
import io.kvmsdk.units.ByteSize;
import java.time.Duration;
import org.libvirt.jna.virDomainInfo;

/** {@code virDomainSetMemoryFlags}. */
final class LibvirtMemory implements MemoryBackend {

  private static final Duration PATIENCE = Duration.ofSeconds(1);

  /** A balloon takes pages of 4 KiB, whatever the guest's are. */
  private static final long PAGE_KIBIBYTES = 4;

  private final LibvirtCalls calls;
  private final LibvirtEvents events;

  LibvirtMemory(LibvirtCalls calls, LibvirtEvents events) {
    this.calls = calls;
    this.events = events;
  }

  @Override
  public MemoryInfo info(DomainCall call) {
    return calls.read(
        call,
        domain -> {
          virDomainInfo info = domain.info();
          return new MemoryInfo(
              ByteSize.kibibytes(info.maxMem.longValue()),
              ByteSize.kibibytes(info.memory.longValue()));
        });
  }

  @Override
  public void balloonTo(DomainCall call, ByteSize size, Apply apply) {
    calls.read(
        call,
        domain -> {
          Applying.require(call, domain, apply);
          if (apply.live()) {
            requireAtMost(call, size, ByteSize.kibibytes(domain.info().maxMem.longValue()));
          }
          if (apply.config()) {
            DomainDefinition next = DomainDefinition.fromXml(domain.xml(NativeDomain.XML_INACTIVE));
            requireAtMost(call, size, next.memory().orElse(size));
          }
          return true;
        });
    long kibibytes = size.bytes() / 1024 / PAGE_KIBIBYTES * PAGE_KIBIBYTES;
    Applying.each(
        call,
        apply,
        () -> setLive(call, kibibytes),
        () -> calls.change(call, d -> d.setMemory(kibibytes, NativeDomain.AFFECT_CONFIG)));
  }

  private static void requireAtMost(DomainCall call, ByteSize size, ByteSize maximum) {
    if (size.compareTo(maximum) > 0) {
      throw new InvalidDefinitionException(
          call.context(),
          "domain/currentMemory",
          size.toString(),
          "at most " + maximum + ", the memory that the machine was made with");
    }
  }

  private void setLive(DomainCall call, long kibibytes) {
    try (DomainWatch watch = events.watch(call.uuid())) {
      calls.change(call, domain -> domain.setMemory(kibibytes, NativeDomain.AFFECT_LIVE));
      long[] current = {current(call)};
      if (current[0] == kibibytes) {
        return; // it was there before, and there is nothing that could be told
      }
      Awaiting.until(
          call,
          watch,
          PATIENCE,
          signal -> {
            if (signal instanceof DomainSignal.Balloon balloon) {
              current[0] = balloon.kibibytes();
            }
            return current[0] == kibibytes;
          },
          () -> {
            current[0] = current(call);
            return current[0] == kibibytes;
          },
          () ->
              "the guest was asked for "
                  + ByteSize.kibibytes(kibibytes)
                  + ", has got "
                  + ByteSize.kibibytes(current[0])
                  + ", and did not get there");
    }
  }

  /** What libvirt has heard from the balloon last, in KiB; documents tell the same. */
  private long current(DomainCall call) {
    return calls.read(call, domain -> domain.info().memory.longValue());
  }
}
