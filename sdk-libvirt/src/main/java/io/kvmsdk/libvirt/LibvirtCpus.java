package io.kvmsdk.libvirt;

import io.kvmsdk.call.Apply;
import io.kvmsdk.call.DomainCall;
import io.kvmsdk.domain.cpu.CpuBackend;
import io.kvmsdk.domain.cpu.CpuInfo;
import io.kvmsdk.error.InvalidDefinitionException;
import java.time.Duration;

/** {@code virDomainSetVcpusFlags}. */
final class LibvirtCpus implements CpuBackend {

  private static final Duration PATIENCE = Duration.ofMillis(500);

  private final LibvirtCalls calls;
  private final LibvirtEvents events;

  LibvirtCpus(LibvirtCalls calls, LibvirtEvents events) {
    this.calls = calls;
    this.events = events;
  }

  @Override
  public CpuInfo info(DomainCall call) {
    return calls.read(
        call,
        domain ->
            new CpuInfo(
                domain.vcpus(NativeDomain.AFFECT_CURRENT),
                domain.maximumVcpus(NativeDomain.AFFECT_CURRENT)));
  }

  @Override
  public void setOnline(DomainCall call, int count, Apply apply) {
    calls.read(
        call,
        domain -> {
          Applying.require(call, domain, apply);
          if (apply.live()) {
            requireAtMost(call, count, domain.maximumVcpus(NativeDomain.AFFECT_LIVE));
          }
          if (apply.config()) {
            requireAtMost(call, count, domain.maximumVcpus(NativeDomain.AFFECT_CONFIG));
          }
          return true;
        });
    Applying.each(
        call,
        apply,
        () -> setLive(call, count),
        () -> calls.change(call, domain -> domain.setVcpus(count, NativeDomain.AFFECT_CONFIG)));
  }

  private static void requireAtMost(DomainCall call, int count, int maximum) {
    if (count > maximum) {
      throw new InvalidDefinitionException(
          call.context(),
          "domain/vcpu/@current",
          Integer.toString(count),
          "at most " + maximum + ", the vCPUs that the machine was made for");
    }
  }

  /** libvirt takes one vCPU after the other, and waits some seconds only for each of them. */
  private void setLive(DomainCall call, int count) {
    try (DomainWatch watch = events.watch(call.uuid())) {
      if (ask(call, count)) {
        return;
      }
      Awaiting.until(
          call,
          watch,
          PATIENCE,
          signal -> false,
          () -> online(call) <= count || ask(call, count),
          () -> "the guest did not let go of all of them; now there are more than " + count);
    }
  }

  private int online(DomainCall call) {
    return calls.read(call, domain -> domain.vcpus(NativeDomain.AFFECT_LIVE));
  }

  /** Whether it was done at once; false if the guest has been asked and takes its time. */
  private boolean ask(DomainCall call, int count) {
    return calls.send(
        call,
        domain -> {
          int before = domain.vcpus(NativeDomain.AFFECT_LIVE);
          if (before == count) {
            return true;
          }
          try {
            domain.setVcpus(count, NativeDomain.AFFECT_LIVE);
            return true;
          } catch (NativeFailure e) {
            if (count < before && e.is(ErrorCodes.OPERATION_TIMEOUT) && !e.connectionLost()) {
              return false;
            }
            throw e;
          }
        });
  }
}
