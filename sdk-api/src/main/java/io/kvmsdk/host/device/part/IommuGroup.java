package io.kvmsdk.host.device.part;

import io.kvmsdk.domain.device.HostPciAddress;
import io.kvmsdk.internal.style.ValueStyle;
import io.kvmsdk.xml.Extras;
import io.kvmsdk.xml.XmlIn;
import io.kvmsdk.xml.XmlMapping;
import io.kvmsdk.xml.XmlOut;
import java.util.List;
import org.immutables.value.Value;

/**
 * Devices that the host can only give to a guest together.
 *
 * @see <a href="https://libvirt.org/formatnode.html#pci">libvirt: pci</a>
 */
@Value.Immutable
@ValueStyle
public interface IommuGroup extends WithIommuGroup {

  /** How it is read and written. */
  XmlMapping<IommuGroup> XML = new IommuGroupXml();

  /** An empty builder. */
  static Builder builder() {
    return new Builder();
  }

  /** A builder that starts with the values of this one. */
  default Builder toBuilder() {
    return builder().from(this);
  }

  /** The number of the group. */
  int number();

  /** The PCI devices in it, the device itself among them. None for a mediated device. */
  List<HostPciAddress> addresses();

  /** What the document says beyond this. */
  Extras extras();

  /** Makes values. */
  final class Builder extends ImmutableIommuGroup.Builder {
    Builder() {
      extras(Extras.NONE);
    }
  }
}

final class IommuGroupXml extends XmlMapping<IommuGroup> {

  IommuGroupXml() {
    super("iommuGroup");
  }

  @Override
  protected IommuGroup read(XmlIn in) {
    IommuGroup.Builder b = IommuGroup.builder();
    if (!in.intAttr("number")) throw in.missing("@number");
    b.number(in.intValue());
    for (XmlIn address : in.children("address")) b.addAddress(address.read(HostPciAddress.XML));
    return b.extras(in.extras()).build();
  }

  @Override
  protected void write(IommuGroup value, String name, XmlOut out) {
    out.begin(name, value.extras());
    out.attr("number", value.number());
    out.writeAll("address", HostPciAddress.XML, value.addresses());
    out.end();
  }
}
