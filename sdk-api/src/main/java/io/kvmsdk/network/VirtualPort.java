package io.kvmsdk.network;

import io.kvmsdk.internal.style.ValueStyle;
import io.kvmsdk.xml.Extras;
import io.kvmsdk.xml.Strictness;
import io.kvmsdk.xml.XmlIn;
import io.kvmsdk.xml.XmlMapping;
import io.kvmsdk.xml.XmlOut;
import java.util.Optional;
import java.util.UUID;
import org.immutables.value.Value;

/**
 * What a switch has to know of an interface that is plugged into it. Without a type the parameters
 * are those of several kinds of switch, and libvirt takes those that fit the network (since libvirt
 * 0.10.0).
 *
 * @see <a
 *     href="https://libvirt.org/formatdomain.html#direct-attachment-to-physical-interface">libvirt:
 *     Direct attachment to physical interface</a>
 */
@Value.Immutable
@ValueStyle
public interface VirtualPort extends WithVirtualPort {

  /** How it is read and written. */
  XmlMapping<VirtualPort> XML = new VirtualPortXml();

  /** A port of Open vSwitch; libvirt makes up its id. */
  static VirtualPort openVswitch() {
    return builder().type(VirtualPortType.OPEN_VSWITCH).build();
  }

  /** A port of Open vSwitch with an id of its own, as Open vSwitch knows it. */
  static VirtualPort openVswitch(UUID interfaceId) {
    return openVswitch().withInterfaceId(interfaceId);
  }

  /** The port of MidoNet that has this id. */
  static VirtualPort midonet(UUID interfaceId) {
    return builder().type(VirtualPortType.MIDONET).interfaceId(interfaceId).build();
  }

  /** A port of an 802.1Qbh switch, with the port profile of that name. */
  static VirtualPort vnLink(String profileId) {
    return builder().type(VirtualPortType.IEEE_802_1QBH).profileId(profileId).build();
  }

  /** A port of an 802.1Qbg switch; libvirt makes up its instance. */
  static VirtualPort vepa(int managerId, int typeId, int typeIdVersion) {
    return builder()
        .type(VirtualPortType.IEEE_802_1QBG)
        .managerId(managerId)
        .typeId(typeId)
        .typeIdVersion(typeIdVersion)
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

  /** What {@code <virtualport>} says, keeping what has no name here. */
  static VirtualPort fromXml(String xml) {
    return fromXml(xml, Strictness.LENIENT);
  }

  /** What {@code <virtualport>} says. */
  static VirtualPort fromXml(String xml, Strictness strictness) {
    return XML.parse(xml, strictness);
  }

  /** The value as {@code <virtualport>}. */
  default String toXml() {
    return XML.format(this);
  }

  /** What kind of switch it is. Absent means whatever the network has. */
  Optional<VirtualPortType> type();

  /** 802.1Qbg: which database has the types, 1 to 255. */
  Optional<Integer> managerId();

  /** 802.1Qbg: the type of virtual station, 0 to 16777215. */
  Optional<Integer> typeId();

  /** 802.1Qbg: the version of the type, 0 to 255. */
  Optional<Integer> typeIdVersion();

  /** 802.1Qbg: the id of this virtual station. Absent means that libvirt makes one up. */
  Optional<UUID> instanceId();

  /** 802.1Qbh and Open vSwitch: the name of the port profile, up to 39 characters. */
  Optional<String> profileId();

  /**
   * Open vSwitch and MidoNet: the id of the interface. Absent means that libvirt makes one up, for
   * Open vSwitch; MidoNet needs it.
   */
  Optional<UUID> interfaceId();

  /** What the document says beyond this. */
  Extras extras();

  /** Makes values. */
  final class Builder extends ImmutableVirtualPort.Builder {
    Builder() {
      extras(Extras.NONE);
    }
  }
}

final class VirtualPortXml extends XmlMapping<VirtualPort> {

  VirtualPortXml() {
    super("virtualport");
  }

  @Override
  protected VirtualPort read(XmlIn in) {
    VirtualPort.Builder b = VirtualPort.builder();
    if (in.attr("type")) b.type(new VirtualPortType(in.value()));
    XmlIn parameters = in.child("parameters");
    if (parameters.intAttr("managerid")) b.managerId(in.intValue());
    if (parameters.intAttr("typeid")) b.typeId(in.intValue());
    if (parameters.intAttr("typeidversion")) b.typeIdVersion(in.intValue());
    if (parameters.attr("instanceid")) b.instanceId(in.uuid());
    if (parameters.attr("profileid")) b.profileId(in.value());
    if (parameters.attr("interfaceid")) b.interfaceId(in.uuid());
    return b.extras(in.extras()).build();
  }

  @Override
  protected void write(VirtualPort value, String name, XmlOut out) {
    out.begin(name, value.extras());
    out.attr("type", value.type());
    out.beginPart("parameters");
    out.attr("managerid", value.managerId());
    out.attr("typeid", value.typeId());
    out.attr("typeidversion", value.typeIdVersion());
    out.attr("instanceid", value.instanceId());
    out.attr("profileid", value.profileId());
    out.attr("interfaceid", value.interfaceId());
    out.end();
    out.end();
  }
}
