package io.kvmsdk.domain.security;

import io.kvmsdk.internal.style.ValueStyle;
import io.kvmsdk.xml.Extras;
import io.kvmsdk.xml.XmlIn;
import io.kvmsdk.xml.XmlMapping;
import io.kvmsdk.xml.XmlOut;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * Whether the guest may work with wrapped keys of one algorithm.
 *
 * @see <a href="https://libvirt.org/formatdomain.html#key-wrap">libvirt: Key Wrap</a>
 */
@Value.Immutable
@ValueStyle
public interface KeyWrapCipher extends WithKeyWrapCipher {

  /** How it is read and written. */
  XmlMapping<KeyWrapCipher> XML = new KeyWrapCipherXml();

  /** Whether it may. */
  static KeyWrapCipher of(KeyWrapCipherName name, boolean on) {
    return builder().name(name).state(on).build();
  }

  /** An empty builder. */
  static Builder builder() {
    return new Builder();
  }

  /** A builder that starts with the values of this one. */
  default Builder toBuilder() {
    return builder().from(this);
  }

  /** The algorithm. */
  KeyWrapCipherName name();

  /** Whether it may; libvirt wants this said. */
  Optional<Boolean> state();

  /** What the document says beyond this. */
  Extras extras();

  /** Makes values. */
  final class Builder extends ImmutableKeyWrapCipher.Builder {
    Builder() {
      extras(Extras.NONE);
    }
  }
}

final class KeyWrapCipherXml extends XmlMapping<KeyWrapCipher> {

  KeyWrapCipherXml() {
    super("cipher");
  }

  @Override
  protected KeyWrapCipher read(XmlIn in) {
    KeyWrapCipher.Builder b = KeyWrapCipher.builder();
    b.name(new KeyWrapCipherName(in.required("name")));
    if (in.onOff("state")) b.state(in.flag());
    return b.extras(in.extras()).build();
  }

  @Override
  protected void write(KeyWrapCipher value, String name, XmlOut out) {
    out.begin(name, value.extras());
    out.attr("name", value.name().toString());
    out.onOff("state", value.state());
    out.end();
  }
}
