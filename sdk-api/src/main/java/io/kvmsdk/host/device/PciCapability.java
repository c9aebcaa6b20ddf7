package io.kvmsdk.host.device;

import io.kvmsdk.domain.device.HostPciAddress;
import io.kvmsdk.host.device.nested.NestedCapability;
import io.kvmsdk.host.device.nested.PhysicalFunctionCapability;
import io.kvmsdk.host.device.nested.VirtualFunctionsCapability;
import io.kvmsdk.host.device.part.HardwareId;
import io.kvmsdk.host.device.part.IommuGroup;
import io.kvmsdk.host.device.part.PciExpressLink;
import io.kvmsdk.internal.style.ValueStyle;
import io.kvmsdk.units.PciAddress;
import io.kvmsdk.xml.Extras;
import io.kvmsdk.xml.XmlIn;
import io.kvmsdk.xml.XmlMapping;
import io.kvmsdk.xml.XmlOut;
import java.util.List;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * A PCI device.
 *
 * @see <a href="https://libvirt.org/formatnode.html#pci">libvirt: pci</a>
 */
@Value.Immutable
@ValueStyle
public sealed interface PciCapability extends NodeCapability, WithPciCapability
    permits ImmutablePciCapability {

  /** How it is read and written. */
  XmlMapping<PciCapability> XML = new PciCapabilityXml();

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
    return "pci";
  }

  /**
   * What it is for: class, subclass and programming interface, a byte each. Since libvirt 5.2.0.
   */
  Optional<Integer> classCode();

  /** The PCI domain. */
  long domain();

  /** The bus. */
  long bus();

  /** The slot. */
  long slot();

  /** The function. */
  long function();

  /** What it is. */
  HardwareId product();

  /** Who made it. */
  HardwareId vendor();

  /** What it can do besides. */
  List<NestedCapability> capabilities();

  /**
   * The devices that can only be given to a guest together with it. Absent means that the host has
   * no IOMMU.
   */
  Optional<IommuGroup> iommuGroup();

  /** The NUMA node of the host that it is near. */
  Optional<Integer> numaNode();

  /** What its PCI Express link can do, and does. */
  List<PciExpressLink> links();

  /**
   * Its place on the bus.
   *
   * @throws IllegalArgumentException if there is no such place
   * @throws ArithmeticException if a part of it has more than 31 bits
   */
  default PciAddress address() {
    return new PciAddress(
        Math.toIntExact(domain()),
        Math.toIntExact(bus()),
        Math.toIntExact(slot()),
        Math.toIntExact(function()));
  }

  /** The places of its virtual functions (SR-IOV); none if it has none. */
  default List<PciAddress> virtualFunctions() {
    return NestedCapability.first(capabilities(), VirtualFunctionsCapability.class)
        .map(found -> found.virtualFunctions().stream().map(HostPciAddress::address).toList())
        .orElse(List.of());
  }

  /** The place of the device that it is a virtual function of (SR-IOV), if it is one. */
  default Optional<PciAddress> physicalFunction() {
    return NestedCapability.first(capabilities(), PhysicalFunctionCapability.class)
        .flatMap(PhysicalFunctionCapability::physicalFunction)
        .map(HostPciAddress::address);
  }

  /** What the document says beyond this. */
  @Override
  Extras extras();

  /** Makes values. */
  final class Builder extends ImmutablePciCapability.Builder {
    Builder() {
      extras(Extras.NONE);
    }
  }
}

final class PciCapabilityXml extends XmlMapping<PciCapability> {

  PciCapabilityXml() {
    super("capability");
  }

  @Override
  protected PciCapability read(XmlIn in) {
    PciCapability.Builder b = PciCapability.builder();
    if (in.child("class").intText()) b.classCode(in.intValue());
    XmlIn domain = in.child("domain");
    if (!domain.longText()) throw domain.unreadable("a value");
    b.domain(in.longValue());
    XmlIn bus = in.child("bus");
    if (!bus.longText()) throw bus.unreadable("a value");
    b.bus(in.longValue());
    XmlIn slot = in.child("slot");
    if (!slot.longText()) throw slot.unreadable("a value");
    b.slot(in.longValue());
    XmlIn function = in.child("function");
    if (!function.longText()) throw function.unreadable("a value");
    b.function(in.longValue());
    XmlIn product = in.child("product");
    if (!product.present()) throw in.missing("product");
    b.product(product.read(HardwareId.XML));
    XmlIn vendor = in.child("vendor");
    if (!vendor.present()) throw in.missing("vendor");
    b.vendor(vendor.read(HardwareId.XML));
    for (XmlIn capability : in.children("capability"))
      b.addCapability(capability.read(NestedCapability.XML));
    XmlIn iommuGroup = in.child("iommuGroup");
    if (iommuGroup.present()) b.iommuGroup(iommuGroup.read(IommuGroup.XML));
    if (in.child("numa").signedIntAttr("node")) b.numaNode(in.intValue());
    XmlIn pciExpress = in.child("pci-express");
    for (XmlIn pciExpressLink : pciExpress.children("link"))
      b.addLink(pciExpressLink.read(PciExpressLink.XML));
    return b.extras(in.extras()).build();
  }

  @Override
  protected void write(PciCapability value, String name, XmlOut out) {
    out.begin(name, value.extras());
    out.attr("type", value.type());
    out.beginPart("class");
    out.hexText(6, value.classCode());
    out.end();
    out.beginPart("domain");
    out.text(String.valueOf(value.domain()));
    out.end();
    out.beginPart("bus");
    out.text(String.valueOf(value.bus()));
    out.end();
    out.beginPart("slot");
    out.text(String.valueOf(value.slot()));
    out.end();
    out.beginPart("function");
    out.text(String.valueOf(value.function()));
    out.end();
    out.write("product", HardwareId.XML, value.product());
    out.write("vendor", HardwareId.XML, value.vendor());
    out.writeAll("capability", NestedCapability.XML, value.capabilities());
    out.write("iommuGroup", IommuGroup.XML, value.iommuGroup());
    out.part("numa", "node", value.numaNode());
    out.beginPart("pci-express");
    out.writeAll("link", PciExpressLink.XML, value.links());
    out.end();
    out.end();
  }
}
