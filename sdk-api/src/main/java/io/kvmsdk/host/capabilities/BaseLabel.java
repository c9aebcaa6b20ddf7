package io.kvmsdk.host.capabilities;

import io.kvmsdk.internal.style.ValueStyle;
import io.kvmsdk.xml.Extras;
import io.kvmsdk.xml.XmlIn;
import io.kvmsdk.xml.XmlMapping;
import io.kvmsdk.xml.XmlOut;
import org.immutables.value.Value;

/**
 * What a security label is made of where a domain does not say one.
 *
 * @see <a href="https://libvirt.org/formatcaps.html#host-capabilities">libvirt: Host
 *     capabilities</a>
 */
@Value.Immutable
@ValueStyle
public interface BaseLabel extends WithBaseLabel {

  /** How it is read and written. */
  XmlMapping<BaseLabel> XML = new BaseLabelXml();

  /** An empty builder. */
  static Builder builder() {
    return new Builder();
  }

  /** A builder that starts with the values of this one. */
  default Builder toBuilder() {
    return builder().from(this);
  }

  /** The kind of domain, such as kvm or qemu. */
  String type();

  /** The label. */
  String label();

  /** What the document says beyond this. */
  Extras extras();

  /** Makes values. */
  final class Builder extends ImmutableBaseLabel.Builder {
    Builder() {
      extras(Extras.NONE);
    }
  }
}

final class BaseLabelXml extends XmlMapping<BaseLabel> {

  BaseLabelXml() {
    super("baselabel");
  }

  @Override
  protected BaseLabel read(XmlIn in) {
    BaseLabel.Builder b = BaseLabel.builder();
    b.type(in.required("type"));
    if (!in.text()) throw in.unreadable("a text");
    b.label(in.value());
    return b.extras(in.extras()).build();
  }

  @Override
  protected void write(BaseLabel value, String name, XmlOut out) {
    out.begin(name, value.extras());
    out.attr("type", value.type());
    out.text(value.label());
    out.end();
  }
}
