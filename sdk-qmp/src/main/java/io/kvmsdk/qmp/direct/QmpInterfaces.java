package io.kvmsdk.qmp.direct;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.kvmsdk.call.Apply;
import io.kvmsdk.call.Call;
import io.kvmsdk.call.Deadline;
import io.kvmsdk.call.DomainCall;
import io.kvmsdk.domain.definition.DomainDefinition;
import io.kvmsdk.domain.network.InterfaceBackend;
import io.kvmsdk.domain.network.NetworkInterface;
import io.kvmsdk.error.AlreadyExistsException;
import io.kvmsdk.error.HypervisorException;
import io.kvmsdk.error.NotFoundException;
import io.kvmsdk.units.MacAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Network interfaces, by QMP's {@code netdev_add}, {@code device_add} and their opposites. */
final class QmpInterfaces implements InterfaceBackend {

  private static final Logger LOG = LoggerFactory.getLogger(QmpInterfaces.class);

  /** What taking back half an interface may take, when the call's own time is over. */
  private static final Duration UNDOING = Duration.ofSeconds(10);

  private final QmpDomains domains;

  QmpInterfaces(QmpDomains domains) {
    this.domains = domains;
  }

  @Override
  public void attach(DomainCall call, NetworkInterface card, Apply apply) {
    Change.apply(
        domains.require(call),
        call,
        apply,
        definition -> {
          checkFree(call, definition, card);
          return with(definition, card);
        },
        machine -> {
          checkFree(call, machine.live(), card);
          plug(call.asCall(), machine, LiveDefinition.plugged(machine.live(), card));
        });
  }

  private static void checkFree(
      DomainCall call, DomainDefinition definition, NetworkInterface card) {
    MacAddress mac = card.mac().orElseThrow();
    if (definition.networkInterface(mac).isPresent()) {
      throw new AlreadyExistsException(
          call.context(), "there is an interface of the address " + mac + " already");
    }
  }

  private static DomainDefinition with(DomainDefinition definition, NetworkInterface card) {
    List<NetworkInterface> more = new ArrayList<>(definition.interfaces());
    more.add(card);
    return definition.withInterfaces(more);
  }

  private static void plug(Call call, Machine machine, NetworkInterface card) {
    QemuInterface parts =
        QemuInterface.of("interface", with(machine.live(), card), card, Optional.empty());
    machine.monitor().ask(call, "netdev_add", parts.netdev());
    boolean done = false;
    try {
      machine.monitor().ask(call, "device_add", parts.device());
      done = true;
    } finally {
      if (!done) {
        Call undoing = new Call(call.operation(), call.object(), Deadline.after(UNDOING));
        removeNetdev(undoing, machine.monitor(), card);
      }
    }
    parts.link().ifPresent(link -> machine.monitor().client().execute(link, call));
    machine.changed(live -> with(live, card));
  }

  /** Takes away the network back end of an interface whose device is gone. */
  static void removeNetdev(Call call, Monitor monitor, NetworkInterface card) {
    String netdev = "host" + card.alias().orElseThrow(); // as QemuInterface names it
    try {
      monitor.ask(call, "netdev_del", JsonNodeFactory.instance.objectNode().put("id", netdev));
    } catch (HypervisorException e) {
      LOG.warn("{}: the network back end {} stays", call.object(), netdev, e);
    }
  }

  @Override
  public void detach(DomainCall call, MacAddress mac, Apply apply) {
    Change.apply(
        domains.require(call),
        call,
        apply,
        definition -> {
          find(call, definition, mac);
          return definition.withInterfaces(
              definition.interfaces().stream()
                  .filter(card -> card.mac().filter(mac::equals).isEmpty())
                  .toList());
        },
        machine -> {
          String alias = find(call, machine.live(), mac).alias().orElseThrow();
          machine.hotPlug().remove(call.asCall(), alias, "interface " + mac);
        });
  }

  private static NetworkInterface find(
      DomainCall call, DomainDefinition definition, MacAddress mac) {
    return definition
        .networkInterface(mac)
        .orElseThrow(() ->
            new NotFoundException(call.context(), "there is no interface of the address " + mac));
  }
}
