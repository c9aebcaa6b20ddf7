package io.kvmsdk.network;

import io.kvmsdk.error.InvalidDefinitionException;
import io.kvmsdk.internal.style.ValueStyle;
import io.kvmsdk.network.dhcp.DhcpHost;
import io.kvmsdk.network.dns.DnsServer;
import io.kvmsdk.network.dns.DnsmasqOptions;
import io.kvmsdk.network.forward.ForwardInterface;
import io.kvmsdk.network.forward.ForwardMode;
import io.kvmsdk.network.forward.NetworkForward;
import io.kvmsdk.units.MacAddress;
import io.kvmsdk.xml.Document;
import io.kvmsdk.xml.Extras;
import io.kvmsdk.xml.Metadata;
import io.kvmsdk.xml.Strictness;
import io.kvmsdk.xml.XmlMapping;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.immutables.value.Value;

/**
 * A virtual network of libvirt.
 *
 * @see <a href="https://libvirt.org/formatnetwork.html#element-and-attribute-overview">libvirt:
 *     Network XML format</a>
 */
@Value.Immutable
@ValueStyle
public interface NetworkDefinition extends Document, WithNetworkDefinition {

  /** How it is read and written. */
  XmlMapping<NetworkDefinition> XML = new NetworkDefinitionXml();

  /**
   * One whose guests reach the host's networks with the host's address, and get addresses of their
   * own by DHCP: all of the subnet but the host's.
   *
   * @param name the network's name
   * @param address the host's IPv4 address on it and the prefix, such as {@code 192.168.100.1/24}
   * @throws InvalidDefinitionException if that is no address of a host in a subnet of 2 or more
   */
  static NetworkDefinition nat(String name, String address) {
    return isolated(name, address).withForward(NetworkForward.of(ForwardMode.NAT));
  }

  /** Like {@link #nat}, yet guests keep their addresses outside, for which routes are needed. */
  static NetworkDefinition routed(String name, String address) {
    return isolated(name, address).withForward(NetworkForward.of(ForwardMode.ROUTE));
  }

  /** Like {@link #nat}, yet guests reach each other and the host only. */
  static NetworkDefinition isolated(String name, String address) {
    return builder().name(name).addIp(Ipv4Subnet.of(address).withDhcp()).build();
  }

  /** One whose guests reach each other only, and have to find addresses by themselves. */
  static NetworkDefinition isolated(String name) {
    return builder().name(name).build();
  }

  /** One that stands for a bridge of the host, such as {@code br0}. */
  static NetworkDefinition bridged(String name, String bridge) {
    return builder()
        .name(name)
        .forward(NetworkForward.of(ForwardMode.BRIDGE))
        .bridge(NetworkBridge.of(bridge))
        .build();
  }

  /** One that stands for a bridge of Open vSwitch. Since libvirt 0.10.0. */
  static NetworkDefinition openVswitch(String name, String bridge) {
    return bridged(name, bridge).withVirtualPort(VirtualPort.openVswitch());
  }

  /** One of macvtaps in bridge mode on devices of the host; the least used is taken. */
  static NetworkDefinition macvtap(String name, String... devices) {
    NetworkForward.Builder forward = NetworkForward.builder().mode(ForwardMode.BRIDGE);
    for (String device : devices) {
      forward.addInterface(ForwardInterface.of(device));
    }
    return builder().name(name).forward(forward.build()).build();
  }

  /**
   * One whose guests get virtual functions of a network card of the host (SR-IOV), which libvirt
   * takes from the host's driver and gives back. Since libvirt 0.10.0.
   *
   * @param physicalFunction the card's device on the host, such as {@code enp2s0f0}
   */
  static NetworkDefinition sriovPool(String name, String physicalFunction) {
    NetworkForward.Builder forward = NetworkForward.builder().mode(ForwardMode.HOSTDEV);
    forward.managed(true).physicalFunction(physicalFunction);
    return builder().name(name).forward(forward.build()).build();
  }

  /** An empty builder. */
  static Builder builder() {
    return new Builder();
  }

  /** A builder that starts with the values of this one. */
  default Builder toBuilder() {
    return builder().from(this);
  }

  /** What {@code <network>} says, keeping what has no name here. */
  static NetworkDefinition fromXml(String xml) {
    return fromXml(xml, Strictness.LENIENT);
  }

  /** What {@code <network>} says. */
  static NetworkDefinition fromXml(String xml, Strictness strictness) {
    return XML.parse(xml, strictness);
  }

  @Override
  default String toXml() {
    return XML.format(this);
  }

  /**
   * How many guests' interfaces are connected; libvirt writes it of a running network. Since
   * libvirt 0.10.0.
   */
  Optional<Integer> connections();

  /**
   * Whether guests of a network without an IPv6 address of the host may use IPv6 among each other.
   * Absent means no. Since libvirt 1.0.1.
   */
  Optional<Boolean> ipv6();

  /**
   * Whether the host follows when a guest changes its address and filters. Absent means no. Since
   * libvirt 1.2.10.
   */
  Optional<Boolean> trustGuestRxFilters();

  /** The network's name, unique on its host. */
  String name();

  /** The network's id; libvirt makes one up if it is absent. */
  Optional<UUID> uuid();

  /** A short description, one line. Since libvirt 9.7.0. */
  Optional<String> title();

  /** A description for people. Since libvirt 9.7.0. */
  Optional<String> description();

  /** What applications keep with the network. Since libvirt 2.1.0. */
  Metadata metadata();

  /** How it is connected to the host's networks. Absent means not at all. */
  Optional<NetworkForward> forward();

  /** The bridge that guests are connected to. */
  Optional<NetworkBridge> bridge();

  /**
   * The largest packet, in bytes. Absent means what the kind of device has, mostly 1500. Since
   * libvirt 3.1.0.
   */
  Optional<Integer> mtu();

  /**
   * The Ethernet address of libvirt's bridge; libvirt makes one up if it is absent. Since libvirt
   * 0.8.8.
   */
  Optional<MacAddress> mac();

  /** The DNS domain of the guests. Since libvirt 0.4.5. */
  Optional<NetworkDomain> domain();

  /**
   * The server that looks up names for guests. Absent means that there is one. Since libvirt 0.9.3.
   */
  Optional<DnsServer> dns();

  /** The VLANs of interfaces that say nothing else. Since libvirt 0.10.0. */
  Optional<Vlan> vlan();

  /** How much traffic of all guests together may pass. Since libvirt 0.9.4. */
  Optional<Bandwidth> bandwidth();

  /**
   * Whether guests are kept apart from each other, on a Linux bridge. Absent means no. Since
   * libvirt 6.1.0.
   */
  Optional<Boolean> isolatedPorts();

  /** The addresses of the host on it, and what it serves there. */
  List<NetworkIp> ips();

  /** The routes of the host to networks that are reached by a guest. Since libvirt 1.0.6. */
  List<Route> routes();

  /** What the switch has to know of interfaces. */
  Optional<VirtualPort> virtualPort();

  /** The classes of interfaces. Since libvirt 0.9.4. */
  List<PortGroup> portGroups();

  /** What is passed to dnsmasq as it stands; see there. Since libvirt 5.6.0. */
  Optional<DnsmasqOptions> dnsmasqOptions();

  /** In which way it is connected to the host's networks; empty if it is isolated. */
  default Optional<ForwardMode> forwardMode() {
    return forward().map(forward -> forward.mode().orElse(ForwardMode.NAT));
  }

  /** The port group of that name. */
  default Optional<PortGroup> portGroup(String name) {
    return portGroups().stream().filter(group -> group.name().equals(name)).findFirst();
  }

  /** The port group of interfaces that name none. */
  default Optional<PortGroup> defaultPortGroup() {
    return portGroups().stream().filter(group -> group.defaultGroup().orElse(false)).findFirst();
  }

  /** The guest that always gets the same address, by its Ethernet address. */
  default Optional<DhcpHost> dhcpHost(MacAddress mac) {
    return ips().stream()
        .flatMap(ip -> ip.dhcp().stream())
        .flatMap(dhcp -> dhcp.host(mac).stream())
        .findFirst();
  }

  /** What the document says beyond this. */
  @Override
  Extras extras();

  /** Makes values. */
  final class Builder extends ImmutableNetworkDefinition.Builder {
    Builder() {
      extras(Extras.NONE);
      metadata(Metadata.NONE);
    }

    /** Passes lines to the configuration of dnsmasq; libvirt does not look at them. */
    public Builder dnsmasqOptions(String... options) {
      return dnsmasqOptions(DnsmasqOptions.of(options));
    }
  }
}
