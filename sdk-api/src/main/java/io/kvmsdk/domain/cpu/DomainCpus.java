package io.kvmsdk.domain.cpu;

import io.kvmsdk.call.Apply;
import io.kvmsdk.call.DomainCall;
import io.kvmsdk.call.DomainRef;
import io.kvmsdk.call.FeatureProbe;
import io.kvmsdk.capability.Feature;
import java.time.Duration;

/** The vCPUs of one domain. Inert and thread-safe. */
public final class DomainCpus {

  private final CpuBackend backend;
  private final FeatureProbe probe;
  private final DomainRef domain;
  private final Duration timeout;

  /** Made by {@code Domain.cpus()}. */
  public DomainCpus(CpuBackend backend, FeatureProbe probe, DomainRef domain, Duration timeout) {
    this.backend = backend;
    this.probe = probe;
    this.domain = domain;
    this.timeout = timeout;
  }

  /**
   * How many vCPUs are plugged and how many can be: of the running machine, else of its definition.
   *
   * @throws io.kvmsdk.error.NotFoundException if the domain is gone
   */
  public CpuInfo info() {
    return backend.info(call("domain.cpu.info"));
  }

  /**
   * Plugs or unplugs vCPUs until {@code count} are online (libvirt's {@code
   * virDomainSetVcpusFlags}; QMP's {@code device_add} and {@code device_del}).
   *
   * <p>Adding returns when the machine has them; the guest brings them online at its own pace.
   * Taking away returns when the guest has let go of them, or the timeout passed: then the machine
   * may have lost some of them, and may lose the others yet. Needs QEMU 2.7 or later; unplugging
   * works with KVM, not under emulation.
   *
   * @param count how many are to be online: 1 to the maximum of the definition
   * @param apply the running machine, its definition, or both
   * @throws IllegalArgumentException if {@code count} is below 1
   * @throws io.kvmsdk.error.InvalidDefinitionException if {@code count} is over the maximum;
   *     nothing was changed
   * @throws io.kvmsdk.error.InvalidStateException if {@code apply} means a running machine and it
   *     is off; nothing was changed
   * @throws io.kvmsdk.error.UnsupportedFeatureException if {@link CpuFeatures#HOT_ADD}, {@link
   *     CpuFeatures#HOT_REMOVE} or {@link CpuFeatures#CONFIG}, whichever is needed, cannot be had;
   *     nothing was changed
   * @throws io.kvmsdk.error.TimedOutException if the guest did not let go in time
   */
  public void setOnline(int count, Apply apply) {
    if (count < 1) {
      throw new IllegalArgumentException("a machine has at least one vCPU: " + count);
    }
    DomainCall call = call("domain.cpu.set-online");
    if (apply.config()) {
      probe.require(call, CpuFeatures.CONFIG);
    }
    if (apply.live()) {
      Feature feature =
          count < backend.info(call).online() ? CpuFeatures.HOT_REMOVE : CpuFeatures.HOT_ADD;
      probe.require(call, feature);
    }
    backend.setOnline(call, count, apply);
  }

  private DomainCall call(String operation) {
    return DomainCall.within(timeout, operation, domain);
  }
}
