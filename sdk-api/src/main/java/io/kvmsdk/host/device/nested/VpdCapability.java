package io.kvmsdk.host.device.nested;

import io.kvmsdk.host.device.part.VpdAccess;
import io.kvmsdk.host.device.part.VpdFields;
import io.kvmsdk.internal.style.ValueStyle;
import io.kvmsdk.xml.Extras;
import io.kvmsdk.xml.XmlIn;
import io.kvmsdk.xml.XmlMapping;
import io.kvmsdk.xml.XmlOut;
import java.util.List;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * What a PCI device says of itself in its vital product data.
 *
 * @see <a href="https://libvirt.org/formatnode.html#vpd-capability">libvirt: vpd capability</a>
 */
@Value.Immutable
@ValueStyle
public sealed interface VpdCapability extends NestedCapability, WithVpdCapability
    permits ImmutableVpdCapability {

  /** How it is read and written. */
  XmlMapping<VpdCapability> XML = new VpdCapabilityXml();

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
    return "vpd";
  }

  /** The product's name. */
  String name();

  /** What it says, for each kind of access at most once. */
  List<VpdFields> fields();

  /** The fields that cannot be changed. */
  default Optional<VpdFields> readOnly() {
    return fields().stream().filter(f -> f.access().equals(VpdAccess.READ_ONLY)).findFirst();
  }

  /** The fields that can be changed. */
  default Optional<VpdFields> readWrite() {
    return fields().stream().filter(f -> f.access().equals(VpdAccess.READ_WRITE)).findFirst();
  }

  /** What the document says beyond this. */
  @Override
  Extras extras();

  /** Makes values. */
  final class Builder extends ImmutableVpdCapability.Builder {
    Builder() {
      extras(Extras.NONE);
    }
  }
}

final class VpdCapabilityXml extends XmlMapping<VpdCapability> {

  VpdCapabilityXml() {
    super("capability");
  }

  @Override
  protected VpdCapability read(XmlIn in) {
    VpdCapability.Builder b = VpdCapability.builder();
    XmlIn namePart = in.child("name");
    if (!namePart.text()) throw namePart.unreadable("a text");
    b.name(in.value());
    for (XmlIn fields : in.children("fields")) b.addField(fields.read(VpdFields.XML));
    return b.extras(in.extras()).build();
  }

  @Override
  protected void write(VpdCapability value, String name, XmlOut out) {
    out.begin(name, value.extras());
    out.attr("type", value.type());
    out.partText("name", value.name());
    out.writeAll("fields", VpdFields.XML, value.fields());
    out.end();
  }
}
