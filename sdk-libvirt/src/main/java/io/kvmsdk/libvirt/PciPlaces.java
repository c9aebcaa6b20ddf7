package io.kvmsdk.libvirt;

import io.kvmsdk.xml.XmlElement;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The places of a running machine where a PCI device can be plugged. */
final class PciPlaces {

  /** Buses with one place each. */
  private static final Set<String> PORTS = Set.of("pcie-root-port", "pcie-switch-downstream-port");

  /** Buses with places 1 to 31. */
  private static final Set<String> BUSES = Set.of("pci-root", "pci-bridge", "pcie-to-pci-bridge");

  private static final int SLOTS = 31;

  private PciPlaces() {}

  /** How many are free, by the machine's live document. */
  static int free(String xml) {
    List<XmlElement> devices =
        XmlElement.parse(xml).child("devices").map(XmlElement::children).orElse(List.of());
    Set<String> taken = new HashSet<>();
    for (XmlElement device : devices) {
      device
          .child("address")
          .filter(address -> address.attribute("type").filter("pci"::equals).isPresent())
          .ifPresent(address -> taken.add(number(address, "bus") + ":" + number(address, "slot")));
    }
    int free = 0;
    for (XmlElement device : devices) {
      if (device.name().equals("controller")
          && device.attribute("type").filter("pci"::equals).isPresent()) {
        String model = device.attribute("model").orElse("");
        int bus = number(device, "index");
        int first = PORTS.contains(model) ? 0 : 1;
        int last = PORTS.contains(model) ? 0 : BUSES.contains(model) ? SLOTS : 0;
        for (int slot = first; slot <= last; slot++) {
          free += taken.contains(bus + ":" + slot) ? 0 : 1;
        }
      }
    }
    return free;
  }

  private static int number(XmlElement element, String attribute) {
    Optional<String> text = element.attribute(attribute);
    return text.map(Integer::decode).orElse(0);
  }
}
