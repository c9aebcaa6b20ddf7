package io.kvmsdk.qmp.direct;

import io.kvmsdk.call.Call;
import io.kvmsdk.capability.Feature;
import io.kvmsdk.capability.Support;
import io.kvmsdk.domain.DomainBackends;
import io.kvmsdk.host.HostCapabilities;
import io.kvmsdk.host.HypervisorVersion;
import io.kvmsdk.spi.EventSink;
import io.kvmsdk.spi.HypervisorBackend;
import java.util.Optional;

/** A connection to one QEMU that somebody else started. Thread-safe. */
final class AttachedBackend implements HypervisorBackend {

  private final AttachedDomain domain;
  private final AttachedProbe probe;
  private final Subjects subjects;

  private AttachedBackend(AttachedDomain domain) {
    this.domain = domain;
    this.probe = new AttachedProbe(domain.machine());
    this.subjects = Subjects.of(domain, probe, new AttachedLifecycle(domain));
  }

  static AttachedBackend connect(Call call, DirectUri uri, EventSink events) {
    return new AttachedBackend(AttachedDomain.connect(call, uri.path(), events));
  }

  @Override
  public HypervisorVersion version(Call call) {
    domain.check(call);
    return new HypervisorVersion(
        "qmp", "QEMU", Optional.of(domain.machine().monitor().version()), Optional.empty());
  }

  @Override
  public HostCapabilities capabilities(Call call) {
    domain.check(call);
    return HostFacts.of(call, Optional.empty());
  }

  @Override
  public Support support(Feature feature) {
    return probe.support(feature);
  }

  @Override
  public DomainBackends domains() {
    return subjects;
  }

  @Override
  public void close() {
    domain.close();
  }
}
