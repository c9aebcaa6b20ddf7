package io.kvmsdk.qmp.direct;

import io.kvmsdk.call.Call;
import io.kvmsdk.call.ConnectOptions;
import io.kvmsdk.capability.Feature;
import io.kvmsdk.capability.Support;
import io.kvmsdk.domain.DomainBackends;
import io.kvmsdk.error.ConnectFailedException;
import io.kvmsdk.host.HostCapabilities;
import io.kvmsdk.host.HypervisorVersion;
import io.kvmsdk.host.Version;
import io.kvmsdk.spi.EventSink;
import io.kvmsdk.spi.HypervisorBackend;
import java.util.Optional;

/** A connection to a state directory: drives the QEMU processes of its domains. Thread-safe. */
final class DirectBackend implements HypervisorBackend {

  private final StateDirectory directory;
  private final DirectDomains domains;
  private final Binaries binaries;
  private final DirectProbe probe;
  private final Subjects subjects;
  private final Autostart autostart;

  private DirectBackend(
      StateDirectory directory,
      DirectDomains domains,
      Binaries binaries,
      DirectProbe probe,
      ConnectOptions options) {
    this.directory = directory;
    this.domains = domains;
    this.binaries = binaries;
    this.probe = probe;
    DirectLifecycle lifecycle = new DirectLifecycle(domains, new Starter(binaries));
    this.subjects = Subjects.of(domains, probe, lifecycle);
    this.autostart = new Autostart(domains, lifecycle, options.callTimeout());
  }

  static DirectBackend connect(Call call, DirectUri uri, ConnectOptions options, EventSink events) {
    Binaries binaries = new Binaries(uri.qemu());
    if (uri.qemu().isPresent()) {
      binaries.usual(call); // said to be there, so it is looked for now
    }
    StateDirectory directory = StateDirectory.open(call, uri.path());
    boolean connected = false;
    DirectDomains domains = new DirectDomains(directory, events);
    try {
      Finder.findAll(call, directory, domains);
      DirectProbe probe = new DirectProbe(call, domains, binaries);
      DirectBackend backend = new DirectBackend(directory, domains, binaries, probe, options);
      if (directory.claimBoot(call.context())) {
        backend.autostart.begin();
      }
      connected = true;
      return backend;
    } finally {
      if (!connected) {
        domains.close();
        directory.close();
      }
    }
  }

  @Override
  public HypervisorVersion version(Call call) {
    domains.check(call);
    Optional<Version> version;
    try {
      version = Optional.of(binaries.usual(call).capabilities(call).version());
    } catch (ConnectFailedException e) {
      version = Optional.empty(); // domains that name their own QEMU can be run all the same
    }
    return new HypervisorVersion("qmp", "QEMU", version, Optional.empty());
  }

  @Override
  public HostCapabilities capabilities(Call call) {
    domains.check(call);
    Optional<QemuBinary> binary;
    try {
      binary = Optional.of(binaries.usual(call));
    } catch (ConnectFailedException e) {
      binary = Optional.empty();
    }
    return HostFacts.of(call, binary);
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
    autostart.close();
    domains.close();
    directory.close();
  }
}
