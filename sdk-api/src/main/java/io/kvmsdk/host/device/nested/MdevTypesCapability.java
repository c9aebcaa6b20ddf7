package io.kvmsdk.host.device.nested;

import io.kvmsdk.host.device.part.MdevType;
import io.kvmsdk.internal.style.ValueStyle;
import io.kvmsdk.xml.Extras;
import io.kvmsdk.xml.XmlIn;
import io.kvmsdk.xml.XmlMapping;
import io.kvmsdk.xml.XmlOut;
import java.util.List;
import org.immutables.value.Value;

/**
 * That a device can be cut into mediated devices. Since libvirt 3.4.0.
 *
 * @see <a href="https://libvirt.org/formatnode.html#mdev-types-capability">libvirt: mdev_types
 *     capability</a>
 */
@Value.Immutable
@ValueStyle
public sealed interface MdevTypesCapability extends NestedCapability, WithMdevTypesCapability
    permits ImmutableMdevTypesCapability {

  /** How it is read and written. */
  XmlMapping<MdevTypesCapability> XML = new MdevTypesCapabilityXml();

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
    return "mdev_types";
  }

  /** The kinds that it can be cut into. */
  List<MdevType> types();

  /** What the document says beyond this. */
  @Override
  Extras extras();

  /** Makes values. */
  final class Builder extends ImmutableMdevTypesCapability.Builder {
    Builder() {
      extras(Extras.NONE);
    }
  }
}

final class MdevTypesCapabilityXml extends XmlMapping<MdevTypesCapability> {

  MdevTypesCapabilityXml() {
    super("capability");
  }

  @Override
  protected MdevTypesCapability read(XmlIn in) {
    MdevTypesCapability.Builder b = MdevTypesCapability.builder();
    for (XmlIn type : in.children("type")) b.addType(type.read(MdevType.XML));
    return b.extras(in.extras()).build();
  }

  @Override
  protected void write(MdevTypesCapability value, String name, XmlOut out) {
    out.begin(name, value.extras());
    out.attr("type", value.type());
    out.writeAll("type", MdevType.XML, value.types());
    out.end();
  }
}
