package io.kvmsdk.host.device;

import io.kvmsdk.host.device.nested.FcHostCapability;
import io.kvmsdk.host.device.part.DeviceFile;
import io.kvmsdk.host.device.part.MdevType;
import io.kvmsdk.internal.style.ValueStyle;
import io.kvmsdk.units.PciAddress;
import io.kvmsdk.xml.Document;
import io.kvmsdk.xml.Extras;
import io.kvmsdk.xml.Strictness;
import io.kvmsdk.xml.XmlIn;
import io.kvmsdk.xml.XmlMapping;
import io.kvmsdk.xml.XmlOut;
import java.util.List;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * A device of the host, as libvirt finds it in the kernel's tree of devices; or, to be made, a
 * mediated device or a virtual Fibre Channel adapter.
 *
 * @see <a href="https://libvirt.org/formatnode.html#node-device-xml">libvirt: Node Device XML</a>
 */
@Value.Immutable
@ValueStyle
public interface NodeDevice extends Document, WithNodeDevice {

  /** How it is read and written. */
  XmlMapping<NodeDevice> XML = new NodeDeviceXml();

  /**
   * A mediated device to be made of another device, of one of that one's types; libvirt names it.
   */
  static NodeDevice mdev(String parent, String typeId) {
    return builder()
        .name("new_mdev")
        .parent(parent)
        .addCapability(MdevCapability.of(typeId))
        .build();
  }

  /** A virtual Fibre Channel adapter to be made on another (NPIV); libvirt names it. */
  static NodeDevice virtualHba(String parent, String wwnn, String wwpn) {
    FcHostCapability names = FcHostCapability.builder().wwnn(wwnn).wwpn(wwpn).build();
    return builder()
        .name("new_hba")
        .parent(parent)
        .addCapability(ScsiHostCapability.builder().addCapability(names).build())
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

  /** What {@code <device>} says, keeping what has no name here. */
  static NodeDevice fromXml(String xml) {
    return fromXml(xml, Strictness.LENIENT);
  }

  /** What {@code <device>} says. */
  static NodeDevice fromXml(String xml, Strictness strictness) {
    return XML.parse(xml, strictness);
  }

  @Override
  default String toXml() {
    return XML.format(this);
  }

  /**
   * The name, such as {@code pci_0000_02_00_0}. Always there of a device that is there; of one to
   * be made, libvirt chooses it.
   */
  Optional<String> name();

  /** The absolute path in sysfs; libvirt writes it. */
  Optional<String> path();

  /** The special files that stand for it. */
  List<DeviceFile> files();

  /** The name of the device that it hangs on; {@code computer} is the root. */
  Optional<String> parent();

  /**
   * Instead of the name, the world wide node name of the adapter to make it on; with {@link
   * #parentWwpn}.
   */
  Optional<String> parentWwnn();

  /** The world wide port name of that adapter. */
  Optional<String> parentWwpn();

  /** Instead of the name, the fabric on which an adapter is looked for. */
  Optional<String> parentFabricWwn();

  /**
   * The driver on the host, such as {@code vfio-pci}. Absent means that there is none, or that
   * nothing is known of it.
   */
  Optional<String> driver();

  /** What it is; most have one. */
  List<NodeCapability> capabilities();

  /** The first capability of that type. */
  default <T extends NodeCapability> Optional<T> capability(Class<T> type) {
    return capabilities().stream().filter(type::isInstance).map(type::cast).findFirst();
  }

  /** Its place on the PCI bus, if it is a PCI device. */
  default Optional<PciAddress> pciAddress() {
    return capability(PciCapability.class).map(PciCapability::address);
  }

  /** The places of its virtual functions (SR-IOV); none if it has none. */
  default List<PciAddress> virtualFunctions() {
    return capability(PciCapability.class).map(PciCapability::virtualFunctions).orElse(List.of());
  }

  /** The place of the device that it is a virtual function of (SR-IOV), if it is one. */
  default Optional<PciAddress> physicalFunction() {
    return capability(PciCapability.class).flatMap(PciCapability::physicalFunction);
  }

  /** The kinds of mediated devices that it can be cut into; none if it cannot. */
  default List<MdevType> mdevTypes() {
    for (NodeCapability capability : capabilities()) {
      List<MdevType> types = NodeCapabilities.mdevTypes(capability);
      if (!types.isEmpty()) return types;
    }
    return List.of();
  }

  /** What the document says beyond this. */
  @Override
  Extras extras();

  /** Makes values. */
  final class Builder extends ImmutableNodeDevice.Builder {
    Builder() {
      extras(Extras.NONE);
    }
  }
}

final class NodeDeviceXml extends XmlMapping<NodeDevice> {

  NodeDeviceXml() {
    super("device");
  }

  @Override
  protected NodeDevice read(XmlIn in) {
    NodeDevice.Builder b = NodeDevice.builder();
    if (in.child("name").text()) b.name(in.value());
    if (in.child("path").text()) b.path(in.value());
    for (XmlIn devnode : in.children("devnode")) b.addFile(devnode.read(DeviceFile.XML));
    XmlIn parent = in.child("parent");
    if (parent.attr("wwnn")) b.parentWwnn(in.value());
    if (parent.attr("wwpn")) b.parentWwpn(in.value());
    if (parent.attr("fabric_wwn")) b.parentFabricWwn(in.value());
    if (parent.textIfAny()) b.parent(in.value());
    XmlIn driver = in.child("driver");
    if (driver.child("name").text()) b.driver(in.value());
    for (XmlIn capability : in.children("capability"))
      b.addCapability(capability.read(NodeCapability.XML));
    return b.extras(in.extras()).build();
  }

  @Override
  protected void write(NodeDevice value, String name, XmlOut out) {
    out.begin(name, value.extras());
    out.partText("name", value.name());
    out.partText("path", value.path());
    out.writeAll("devnode", DeviceFile.XML, value.files());
    out.beginPart("parent");
    out.attr("wwnn", value.parentWwnn());
    out.attr("wwpn", value.parentWwpn());
    out.attr("fabric_wwn", value.parentFabricWwn());
    out.text(value.parent());
    out.end();
    out.beginPart("driver");
    out.partText("name", value.driver());
    out.end();
    out.writeAll("capability", NodeCapability.XML, value.capabilities());
    out.end();
  }
}
