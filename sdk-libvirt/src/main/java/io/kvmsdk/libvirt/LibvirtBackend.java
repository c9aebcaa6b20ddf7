package io.kvmsdk.libvirt;

import io.kvmsdk.call.Call;
import io.kvmsdk.capability.Feature;
import io.kvmsdk.capability.Support;
import io.kvmsdk.domain.DomainBackends;
import io.kvmsdk.host.HostCapabilities;
import io.kvmsdk.host.HypervisorVersion;
import io.kvmsdk.host.Version;
import io.kvmsdk.spi.HypervisorBackend;
import java.util.Optional;

/** One open connection. */
final class LibvirtBackend implements HypervisorBackend {

  private final Session session;
  private final LibvirtCalls calls;
  private final LibvirtFeatures features;
  private final LibvirtDomains domains;

  LibvirtBackend(
      Session session,
      LibvirtCalls calls,
      Driver driver,
      boolean qemuLibrary,
      DomainKinds kinds,
      QemuLog log) {
    this.session = session;
    this.calls = calls;
    this.features = new LibvirtFeatures(driver, qemuLibrary, kinds, calls);
    LibvirtEvents events = session.events();
    DevicePlug plug = new DevicePlug(calls, events);
    this.domains =
        new LibvirtDomains(
            features,
            new LibvirtLifecycle(calls, events, driver, log),
            new LibvirtCpus(calls, events),
            new LibvirtMemory(calls, events),
            new LibvirtDisks(calls, plug),
            new LibvirtInterfaces(plug),
            new LibvirtAgent(calls));
  }

  @Override
  public HypervisorVersion version(Call call) {
    return calls.read(
        call,
        connection ->
            new HypervisorVersion(
                LibvirtProvider.NAME,
                connection.type(),
                version(connection.version()),
                version(connection.libraryVersion())));
  }

  private static Optional<Version> version(long code) {
    return code == 0 ? Optional.empty() : Optional.of(Version.ofLibvirt(code));
  }

  @Override
  public HostCapabilities capabilities(Call call) {
    return calls.read(call, HostFacts::read);
  }

  @Override
  public Support support(Feature feature) {
    return features.support(feature);
  }

  @Override
  public DomainBackends domains() {
    return domains;
  }

  @Override
  public void close() {
    session.close();
  }
}
