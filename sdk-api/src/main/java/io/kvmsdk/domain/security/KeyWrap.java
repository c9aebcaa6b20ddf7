package io.kvmsdk.domain.security;

import io.kvmsdk.internal.style.ValueStyle;
import io.kvmsdk.xml.Extras;
import io.kvmsdk.xml.Strictness;
import io.kvmsdk.xml.XmlIn;
import io.kvmsdk.xml.XmlMapping;
import io.kvmsdk.xml.XmlOut;
import java.util.List;
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

  /** Whether the guest may work with wrapped keys for AES, and for DEA. */
  static KeyWrap of(boolean aes, boolean dea) {
    return builder()
        .addCiphers(
            KeyWrapCipher.of(KeyWrapCipherName.AES, aes),
            KeyWrapCipher.of(KeyWrapCipherName.DEA, dea))
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

  /** The algorithms, at least one. Those that are not listed are on. */
  List<KeyWrapCipher> ciphers();

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
    for (XmlIn cipher : in.children("cipher")) b.addCipher(cipher.read(KeyWrapCipher.XML));
    return b.extras(in.extras()).build();
  }

  @Override
  protected void write(KeyWrap value, String name, XmlOut out) {
    out.begin(name, value.extras());
    out.writeAll("cipher", KeyWrapCipher.XML, value.ciphers());
    out.end();
  }
}
