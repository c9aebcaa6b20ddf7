package io.kvmsdk.domain.device;

import io.kvmsdk.internal.style.ValueStyle;
import io.kvmsdk.units.PciAddress;
import io.kvmsdk.xml.Extras;
import io.kvmsdk.xml.XmlIn;
import io.kvmsdk.xml.XmlMapping;
import io.kvmsdk.xml.XmlOut;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * The place of a PCI device on the host.
 *
 * @see <a href="https://libvirt.org/formatdomain.html#device-addresses">libvirt: Device
 *     Addresses</a>
 */
@Value.Immutable
@ValueStyle
public interface HostPciAddress extends WithHostPciAddress {

  /** How it is read and written. */
  XmlMapping<HostPciAddress> XML = new HostPciAddressXml();

  /** This place. */
  static HostPciAddress of(PciAddress address) {
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

  /** The kind of address, {@code pci}, where the document says it. */
  Optional<String> type();

  /** The PCI domain, 0 to 0xffffffff. Absent means 0. */
  Optional<Integer> domain();

  /** The bus, 0 to 255. Absent means 0. */
  Optional<Integer> bus();

  /** The slot, 0 to 31. Absent means 0. */
  Optional<Integer> slot();

  /** The function, 0 to 7. Absent means 0. */
  Optional<Integer> function();

  /** Of no meaning on the host; libvirt's schema has it for any PCI address. */
  Optional<Boolean> multifunction();

  /** The whole address, with 0 for what is absent. */
  default PciAddress address() {
    return new PciAddress(
        domain().orElse(0), bus().orElse(0), slot().orElse(0), function().orElse(0));
  }

  /** What the document says beyond this. */
  Extras extras();

  /** Makes values. */
  final class Builder extends ImmutableHostPciAddress.Builder {
    Builder() {
      extras(Extras.NONE);
    }
  }
}

final class HostPciAddressXml extends XmlMapping<HostPciAddress> {

  HostPciAddressXml() {
    super("address");
  }

  @Override
  protected HostPciAddress read(XmlIn in) {
    HostPciAddress.Builder b = HostPciAddress.builder();
    if (in.attr("type")) b.type(in.value());
    if (in.intAttr("domain")) b.domain(in.intValue());
    if (in.intAttr("bus")) b.bus(in.intValue());
    if (in.intAttr("slot")) b.slot(in.intValue());
    if (in.intAttr("function")) b.function(in.intValue());
    if (in.onOff("multifunction")) b.multifunction(in.flag());
    return b.extras(in.extras()).build();
  }

  @Override
  protected void write(HostPciAddress value, String name, XmlOut out) {
    out.begin(name, value.extras());
    out.attr("type", value.type());
    out.hexAttr("domain", 4, value.domain());
    out.hexAttr("bus", 2, value.bus());
    out.hexAttr("slot", 2, value.slot());
    out.hexAttr("function", 1, value.function());
    out.onOff("multifunction", value.multifunction());
    out.end();
  }
}
