package io.kvmsdk.network.host;

import io.kvmsdk.error.InvalidDefinitionException;
import io.kvmsdk.internal.style.ValueStyle;
import io.kvmsdk.units.MacAddress;
import io.kvmsdk.xml.Document;
import io.kvmsdk.xml.Extras;
import io.kvmsdk.xml.Strictness;
import io.kvmsdk.xml.XmlIn;
import io.kvmsdk.xml.XmlMapping;
import io.kvmsdk.xml.XmlOut;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * A network interface of the host: an Ethernet device, or a bridge, bond or VLAN made of others. In
 * another, only what it is made of has a meaning: how it is started and its addresses belong to the
 * outer one.
 */
@Value.Immutable
@ValueStyle
public interface HostInterface extends Document, WithHostInterface {

  /** How it is read and written. */
  XmlMapping<HostInterface> XML = new HostInterfaceXml();

  /** An Ethernet device of that name. */
  static HostInterface ethernet(String name) {
    return builder().type(HostInterfaceType.ETHERNET).name(name).build();
  }

  /** A bridge of interfaces, started with the host; give it addresses by {@code with...}. */
  static HostInterface bridge(String name, HostInterface... ports) {
    return builder()
        .type(HostInterfaceType.BRIDGE)
        .name(name)
        .startMode(InterfaceStartMode.ONBOOT)
        .bridge(HostBridge.builder().addPorts(ports).build())
        .build();
  }

  /** A bond of Ethernet devices, started with the host. */
  static HostInterface bond(String name, BondMode mode, HostInterface... slaves) {
    return builder()
        .type(HostInterfaceType.BOND)
        .name(name)
        .startMode(InterfaceStartMode.ONBOOT)
        .bond(HostBond.builder().mode(mode).addInterfaces(slaves).build())
        .build();
  }

  /** A VLAN on another interface, started with the host; its name is that of both together. */
  static HostInterface vlan(String parent, int tag) {
    return builder()
        .type(HostInterfaceType.VLAN)
        .name(parent + "." + tag)
        .startMode(InterfaceStartMode.ONBOOT)
        .vlan(HostVlan.builder().tag(tag).parent(parent).build())
        .build();
  }

  /** An empty builder. */
  static Builder builder() {
    return new Builder();
  }

  /** A builder that starts with the values of this one. */
  default Builder toBuilder() {
    return builder().from(this);
  }

  /** What {@code <interface>} says, keeping what has no name here. */
  static HostInterface fromXml(String xml) {
    return fromXml(xml, Strictness.LENIENT);
  }

  /** What {@code <interface>} says. */
  static HostInterface fromXml(String xml, Strictness strictness) {
    return XML.parse(xml, strictness);
  }

  @Override
  default String toXml() {
    return XML.format(this);
  }

  /** What kind of interface it is. */
  HostInterfaceType type();

  /**
   * The name of the device, such as {@code eth0}. A VLAN may go without, for the name of its
   * interface and its tag with a dot between.
   */
  Optional<String> name();

  /**
   * When it is started. Absent means {@link InterfaceStartMode#NONE}, and so it is within another
   * interface.
   */
  Optional<InterfaceStartMode> startMode();

  /** The Ethernet address. */
  Optional<MacAddress> mac();

  /** The speed of the link in Mbit/s; libvirt writes it. */
  Optional<Integer> linkSpeed();

  /** The state of the link; libvirt writes it. */
  Optional<LinkOperState> linkState();

  /** The largest packet, in bytes. */
  Optional<Integer> mtu();

  /** Its addresses, for each family at most once. */
  List<HostProtocol> protocols();

  /** What it is made of, for a bridge. */
  Optional<HostBridge> bridge();

  /** What it is made of, for a bond. */
  Optional<HostBond> bond();

  /** What it is made of, for a VLAN. */
  Optional<HostVlan> vlan();

  /**
   * Refuses one that lacks what its kind is made of; building and changing it does it.
   *
   * @throws InvalidDefinitionException if it has no name though it is no VLAN, or is a bridge, bond
   *     or VLAN and does not say of what
   */
  @Value.Check
  default void checkConsistent() {
    String missing =
        switch (type().value()) {
          case "ethernet" -> name().isEmpty() ? "@name" : "";
          case "bridge" -> name().isEmpty() ? "@name" : lacks(bridge(), "bridge");
          case "bond" -> name().isEmpty() ? "@name" : lacks(bond(), "bond");
          case "vlan" -> lacks(vlan(), "vlan");
          default -> "";
        };
    if (!missing.isEmpty()) {
      throw new InvalidDefinitionException(
          "interface/" + missing, "absent", "a value, for an interface of this kind");
    }
  }

  private String lacks(Optional<?> part, String name) {
    return part.isEmpty() && extras().elements(name).isEmpty() ? name : "";
  }

  /** The interfaces that it is made of, outermost first, at whatever depth. */
  default List<HostInterface> parts() {
    List<HostInterface> found = new ArrayList<>();
    bridge().ifPresent(made -> found.addAll(made.ports()));
    bond().ifPresent(made -> found.addAll(made.interfaces()));
    for (HostInterface part : List.copyOf(found)) {
      found.addAll(part.parts());
    }
    return List.copyOf(found);
  }

  /** What the document says beyond this. */
  @Override
  Extras extras();

  /** Makes values. */
  final class Builder extends ImmutableHostInterface.Builder {
    Builder() {
      extras(Extras.NONE);
    }

    /** Has its addresses given by DHCP, IPv4. */
    public Builder dhcp() {
      addProtocol(HostProtocol.dhcp(AddressFamily.IPV4));
      return this;
    }

    /** Has this IPv4 address, and reaches others by a gateway. */
    public Builder ipv4(String address, int prefix, String gateway) {
      addProtocol(HostProtocol.fixed(AddressFamily.IPV4, address, prefix, gateway));
      return this;
    }
  }
}

final class HostInterfaceXml extends XmlMapping<HostInterface> {

  HostInterfaceXml() {
    super("interface");
  }

  @Override
  protected HostInterface read(XmlIn in) {
    HostInterface.Builder b = HostInterface.builder();
    b.type(new HostInterfaceType(in.required("type")));
    if (in.attr("name")) b.name(in.value());
    if (in.child("start").attr("mode")) b.startMode(new InterfaceStartMode(in.value()));
    if (in.child("mac").attr("address")) b.mac(in.mac());
    XmlIn link = in.child("link");
    if (link.intAttr("speed")) b.linkSpeed(in.intValue());
    if (link.attr("state")) b.linkState(new LinkOperState(in.value()));
    if (in.child("mtu").intAttr("size")) b.mtu(in.intValue());
    for (XmlIn protocol : in.children("protocol")) b.addProtocol(protocol.read(HostProtocol.XML));
    XmlIn bridge = in.child("bridge");
    if (bridge.present()) b.bridge(bridge.read(HostBridge.XML));
    XmlIn bond = in.child("bond");
    if (bond.present()) b.bond(bond.read(HostBond.XML));
    XmlIn vlan = in.child("vlan");
    if (vlan.present()) b.vlan(vlan.read(HostVlan.XML));
    return b.extras(in.extras()).build();
  }

  @Override
  protected void write(HostInterface value, String name, XmlOut out) {
    out.begin(name, value.extras());
    out.attr("type", value.type().toString());
    out.attr("name", value.name());
    out.part("start", "mode", value.startMode());
    out.part("mac", "address", value.mac());
    out.beginPart("link");
    out.attr("speed", value.linkSpeed());
    out.attr("state", value.linkState());
    out.end();
    out.part("mtu", "size", value.mtu());
    out.writeAll("protocol", HostProtocol.XML, value.protocols());
    out.write("bridge", HostBridge.XML, value.bridge());
    out.write("bond", HostBond.XML, value.bond());
    out.write("vlan", HostVlan.XML, value.vlan());
    out.end();
  }
}
