package io.kvmsdk.host.device.nested;

import io.kvmsdk.xml.Extras;
import io.kvmsdk.xml.XmlIn;
import io.kvmsdk.xml.XmlMapping;
import io.kvmsdk.xml.XmlOut;
import java.util.List;
import java.util.Optional;

/**
 * What a device can do within one of its capabilities.
 *
 * @see <a href="https://libvirt.org/formatnode.html#capability-types">libvirt: capability types</a>
 */
public sealed interface NestedCapability
    permits CardbusBridgeCapability,
        CcwGroupMemberCapability,
        EthernetCapability,
        FcHostCapability,
        FcRemotePortCapability,
        HotpluggableCapability,
        MdevTypesCapability,
        PciBridgeCapability,
        PhysicalFunctionCapability,
        QethCapability,
        RemovableCapability,
        UnknownNestedCapability,
        VirtualFunctionsCapability,
        VpdCapability,
        VportOpsCapability,
        WirelessCapability {

  /** How it is read and written. */
  XmlMapping<NestedCapability> XML = new NestedCapabilityXml();

  /** The first of that type. */
  static <T extends NestedCapability> Optional<T> first(
      List<? extends NestedCapability> of, Class<T> type) {
    return of.stream().filter(type::isInstance).map(type::cast).findFirst();
  }

  /** What libvirt calls the kind, in the attribute {@code type}. */
  String type();

  /** What the document says beyond what has a name here. */
  Extras extras();
}

final class NestedCapabilityXml extends XmlMapping<NestedCapability> {

  NestedCapabilityXml() {
    super("capability");
  }

  @Override
  protected NestedCapability read(XmlIn in) {
    String type = in.required("type");
    return switch (type) {
      case "phys_function" -> in.read(PhysicalFunctionCapability.XML);
      case "virt_functions" -> in.read(VirtualFunctionsCapability.XML);
      case "pci-bridge" -> in.read(PciBridgeCapability.XML);
      case "cardbus-bridge" -> in.read(CardbusBridgeCapability.XML);
      case "mdev_types" -> in.read(MdevTypesCapability.XML);
      case "vpd" -> in.read(VpdCapability.XML);
      case "fc_host" -> in.read(FcHostCapability.XML);
      case "vport_ops" -> in.read(VportOpsCapability.XML);
      case "fc_remote_port" -> in.read(FcRemotePortCapability.XML);
      case "removable" -> in.read(RemovableCapability.XML);
      case "hotpluggable" -> in.read(HotpluggableCapability.XML);
      case "80203" -> in.read(EthernetCapability.XML);
      case "80211" -> in.read(WirelessCapability.XML);
      case "ccwgroup_member" -> in.read(CcwGroupMemberCapability.XML);
      case "qeth_generic", "qeth_layer2", "qeth_layer3" -> in.read(QethCapability.XML);
      default -> UnknownNestedCapability.builder().type(type).extras(in.extras()).build();
    };
  }

  @Override
  protected void write(NestedCapability value, String name, XmlOut out) {
    if (value instanceof PhysicalFunctionCapability physicalFunctionCapability) {
      out.write(name, PhysicalFunctionCapability.XML, physicalFunctionCapability);
    } else if (value instanceof VirtualFunctionsCapability virtualFunctionsCapability) {
      out.write(name, VirtualFunctionsCapability.XML, virtualFunctionsCapability);
    } else if (value instanceof PciBridgeCapability pciBridgeCapability) {
      out.write(name, PciBridgeCapability.XML, pciBridgeCapability);
    } else if (value instanceof CardbusBridgeCapability cardbusBridgeCapability) {
      out.write(name, CardbusBridgeCapability.XML, cardbusBridgeCapability);
    } else if (value instanceof MdevTypesCapability mdevTypesCapability) {
      out.write(name, MdevTypesCapability.XML, mdevTypesCapability);
    } else if (value instanceof VpdCapability vpdCapability) {
      out.write(name, VpdCapability.XML, vpdCapability);
    } else if (value instanceof FcHostCapability fcHostCapability) {
      out.write(name, FcHostCapability.XML, fcHostCapability);
    } else if (value instanceof VportOpsCapability vportOpsCapability) {
      out.write(name, VportOpsCapability.XML, vportOpsCapability);
    } else if (value instanceof FcRemotePortCapability fcRemotePortCapability) {
      out.write(name, FcRemotePortCapability.XML, fcRemotePortCapability);
    } else if (value instanceof RemovableCapability removableCapability) {
      out.write(name, RemovableCapability.XML, removableCapability);
    } else if (value instanceof HotpluggableCapability hotpluggableCapability) {
      out.write(name, HotpluggableCapability.XML, hotpluggableCapability);
    } else if (value instanceof EthernetCapability ethernetCapability) {
      out.write(name, EthernetCapability.XML, ethernetCapability);
    } else if (value instanceof WirelessCapability wirelessCapability) {
      out.write(name, WirelessCapability.XML, wirelessCapability);
    } else if (value instanceof CcwGroupMemberCapability ccwGroupMemberCapability) {
      out.write(name, CcwGroupMemberCapability.XML, ccwGroupMemberCapability);
    } else if (value instanceof QethCapability qethCapability) {
      out.write(name, QethCapability.XML, qethCapability);
    } else {
      out.begin(name, value.extras());
      out.attr("type", value.type());
      out.end();
    }
  }
}
