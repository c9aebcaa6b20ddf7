package io.kvmsdk.host.device.nested;

import io.kvmsdk.domain.device.HostPciAddress;
import io.kvmsdk.internal.style.ValueStyle;
import io.kvmsdk.xml.Extras;
import io.kvmsdk.xml.XmlIn;
import io.kvmsdk.xml.XmlMapping;
import io.kvmsdk.xml.XmlOut;
import java.util.List;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * That a PCI device has, or can have, virtual functions (SR-IOV).
 *
 * @see <a href="https://libvirt.org/formatnode.html#pci">libvirt: pci</a>
 */
@Value.Immutable
@ValueStyle
public sealed interface VirtualFunctionsCapability
    extends NestedCapability, WithVirtualFunctionsCapability
    permits ImmutableVirtualFunctionsCapability {

  /** How it is read and written. */
  XmlMapping<VirtualFunctionsCapability> XML = new VirtualFunctionsCapabilityXml();

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
    return "virt_functions";
  }

  /** How many it can have. Since libvirt 1.3.0. */
  Optional<Integer> maxCount();

  /** Those that it has. */
  List<HostPciAddress> virtualFunctions();

  /** What the document says beyond this. */
  @Override
  Extras extras();

  /** Makes values. */
  final class Builder extends ImmutableVirtualFunctionsCapability.Builder {
    Builder() {
      extras(Extras.NONE);
    }
  }
}

final class VirtualFunctionsCapabilityXml extends XmlMapping<VirtualFunctionsCapability> {

  VirtualFunctionsCapabilityXml() {
    super("capability");
  }

  @Override
  protected VirtualFunctionsCapability read(XmlIn in) {
    VirtualFunctionsCapability.Builder b = VirtualFunctionsCapability.builder();
    if (in.intAttr("maxCount")) b.maxCount(in.intValue());
    for (XmlIn address : in.children("address"))
      b.addVirtualFunction(address.read(HostPciAddress.XML));
    return b.extras(in.extras()).build();
  }

  @Override
  protected void write(VirtualFunctionsCapability value, String name, XmlOut out) {
    out.begin(name, value.extras());
    out.attr("type", value.type());
    out.attr("maxCount", value.maxCount());
    out.writeAll("address", HostPciAddress.XML, value.virtualFunctions());
    out.end();
  }
}
