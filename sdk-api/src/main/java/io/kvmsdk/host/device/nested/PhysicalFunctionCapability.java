package io.kvmsdk.host.device.nested;

import io.kvmsdk.domain.device.HostPciAddress;
import io.kvmsdk.internal.style.ValueStyle;
import io.kvmsdk.xml.Extras;
import io.kvmsdk.xml.XmlIn;
import io.kvmsdk.xml.XmlMapping;
import io.kvmsdk.xml.XmlOut;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * That a PCI device is a virtual function of another (SR-IOV).
 *
 * @see <a href="https://libvirt.org/formatnode.html#pci">libvirt: pci</a>
 */
@Value.Immutable
@ValueStyle
public sealed interface PhysicalFunctionCapability
    extends NestedCapability, WithPhysicalFunctionCapability
    permits ImmutablePhysicalFunctionCapability {

  /** How it is read and written. */
  XmlMapping<PhysicalFunctionCapability> XML = new PhysicalFunctionCapabilityXml();

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
    return "phys_function";
  }

  /** The physical function. */
  Optional<HostPciAddress> physicalFunction();

  /** What the document says beyond this. */
  @Override
  Extras extras();

  /** Makes values. */
  final class Builder extends ImmutablePhysicalFunctionCapability.Builder {
    Builder() {
      extras(Extras.NONE);
    }
  }
}

final class PhysicalFunctionCapabilityXml extends XmlMapping<PhysicalFunctionCapability> {

  PhysicalFunctionCapabilityXml() {
    super("capability");
  }

  @Override
  protected PhysicalFunctionCapability read(XmlIn in) {
    PhysicalFunctionCapability.Builder b = PhysicalFunctionCapability.builder();
    XmlIn address = in.child("address");
    if (address.present()) b.physicalFunction(address.read(HostPciAddress.XML));
    return b.extras(in.extras()).build();
  }

  @Override
  protected void write(PhysicalFunctionCapability value, String name, XmlOut out) {
    out.begin(name, value.extras());
    out.attr("type", value.type());
    out.write("address", HostPciAddress.XML, value.physicalFunction());
    out.end();
  }
}
