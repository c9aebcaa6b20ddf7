package io.kvmsdk.host.device.part;

import io.kvmsdk.internal.style.ValueStyle;
import io.kvmsdk.xml.Extras;
import io.kvmsdk.xml.XmlIn;
import io.kvmsdk.xml.XmlMapping;
import io.kvmsdk.xml.XmlOut;
import java.util.List;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * What a PCI device says of itself in its vital product data, of one kind of access.
 *
 * @see <a href="https://libvirt.org/formatnode.html#vpd-capability">libvirt: vpd capability</a>
 */
@Value.Immutable
@ValueStyle
public interface VpdFields extends WithVpdFields {

  /** How it is read and written. */
  XmlMapping<VpdFields> XML = new VpdFieldsXml();

  /** An empty builder. */
  static Builder builder() {
    return new Builder();
  }

  /** A builder that starts with the values of this one. */
  default Builder toBuilder() {
    return builder().from(this);
  }

  /** Whether the fields can be changed. */
  VpdAccess access();

  /** The engineering change level of the card; read only. */
  Optional<String> changeLevel();

  /** Who made the card, beyond its vendor; read only. */
  Optional<String> manufactureId();

  /** The part number; read only. */
  Optional<String> partNumber();

  /** The serial number; read only. */
  Optional<String> serialNumber();

  /** What the system's owner calls it; read and write. */
  Optional<String> assetTag();

  /** What the vendor says besides. */
  List<VpdField> vendorFields();

  /** What the system says besides; read and write. */
  List<VpdField> systemFields();

  /** What the document says beyond this. */
  Extras extras();

  /** Makes values. */
  final class Builder extends ImmutableVpdFields.Builder {
    Builder() {
      extras(Extras.NONE);
    }
  }
}

final class VpdFieldsXml extends XmlMapping<VpdFields> {

  VpdFieldsXml() {
    super("fields");
  }

  @Override
  protected VpdFields read(XmlIn in) {
    VpdFields.Builder b = VpdFields.builder();
    b.access(new VpdAccess(in.required("access")));
    if (in.child("change_level").text()) b.changeLevel(in.value());
    if (in.child("manufacture_id").text()) b.manufactureId(in.value());
    if (in.child("part_number").text()) b.partNumber(in.value());
    if (in.child("serial_number").text()) b.serialNumber(in.value());
    if (in.child("asset_tag").text()) b.assetTag(in.value());
    for (XmlIn vendorField : in.children("vendor_field"))
      b.addVendorField(vendorField.read(VpdField.XML));
    for (XmlIn systemField : in.children("system_field"))
      b.addSystemField(systemField.read(VpdField.XML));
    return b.extras(in.extras()).build();
  }

  @Override
  protected void write(VpdFields value, String name, XmlOut out) {
    out.begin(name, value.extras());
    out.attr("access", value.access().toString());
    out.partText("change_level", value.changeLevel());
    out.partText("manufacture_id", value.manufactureId());
    out.partText("part_number", value.partNumber());
    out.partText("serial_number", value.serialNumber());
    out.partText("asset_tag", value.assetTag());
    out.writeAll("vendor_field", VpdField.XML, value.vendorFields());
    out.writeAll("system_field", VpdField.XML, value.systemFields());
    out.end();
  }
}
