package io.kvmsdk.qmp.direct;

import io.kvmsdk.call.Call;
import io.kvmsdk.call.Deadline;
import io.kvmsdk.error.HypervisorException;
import io.kvmsdk.qmp.QmpEvent;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Does what has to be done when something happens in a machine, in the order in which it does. */
final class MachineWatch implements Monitor.Observer {

  private static final Logger LOG = LoggerFactory.getLogger(MachineWatch.class);

  /** What the commands that follow an event may take. */
  private static final Duration FOLLOWING = Duration.ofSeconds(20);

  private final DirectDomain domain;
  private final Running running;

  MachineWatch(DirectDomain domain, Running running) {
    this.domain = domain;
    this.running = running;
  }

  @Override
  public void happened(Monitor monitor, QmpEvent event) {
    running.state().happened(event);
    try {
      running.machine().ifPresent(machine -> follow(machine, event));
    } catch (HypervisorException e) {
      LOG.warn("{}: could not do what follows {}", domain.ref(), event.name(), e);
    }
  }

  private void follow(Machine machine, QmpEvent event) {
    Call call =
        new Call("follow " + event.name(), domain.ref().toString(), Deadline.after(FOLLOWING));
    switch (event.name()) {
      case "DEVICE_DELETED" -> {
        String device = event.data().path("device").asText();
        if (!device.isEmpty()) {
          Removed.clear(call, machine, device);
        }
      }
      case "SHUTDOWN", "GUEST_PANICKED" -> {
        if (running.state().isRebooting()) {
          machine.monitor().ask(call, "system_reset");
        }
      }
      case "RESET" -> {
        machine.hotPlug().reset();
        if (running.state().isRebooting()) {
          Policies.disarm(call, machine);
          machine.monitor().ask(call, "cont");
        }
      }
      default -> {}
    }
  }

  @Override
  public void missed(Monitor monitor) {
    Call call = new Call("resync", domain.ref().toString(), Deadline.after(FOLLOWING));
    running
        .machine()
        .ifPresent(machine -> {
          running.state().found(machine.status(call));
          Removed.catchUp(call, machine);
        });
  }

  @Override
  public void gone(Monitor monitor, HypervisorException cause) {
    domain.monitorLost(running, monitor, cause);
  }
}
