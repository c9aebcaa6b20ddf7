package io.kvmsdk.network.filter;

import io.kvmsdk.xml.Extras;
import io.kvmsdk.xml.XmlIn;
import io.kvmsdk.xml.XmlOut;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a packet has to have to meet a rule: values of a protocol, all of which it has, or none if
 * the condition is negated.
 *
 * @see <a href="https://libvirt.org/formatnwfilter.html#supported-protocols">libvirt: Supported
 *     protocols</a>
 */
public sealed interface FilterCondition
    permits ArpCondition,
        IpCondition,
        MacCondition,
        StpCondition,
        TransportCondition,
        VlanCondition {

  /** TCP packets over IPv4 to a port. */
  static FilterCondition tcp(int destinationPort) {
    return TransportCondition.tcp(destinationPort);
  }

  /** UDP packets over IPv4 to a port. */
  static FilterCondition udp(int destinationPort) {
    return TransportCondition.udp(destinationPort);
  }

  /** All packets of a protocol over IP, such as {@link FilterProtocol#ICMP}. */
  static FilterCondition protocol(FilterProtocol protocol) {
    return TransportCondition.of(protocol);
  }

  /** Packets from another Ethernet address than the interface's. */
  static FilterCondition foreignMac() {
    return MacCondition.builder().match(false).sourceMac(FilterValue.INTERFACE_MAC).build();
  }

  /** IPv4 packets from another address than the interface's. */
  static FilterCondition foreignIp() {
    return IpCondition.builder()
        .protocol(FilterProtocol.IP)
        .match(false)
        .sourceIp(FilterValue.INTERFACE_IP)
        .build();
  }

  /** The protocol whose values these are; the name of the element. */
  FilterProtocol protocol();

  /** Whether packets that have these values meet the condition, or those that do not. */
  Optional<Boolean> match();

  /** A note. */
  Optional<String> comment();

  /** What the document says beyond what has a name here. */
  Extras extras();
}

/** Conditions, each by the name of its element. */
final class FilterConditions {

  private FilterConditions() {}

  /** The condition that the element says, or null if it says none that has a name here. */
  static @Nullable FilterCondition read(XmlIn in) {
    FilterProtocol protocol = new FilterProtocol(in.name());
    if (TransportConditionXml.isTransport(protocol)) {
      return in.read(TransportCondition.XML);
    }
    return switch (in.name()) {
      case "mac" -> in.read(MacCondition.XML);
      case "vlan" -> in.read(VlanCondition.XML);
      case "stp" -> in.read(StpCondition.XML);
      case "arp", "rarp" -> in.read(ArpCondition.XML);
      case "ip", "ipv6" -> in.read(IpCondition.XML);
      default -> null;
    };
  }

  static void write(FilterCondition condition, XmlOut out) {
    String name = condition.protocol().value();
    if (condition instanceof MacCondition mac) out.write(name, MacCondition.XML, mac);
    if (condition instanceof VlanCondition vlan) out.write(name, VlanCondition.XML, vlan);
    if (condition instanceof StpCondition stp) out.write(name, StpCondition.XML, stp);
    if (condition instanceof ArpCondition arp) out.write(name, ArpCondition.XML, arp);
    if (condition instanceof IpCondition ip) out.write(name, IpCondition.XML, ip);
    if (condition instanceof TransportCondition transport) {
      out.write(name, TransportCondition.XML, transport);
    }
  }
}
