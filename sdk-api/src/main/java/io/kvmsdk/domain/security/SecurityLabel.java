package io.kvmsdk.domain.security;

import io.kvmsdk.internal.style.ValueStyle;
import io.kvmsdk.xml.Extras;
import io.kvmsdk.xml.Strictness;
import io.kvmsdk.xml.XmlIn;
import io.kvmsdk.xml.XmlMapping;
import io.kvmsdk.xml.XmlOut;
import org.immutables.value.Value;

/**
 * How a security driver confines a domain.
 *
 * @see <a href="https://libvirt.org/formatdomain.html#security-label">libvirt: Security label</a>
 */
@Value.Immutable
@ValueStyle
public interface SecurityLabel extends WithSecurityLabel {

  /** How it is read and written. */
  XmlMapping<SecurityLabel> XML = new SecurityLabelXml();

  /** An empty builder. */
  static Builder builder() {
    return new Builder();
  }

  /** A builder that starts with the values of this one. */
  default Builder toBuilder() {
    return builder().from(this);
  }

  /** What {@code <seclabel>} says, keeping what has no name here. */
  static SecurityLabel fromXml(String xml) {
    return fromXml(xml, Strictness.LENIENT);
  }

  /** What {@code <seclabel>} says. */
  static SecurityLabel fromXml(String xml, Strictness strictness) {
    return XML.parse(xml, strictness);
  }

  /** The value as {@code <seclabel>}. */
  default String toXml() {
    return XML.format(this);
  }

  /** What the document says beyond this. */
  Extras extras();

  /** Makes values. */
  final class Builder extends ImmutableSecurityLabel.Builder {
    Builder() {
      extras(Extras.NONE);
    }
  }
}

final class SecurityLabelXml extends XmlMapping<SecurityLabel> {

  SecurityLabelXml() {
    super("seclabel");
  }

  @Override
  protected SecurityLabel read(XmlIn in) {
    SecurityLabel.Builder b = SecurityLabel.builder();
    return b.extras(in.extras()).build();
  }

  @Override
  protected void write(SecurityLabel value, String name, XmlOut out) {
    out.begin(name, value.extras());
    out.end();
  }
}
