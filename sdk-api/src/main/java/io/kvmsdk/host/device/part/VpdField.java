package io.kvmsdk.host.device.part;

import io.kvmsdk.internal.style.ValueStyle;
import io.kvmsdk.xml.Extras;
import io.kvmsdk.xml.XmlIn;
import io.kvmsdk.xml.XmlMapping;
import io.kvmsdk.xml.XmlOut;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * A field of vital product data whose meaning is the vendor's or the system's.
 *
 * @see <a href="https://libvirt.org/formatnode.html#vpd-capability">libvirt: vpd capability</a>
 */
@Value.Immutable
@ValueStyle
public interface VpdField extends WithVpdField {

  /** How it is read and written. */
  XmlMapping<VpdField> XML = new VpdFieldXml();

  /** An empty builder. */
  static Builder builder() {
    return new Builder();
  }

  /** A builder that starts with the values of this one. */
  default Builder toBuilder() {
    return builder().from(this);
  }

  /** Which one: a digit or a capital letter. */
  String index();

  /** Its content. */
  Optional<String> value();

  /** What the document says beyond this. */
  Extras extras();

  /** Makes values. */
  final class Builder extends ImmutableVpdField.Builder {
    Builder() {
      extras(Extras.NONE);
    }
  }
}

final class VpdFieldXml extends XmlMapping<VpdField> {

  VpdFieldXml() {
    super("vendor_field");
  }

  @Override
  protected VpdField read(XmlIn in) {
    VpdField.Builder b = VpdField.builder();
    b.index(in.required("index"));
    if (in.textIfAny()) b.value(in.value());
    return b.extras(in.extras()).build();
  }

  @Override
  protected void write(VpdField value, String name, XmlOut out) {
    out.begin(name, value.extras());
    out.attr("index", value.index());
    out.text(value.value());
    out.end();
  }
}
