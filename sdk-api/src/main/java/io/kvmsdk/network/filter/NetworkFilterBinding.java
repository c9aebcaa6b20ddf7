package io.kvmsdk.network.filter;

import io.kvmsdk.internal.style.ValueStyle;
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
 * That a filter is applied to a port of a host: what libvirt keeps for each interface of a running
 * domain that refers to a filter.
 *
 * @see <a href="https://libvirt.org/formatnwfilter.html#concepts">libvirt: Concepts</a>
 */
@Value.Immutable
@ValueStyle
public interface NetworkFilterBinding extends Document, WithNetworkFilterBinding {

  /** How it is read and written. */
  XmlMapping<NetworkFilterBinding> XML = new NetworkFilterBindingXml();

  /** An empty builder. */
  static Builder builder() {
    return new Builder();
  }

  /** A builder that starts with the values of this one. */
  default Builder toBuilder() {
    return builder().from(this);
  }

  /** What {@code <filterbinding>} says, keeping what has no name here. */
  static NetworkFilterBinding fromXml(String xml) {
    return fromXml(xml, Strictness.LENIENT);
  }

  /** What {@code <filterbinding>} says. */
  static NetworkFilterBinding fromXml(String xml, Strictness strictness) {
    return XML.parse(xml, strictness);
  }

  @Override
  default String toXml() {
    return XML.format(this);
  }

  /** The name of the domain. */
  String ownerName();

  /** The UUID of the domain. */
  UUID ownerUuid();

  /** The network device on the host that the interface ends in, such as {@code vnet0}. */
  String portDevice();

  /** The device of the host that the interface is attached to directly. */
  Optional<String> linkDevice();

  /** The Ethernet address of the interface. */
  MacAddress mac();

  /** The filter, and the values of its variables. */
  FilterReference filter();

  /** What the document says beyond this. */
  @Override
  Extras extras();

  /** Makes values. */
  final class Builder extends ImmutableNetworkFilterBinding.Builder {
    Builder() {
      extras(Extras.NONE);
    }
  }
}

final class NetworkFilterBindingXml extends XmlMapping<NetworkFilterBinding> {

  NetworkFilterBindingXml() {
    super("filterbinding");
  }

  @Override
  protected NetworkFilterBinding read(XmlIn in) {
    NetworkFilterBinding.Builder b = NetworkFilterBinding.builder();
    XmlIn owner = in.child("owner");
    XmlIn ownerName = owner.child("name");
    if (!ownerName.text()) throw ownerName.unreadable("a text");
    b.ownerName(in.value());
    XmlIn ownerUuid = owner.child("uuid");
    if (!ownerUuid.text()) throw ownerUuid.unreadable("a value");
    b.ownerUuid(in.uuid());
    b.portDevice(in.child("portdev").required("name"));
    if (in.child("linkdev").attr("name")) b.linkDevice(in.value());
    if (!in.child("mac").attr("address")) throw in.child("mac").missing("@address");
    b.mac(in.mac());
    XmlIn filterref = in.child("filterref");
    if (!filterref.present()) throw in.missing("filterref");
    b.filter(filterref.read(FilterReference.XML));
    return b.extras(in.extras()).build();
  }

  @Override
  protected void write(NetworkFilterBinding value, String name, XmlOut out) {
    out.begin(name, value.extras());
    out.beginPart("owner");
    out.partText("name", value.ownerName());
    out.beginPart("uuid");
    out.text(String.valueOf(value.ownerUuid()));
    out.end();
    out.end();
    out.beginPart("portdev");
    out.attr("name", value.portDevice());
    out.end();
    out.part("linkdev", "name", value.linkDevice());
    out.beginPart("mac");
    out.attr("address", value.mac().toString());
    out.end();
    out.write("filterref", FilterReference.XML, value.filter());
    out.end();
  }
}
