package io.kvmsdk.domain.memory;

import io.kvmsdk.call.Apply;
import io.kvmsdk.call.DomainCall;
import io.kvmsdk.call.DomainRef;
import io.kvmsdk.call.FeatureProbe;
import io.kvmsdk.units.ByteSize;
import java.time.Duration;

/** The memory of one domain. Inert and thread-safe. */
public final class DomainMemory {

  private final MemoryBackend backend;
  private final FeatureProbe probe;
  private final DomainRef domain;
  private final Duration timeout;

  /** Made by {@code Domain.memory()}. */
  public DomainMemory(
      MemoryBackend backend, FeatureProbe probe, DomainRef domain, Duration timeout) {
    this.backend = backend;
    this.probe = probe;
    this.domain = domain;
    this.timeout = timeout;
  }

  /**
   * How much memory there is, and how much of it the balloon leaves to the guest: of the running
   * machine, else of its definition.
   *
   * @throws io.kvmsdk.error.NotFoundException if the domain is gone
   */
  public MemoryInfo info() {
    return backend.info(call("domain.memory.info"));
  }

  /** {@link #balloonTo(ByteSize, Apply)} of the running machine. */
  public void balloonTo(ByteSize size) {
    balloonTo(size, Apply.LIVE);
  }

  /**
   * Inflates or deflates the balloon until {@code size} is left to the guest (libvirt's {@code
   * virDomainSetMemoryFlags}, QMP's {@code balloon}).
   *
   * <p>Returns when the guest has given up or taken back the memory, or the timeout passed: then
   * the target stays set, the guest may reach it yet, and the error says how far it came. A guest
   * without a balloon driver never gets there. Needs a {@code virtio} balloon device.
   *
   * @param size what the guest is to have: more than zero, not over the memory of the definition;
   *     QEMU rounds it down to whole pages
   * @param apply the running machine, its definition's {@code currentMemory}, or both
   * @throws IllegalArgumentException if {@code size} is zero
   * @throws io.kvmsdk.error.InvalidDefinitionException if {@code size} is over the maximum; nothing
   *     was changed
   * @throws io.kvmsdk.error.InvalidStateException if {@code apply} means a running machine and it
   *     is off; nothing was changed
   * @throws io.kvmsdk.error.UnsupportedFeatureException if {@link MemoryFeatures#BALLOON} or {@link
   *     MemoryFeatures#CONFIG} cannot be had, the machine having no balloon being one reason;
   *     nothing was changed
   * @throws io.kvmsdk.error.TimedOutException if the guest did not get there in time; the target
   *     stays set
   */
  public void balloonTo(ByteSize size, Apply apply) {
    if (size.bytes() == 0) {
      throw new IllegalArgumentException("a guest cannot live on no memory");
    }
    DomainCall call = call("domain.memory.balloon-to");
    if (apply.live()) {
      probe.require(call, MemoryFeatures.BALLOON);
    }
    if (apply.config()) {
      probe.require(call, MemoryFeatures.CONFIG);
    }
    backend.balloonTo(call, size, apply);
  }

  private DomainCall call(String operation) {
    return DomainCall.within(timeout, operation, domain);
  }
}
