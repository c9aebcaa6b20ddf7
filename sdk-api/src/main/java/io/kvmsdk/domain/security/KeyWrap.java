package io.kvmsdk.domain.security;

import io.kvmsdk.internal.style.ValueStyle;
import io.kvmsdk.xml.Extras;
import io.kvmsdk.xml.Strictness;
import io.kvmsdk.xml.XmlIn;
import io.kvmsdk.xml.XmlMapping;
import io.kvmsdk.xml.XmlOut;
import org.immutables.value.Value;

/**
 * Which keys of an s390 machine are wrapped for the guest.
 *
 * @see <a href="https://libvirt.org/formatdomain.html#key-wrap">libvirt: Key Wrap</a>
 */
@Value.Immutable
@ValueStyle
public interface KeyWrap extends WithKeyWrap {

  /** How it is read and written. */
  XmlMapping<KeyWrap> XML = new KeyWrapXml();

  /** An empty builder. */
  static Builder builder() {
    return new Builder();
  }

  /** A builder that starts with the values of this one. */
  default Builder toBuilder() {
    return builder().from(this);
  }

  /** What {@code <keywrap>} says, keeping what has no name here. */
  static KeyWrap fromXml(String xml) {
    return fromXml(xml, Strictness.LENIENT);
  }

  /** What {@code <keywrap>} says. */
  static KeyWrap fromXml(String xml, Strictness strictness) {
    return XML.parse(xml, strictness);
  }

  /** The value as {@code <keywrap>}. */
  default String toXml() {
    return XML.format(this);
  }

  /** What the document says beyond this. */
  Extras extras();

  /** Makes values. */
  final class Builder extends ImmutableKeyWrap.Builder {
    Builder() {
      extras(Extras.NONE);
    }
  }
}

final class KeyWrapXml extends XmlMapping<KeyWrap> {

  KeyWrapXml() {
    super("keywrap");
  }

  @Override
  protected KeyWrap read(XmlIn in) {
    KeyWrap.Builder b = KeyWrap.builder();
    return b.extras(in.extras()).build();
  }

  @Override
  protected void write(KeyWrap value, String name, XmlOut out) {
    out.begin(name, value.extras());
    out.end();
  }
}
