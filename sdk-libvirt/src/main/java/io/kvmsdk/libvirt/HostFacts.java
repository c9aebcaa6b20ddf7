package io.kvmsdk.libvirt;

import io.kvmsdk.host.GuestSupport;
import io.kvmsdk.host.HostCapabilities;
import io.kvmsdk.host.capabilities.Capabilities;
import io.kvmsdk.host.capabilities.GuestCapabilities;
import io.kvmsdk.host.capabilities.GuestDomainType;
import io.kvmsdk.host.capabilities.GuestMachine;
import io.kvmsdk.units.ByteSize;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.libvirt.jna.virNodeInfo;

/** What a daemon says of its host and of the guests that it can run. */
final class HostFacts {

  private HostFacts() {}

  static HostCapabilities read(NativeConnection connection) throws NativeFailure {
    Capabilities said = Capabilities.fromXml(connection.capabilities());
    virNodeInfo node = connection.nodeInfo();
    return new HostCapabilities(
        said.host().cpu().arch().orElse("unknown"),
        node.cpus,
        ByteSize.kibibytes(node.memory.longValue()),
        guests(said));
  }

  /** One for each architecture and domain type. */
  static List<GuestSupport> guests(Capabilities said) {
    List<GuestSupport> guests = new ArrayList<>();
    for (GuestCapabilities guest : said.guests()) {
      for (GuestDomainType domain : guest.domains()) {
        String type = domain.type();
        guests.add(
            new GuestSupport(guest.arch(), type, guest.emulator(type), machines(guest, type)));
      }
    }
    return List.copyOf(guests);
  }

  private static List<String> machines(GuestCapabilities guest, String type) {
    Set<String> names = new LinkedHashSet<>();
    for (GuestMachine machine : guest.machines(type)) {
      names.add(machine.name());
      machine.canonical().ifPresent(names::add);
    }
    return List.copyOf(names);
  }
}
