package io.kvmsdk.qmp.direct;

import io.kvmsdk.call.Call;
import io.kvmsdk.call.DomainRef;
import io.kvmsdk.domain.definition.DomainDefinition;
import io.kvmsdk.error.ErrorContext;
import io.kvmsdk.error.HypervisorException;
import io.kvmsdk.error.InvalidDefinitionException;
import java.time.Duration;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Finds the domains of a state directory again: defined, running, or ended meanwhile. */
final class Finder {

  private static final Logger LOG = LoggerFactory.getLogger(Finder.class);

  /** What one machine's monitor may take to answer; a stuck one must not hold up the others. */
  private static final Duration EACH = Duration.ofSeconds(3);

  private Finder() {}

  static void findAll(Call call, StateDirectory directory, DirectDomains domains) {
    for (MachineFolder folder : directory.machines(call.context())) {
      try {
        find(call, folder, domains);
      } catch (InvalidDefinitionException e) {
        LOG.warn("{} is left alone: its definition cannot be read", folder, e);
      }
    }
  }

  private static void find(Call call, MachineFolder folder, DirectDomains domains) {
    Optional<DomainDefinition> config = read(call.context(), folder, MachineFile.DEFINITION);
    Optional<DomainDefinition> live = read(call.context(), folder, MachineFile.LIVE);
    DomainDefinition any = config.or(() -> live).orElseThrow();
    DirectDomain domain = domains.add(new DomainRef(folder.uuid(), any.name()));
    config.ifPresent(domain::config);
    folder
        .read(call.context(), MachineFile.LAST_STATE)
        .map(Ending::fromText)
        .ifPresent(domain::lastEnding);
    if (live.isPresent()) {
      Optional<QemuProcess> process = QemuProcess.find(call.context(), folder);
      if (process.isPresent()) {
        attach(call, domain, process.get());
      } else {
        ended(call, domain);
      }
    }
  }

  private static Optional<DomainDefinition> read(
      ErrorContext context, MachineFolder folder, MachineFile file) {
    return folder.read(context, file).map(DomainDefinition::fromXml);
  }

  private static void attach(Call call, DirectDomain domain, QemuProcess process) {
    Running running = new Running(process, new MachineState(domain.ref(), domain.events()));
    domain.running(running);
    try {
      Call one = new Call(call.operation(), domain.ref().toString(), call.deadline().atMost(EACH));
      domain.attach(one, running);
    } catch (HypervisorException e) {
      LOG.warn(
          "{} runs, but its monitor does not answer; it is asked again when used", domain.ref(), e);
    }
  }

  /** It ended while nobody was there: why tells its log. */
  private static void ended(Call call, DirectDomain domain) {
    MachineFolder folder = domain.folder();
    EndReason reason = EndReason.of(call.context(), folder);
    domain.cleared(call, Ending.of(reason.cause(), false, folder.log(call.context()).last(20)));
  }
}
