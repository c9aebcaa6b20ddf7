package io.kvmsdk.libvirt;

import io.kvmsdk.host.GuestSupport;
import io.kvmsdk.host.HostCapabilities;
import io.kvmsdk.units.ByteSize;
import io.kvmsdk.xml.XmlElement;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.libvirt.jna.virNodeInfo;

/** What a daemon says of its host and of the guests that it can run. */
final class Capabilities {

  private Capabilities() {}

  static HostCapabilities read(NativeConnection connection) throws NativeFailure {
    XmlElement document = XmlElement.parse(connection.capabilities());
    virNodeInfo node = connection.nodeInfo();
    String arch =
        document
            .child("host")
            .flatMap(host -> host.child("cpu"))
            .flatMap(cpu -> cpu.child("arch"))
            .map(XmlElement::text)
            .orElse("unknown");
    return new HostCapabilities(
        arch, node.cpus, ByteSize.kibibytes(node.memory.longValue()), guests(document));
  }

  /** One for each architecture and domain type. */
  static List<GuestSupport> guests(XmlElement document) {
    List<GuestSupport> guests = new ArrayList<>();
    for (XmlElement guest : document.children("guest")) {
      for (XmlElement arch : guest.children("arch")) {
        String name = arch.attribute("name").orElse("unknown");
        for (XmlElement domain : arch.children("domain")) {
          Optional<String> emulator =
              domain.child("emulator").or(() -> arch.child("emulator")).map(XmlElement::text);
          guests.add(
              new GuestSupport(
                  name,
                  domain.attribute("type").orElse("unknown"),
                  emulator,
                  machines(arch, domain)));
        }
      }
    }
    return List.copyOf(guests);
  }

  /** A domain type that names machines of its own has no others. */
  private static List<String> machines(XmlElement arch, XmlElement domain) {
    List<XmlElement> own = domain.children("machine");
    Set<String> names = new LinkedHashSet<>();
    for (XmlElement machine : own.isEmpty() ? arch.children("machine") : own) {
      names.add(machine.text());
      machine.attribute("canonical").ifPresent(names::add);
    }
    return List.copyOf(names);
  }
}
