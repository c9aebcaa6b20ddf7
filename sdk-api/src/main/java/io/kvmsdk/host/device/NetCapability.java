package io.kvmsdk.host.device;

import io.kvmsdk.host.device.nested.NestedCapability;
import io.kvmsdk.internal.style.ValueStyle;
import io.kvmsdk.network.host.LinkOperState;
import io.kvmsdk.units.MacAddress;
import io.kvmsdk.xml.Extras;
import io.kvmsdk.xml.XmlIn;
import io.kvmsdk.xml.XmlMapping;
import io.kvmsdk.xml.XmlOut;
import java.util.List;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * A network device.
 *
 * @see <a href="https://libvirt.org/formatnode.html#net">libvirt: net</a>
 */
@Value.Immutable
@ValueStyle
public sealed interface NetCapability extends NodeCapability, WithNetCapability
    permits ImmutableNetCapability {

  /** How it is read and written. */
  XmlMapping<NetCapability> XML = new NetCapabilityXml();

  /** An empty builder. */
  static Builder builder() {
    return new Builder();
  }

  /** A builder that starts with the values of this one. */
  default Builder toBuilder() {
    return builder().from(this);
  }

  @Override
  default String type() {
    return "net";
  }

  /** The name of the network interface, such as {@code eth0}. */
  String interfaceName();

  /** Its hardware address; for Ethernet see {@link #mac}. InfiniBand has longer ones. */
  Optional<String> address();

  /** The speed of the link in Mbit/s. */
  Optional<Integer> linkSpeed();

  /** The state of the link. */
  Optional<LinkOperState> linkState();

  /** What the hardware does for the host, such as {@code tso} or {@code switchdev}. */
  List<String> features();

  /** The kind of network. */
  List<NestedCapability> capabilities();

  /** Its Ethernet address, if its hardware address is one. */
  default Optional<MacAddress> mac() {
    return address().filter(text -> text.strip().length() == 17).map(MacAddress::of);
  }

  /** What the document says beyond this. */
  @Override
  Extras extras();

  /** Makes values. */
  final class Builder extends ImmutableNetCapability.Builder {
    Builder() {
      extras(Extras.NONE);
    }
  }
}

final class NetCapabilityXml extends XmlMapping<NetCapability> {

  NetCapabilityXml() {
    super("capability");
  }

  @Override
  protected NetCapability read(XmlIn in) {
    NetCapability.Builder b = NetCapability.builder();
    XmlIn interfacePart = in.child("interface");
    if (!interfacePart.text()) throw interfacePart.unreadable("a text");
    b.interfaceName(in.value());
    if (in.child("address").text()) b.address(in.value());
    XmlIn link = in.child("link");
    if (link.intAttr("speed")) b.linkSpeed(in.intValue());
    if (link.attr("state")) b.linkState(new LinkOperState(in.value()));
    for (String text : in.attrsOf("feature", "name")) b.addFeature(text);
    for (XmlIn capability : in.children("capability"))
      b.addCapability(capability.read(NestedCapability.XML));
    return b.extras(in.extras()).build();
  }

  @Override
  protected void write(NetCapability value, String name, XmlOut out) {
    out.begin(name, value.extras());
    out.attr("type", value.type());
    out.partText("interface", value.interfaceName());
    out.partText("address", value.address());
    out.beginPart("link");
    out.attr("speed", value.linkSpeed());
    out.attr("state", value.linkState());
    out.end();
    out.partAttrs("feature", "name", value.features());
    out.writeAll("capability", NestedCapability.XML, value.capabilities());
    out.end();
  }
}
