package io.kvmsdk.network.port;

import io.kvmsdk.internal.style.ValueStyle;
import io.kvmsdk.network.Bandwidth;
import io.kvmsdk.network.VirtualPort;
import io.kvmsdk.network.Vlan;
import io.kvmsdk.units.MacAddress;
import io.kvmsdk.xml.Document;
import io.kvmsdk.xml.Extras;
import io.kvmsdk.xml.Strictness;
import io.kvmsdk.xml.XmlIn;
import io.kvmsdk.xml.XmlMapping;
import io.kvmsdk.xml.XmlOut;
import java.util.Optional;
import java.util.UUID;
import org.immutables.value.Value;

/**
 * A connection of an interface of a domain to a network. Since libvirt 5.5.0.
 *
 * @see <a href="https://libvirt.org/formatnetworkport.html#element-and-attribute-overview">libvirt:
 *     Network port XML format</a>
 */
@Value.Immutable
@ValueStyle
public interface NetworkPortDefinition extends Document, WithNetworkPortDefinition {

  /** How it is read and written. */
  XmlMapping<NetworkPortDefinition> XML = new NetworkPortDefinitionXml();

  /** An empty builder. */
  static Builder builder() {
    return new Builder();
  }

  /** A builder that starts with the values of this one. */
  default Builder toBuilder() {
    return builder().from(this);
  }

  /** What {@code <networkport>} says, keeping what has no name here. */
  static NetworkPortDefinition fromXml(String xml) {
    return fromXml(xml, Strictness.LENIENT);
  }

  /** What {@code <networkport>} says. */
  static NetworkPortDefinition fromXml(String xml, Strictness strictness) {
    return XML.parse(xml, strictness);
  }

  @Override
  default String toXml() {
    return XML.format(this);
  }

  /** The port's id; libvirt makes one up if it is absent. */
  Optional<UUID> uuid();

  /** The name of the domain. */
  String ownerName();

  /** The id of the domain. */
  UUID ownerUuid();

  /** The Ethernet address that the guest sees; it does not begin with {@code fe}. */
  MacAddress mac();

  /** The network's port group. */
  Optional<String> group();

  /** Whether the host follows when the guest changes its address and filters. Absent means no. */
  Optional<Boolean> trustGuestRxFilters();

  /** What the switch has to know of it. */
  Optional<VirtualPort> virtualPort();

  /** How much traffic may pass. */
  Optional<Bandwidth> bandwidth();

  /** The VLANs that it is in. */
  Optional<Vlan> vlan();

  /**
   * Whether it is kept apart from the network's other isolated ports. Absent means no. Since
   * libvirt 6.1.0.
   */
  Optional<Boolean> isolated();

  /** To what it is connected. */
  Optional<PortPlug> plug();

  /** What the document says beyond this. */
  @Override
  Extras extras();

  /** Makes values. */
  final class Builder extends ImmutableNetworkPortDefinition.Builder {
    Builder() {
      extras(Extras.NONE);
    }
  }
}

final class NetworkPortDefinitionXml extends XmlMapping<NetworkPortDefinition> {

  NetworkPortDefinitionXml() {
    super("networkport");
  }

  @Override
  protected NetworkPortDefinition read(XmlIn in) {
    NetworkPortDefinition.Builder b = NetworkPortDefinition.builder();
    if (in.child("uuid").text()) b.uuid(in.uuid());
    XmlIn owner = in.child("owner");
    if (!owner.childText("name")) throw owner.missing("name");
    b.ownerName(in.value());
    if (!owner.childText("uuid")) throw owner.missing("uuid");
    b.ownerUuid(in.uuid());
    if (!in.child("mac").attr("address")) throw in.child("mac").missing("@address");
    b.mac(in.mac());
    if (in.child("group").text()) b.group(in.value());
    if (in.child("rxfilters").yesNo("trustGuest")) b.trustGuestRxFilters(in.flag());
    XmlIn virtualport = in.child("virtualport");
    if (virtualport.present()) b.virtualPort(virtualport.read(VirtualPort.XML));
    XmlIn bandwidth = in.child("bandwidth");
    if (bandwidth.present()) b.bandwidth(bandwidth.read(Bandwidth.XML));
    XmlIn vlan = in.child("vlan");
    if (vlan.present()) b.vlan(vlan.read(Vlan.XML));
    if (in.child("port").yesNo("isolated")) b.isolated(in.flag());
    XmlIn plug = in.child("plug");
    if (plug.present()) b.plug(plug.read(PortPlug.XML));
    return b.extras(in.extras()).build();
  }

  @Override
  protected void write(NetworkPortDefinition value, String name, XmlOut out) {
    out.begin(name, value.extras());
    out.partText("uuid", value.uuid());
    out.beginPart("owner");
    out.partText("name", value.ownerName());
    out.beginPart("uuid");
    out.text(String.valueOf(value.ownerUuid()));
    out.end();
    out.end();
    out.beginPart("mac");
    out.attr("address", value.mac().toString());
    out.end();
    out.partText("group", value.group());
    out.beginPart("rxfilters");
    out.yesNo("trustGuest", value.trustGuestRxFilters());
    out.end();
    out.write("virtualport", VirtualPort.XML, value.virtualPort());
    out.write("bandwidth", Bandwidth.XML, value.bandwidth());
    out.write("vlan", Vlan.XML, value.vlan());
    out.beginPart("port");
    out.yesNo("isolated", value.isolated());
    out.end();
    out.write("plug", PortPlug.XML, value.plug());
    out.end();
  }
}
