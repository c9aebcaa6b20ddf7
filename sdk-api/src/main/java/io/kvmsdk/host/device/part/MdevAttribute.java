package io.kvmsdk.host.device.part;

import io.kvmsdk.internal.style.ValueStyle;
import io.kvmsdk.xml.Extras;
import io.kvmsdk.xml.XmlIn;
import io.kvmsdk.xml.XmlMapping;
import io.kvmsdk.xml.XmlOut;
import org.immutables.value.Value;

/**
 * An attribute by which a mediated device is configured; its meaning is the vendor's.
 *
 * @see <a href="https://libvirt.org/formatnode.html#mdev">libvirt: mdev</a>
 */
@Value.Immutable
@ValueStyle
public interface MdevAttribute extends WithMdevAttribute {

  /** How it is read and written. */
  XmlMapping<MdevAttribute> XML = new MdevAttributeXml();

  /** This attribute. */
  static MdevAttribute of(String name, String value) {
    return builder().name(name).value(value).build();
  }

  /** An empty builder. */
  static Builder builder() {
    return new Builder();
  }

  /** A builder that starts with the values of this one. */
  default Builder toBuilder() {
    return builder().from(this);
  }

  /** The name. */
  String name();

  /** The value. */
  String value();

  /** What the document says beyond this. */
  Extras extras();

  /** Makes values. */
  final class Builder extends ImmutableMdevAttribute.Builder {
    Builder() {
      extras(Extras.NONE);
    }
  }
}

final class MdevAttributeXml extends XmlMapping<MdevAttribute> {

  MdevAttributeXml() {
    super("attr");
  }

  @Override
  protected MdevAttribute read(XmlIn in) {
    MdevAttribute.Builder b = MdevAttribute.builder();
    b.name(in.required("name"));
    b.value(in.required("value"));
    return b.extras(in.extras()).build();
  }

  @Override
  protected void write(MdevAttribute value, String name, XmlOut out) {
    out.begin(name, value.extras());
    out.attr("name", value.name());
    out.attr("value", value.value());
    out.end();
  }
}
