package io.kvmsdk.host.device;

import io.kvmsdk.host.device.part.IommuGroup;
import io.kvmsdk.host.device.part.MdevAttribute;
import io.kvmsdk.internal.style.ValueStyle;
import io.kvmsdk.xml.Extras;
import io.kvmsdk.xml.XmlIn;
import io.kvmsdk.xml.XmlMapping;
import io.kvmsdk.xml.XmlOut;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.immutables.value.Value;

/**
 * A mediated device: a part of another that can be given to a guest. Since libvirt 3.4.0.
 *
 * @see <a href="https://libvirt.org/formatnode.html#mdev">libvirt: mdev</a>
 */
@Value.Immutable
@ValueStyle
public sealed interface MdevCapability extends NodeCapability, WithMdevCapability
    permits ImmutableMdevCapability {

  /** How it is read and written. */
  XmlMapping<MdevCapability> XML = new MdevCapabilityXml();

  /** One of that type, which the vendor names. */
  static MdevCapability of(String typeId) {
    return builder().typeId(typeId).build();
  }

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
    return "mdev";
  }

  /** The vendor's name for its type, such as {@code nvidia-11}. */
  String typeId();

  /** Its group; libvirt writes it. */
  Optional<IommuGroup> iommuGroup();

  /** Its UUID. Absent means that libvirt makes one up. */
  Optional<UUID> uuid();

  /** The place of the device that it is a part of, as sysfs has it; libvirt writes it. */
  Optional<String> parentAddress();

  /** How it is configured, in the order in which it is to be set. */
  List<MdevAttribute> attributes();

  /** What the document says beyond this. */
  @Override
  Extras extras();

  /** Makes values. */
  final class Builder extends ImmutableMdevCapability.Builder {
    Builder() {
      extras(Extras.NONE);
    }
  }
}

final class MdevCapabilityXml extends XmlMapping<MdevCapability> {

  MdevCapabilityXml() {
    super("capability");
  }

  @Override
  protected MdevCapability read(XmlIn in) {
    MdevCapability.Builder b = MdevCapability.builder();
    b.typeId(in.child("type").required("id"));
    XmlIn iommuGroup = in.child("iommuGroup");
    if (iommuGroup.present()) b.iommuGroup(iommuGroup.read(IommuGroup.XML));
    if (in.child("uuid").text()) b.uuid(in.uuid());
    if (in.child("parent_addr").text()) b.parentAddress(in.value());
    for (XmlIn attr : in.children("attr")) b.addAttribute(attr.read(MdevAttribute.XML));
    return b.extras(in.extras()).build();
  }

  @Override
  protected void write(MdevCapability value, String name, XmlOut out) {
    out.begin(name, value.extras());
    out.attr("type", value.type());
    out.beginPart("type");
    out.attr("id", value.typeId());
    out.end();
    out.write("iommuGroup", IommuGroup.XML, value.iommuGroup());
    out.partText("uuid", value.uuid());
    out.partText("parent_addr", value.parentAddress());
    out.writeAll("attr", MdevAttribute.XML, value.attributes());
    out.end();
  }
}
