package io.kvmsdk.network.forward;

import io.kvmsdk.internal.style.ValueStyle;
import io.kvmsdk.units.PciAddress;
import io.kvmsdk.xml.Extras;
import io.kvmsdk.xml.XmlIn;
import io.kvmsdk.xml.XmlMapping;
import io.kvmsdk.xml.XmlOut;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * A PCI device of the host in the pool from which guests get theirs. Since libvirt 0.10.0.
 *
 * @see <a href="https://libvirt.org/formatnetwork.html#connectivity">libvirt: Connectivity</a>
 */
@Value.Immutable
@ValueStyle
public interface ForwardAddress extends WithForwardAddress {

  /** How it is read and written. */
  XmlMapping<ForwardAddress> XML = new ForwardAddressXml();

  /** The device at this place. */
  static ForwardAddress of(PciAddress address) {
    return builder()
        .domain(address.domain())
        .bus(address.bus())
        .slot(address.slot())
        .function(address.function())
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

  /** The kind of address; {@code pci} is the only one, and set unless said otherwise. */
  String type();

  /** The PCI domain. Absent means 0. */
  Optional<Integer> domain();

  /** The bus, 0 to 255. Absent means 0. */
  Optional<Integer> bus();

  /** The slot, 0 to 31. Absent means 0. */
  Optional<Integer> slot();

  /** The function, 0 to 7. Absent means 0. */
  Optional<Integer> function();

  /** Of no meaning here; libvirt's schema has it for any PCI address. */
  Optional<Boolean> multifunction();

  /**
   * How many guests' interfaces use it; libvirt writes it of a running network. Since libvirt
   * 0.10.0.
   */
  Optional<Integer> connections();

  /** The whole address, with 0 for what is absent. */
  default PciAddress address() {
    return new PciAddress(
        domain().orElse(0), bus().orElse(0), slot().orElse(0), function().orElse(0));
  }

  /** What the document says beyond this. */
  Extras extras();

  /** Makes values. */
  final class Builder extends ImmutableForwardAddress.Builder {
    Builder() {
      extras(Extras.NONE);
      type("pci");
    }
  }
}

final class ForwardAddressXml extends XmlMapping<ForwardAddress> {

  ForwardAddressXml() {
    super("address");
  }

  @Override
  protected ForwardAddress read(XmlIn in) {
    ForwardAddress.Builder b = ForwardAddress.builder();
    b.type(in.required("type"));
    if (in.intAttr("domain")) b.domain(in.intValue());
    if (in.intAttr("bus")) b.bus(in.intValue());
    if (in.intAttr("slot")) b.slot(in.intValue());
    if (in.intAttr("function")) b.function(in.intValue());
    if (in.onOff("multifunction")) b.multifunction(in.flag());
    if (in.intAttr("connections")) b.connections(in.intValue());
    return b.extras(in.extras()).build();
  }

  @Override
  protected void write(ForwardAddress value, String name, XmlOut out) {
    out.begin(name, value.extras());
    out.attr("type", value.type());
    out.hexAttr("domain", 4, value.domain());
    out.hexAttr("bus", 2, value.bus());
    out.hexAttr("slot", 2, value.slot());
    out.hexAttr("function", 1, value.function());
    out.onOff("multifunction", value.multifunction());
    out.attr("connections", value.connections());
    out.end();
  }
}
