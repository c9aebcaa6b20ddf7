package io.kvmsdk.secret;

import io.kvmsdk.internal.style.ValueStyle;
import io.kvmsdk.xml.Extras;
import io.kvmsdk.xml.XmlIn;
import io.kvmsdk.xml.XmlMapping;
import io.kvmsdk.xml.XmlOut;
import org.immutables.value.Value;

/**
 * The passphrase of a private TLS key. Since libvirt 2.3.0.
 *
 * @see <a href="https://libvirt.org/formatsecret.html#usage-type-tls">libvirt: Usage type tls</a>
 */
@Value.Immutable
@ValueStyle
public sealed interface TlsSecretUsage extends SecretUsage, WithTlsSecretUsage
    permits ImmutableTlsSecretUsage {

  /** How it is read and written. */
  XmlMapping<TlsSecretUsage> XML = new TlsSecretUsageXml();

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
    return "tls";
  }

  /** The name. */
  String name();

  /** What the document says beyond this. */
  @Override
  Extras extras();

  /** Makes values. */
  final class Builder extends ImmutableTlsSecretUsage.Builder {
    Builder() {
      extras(Extras.NONE);
    }
  }
}

final class TlsSecretUsageXml extends XmlMapping<TlsSecretUsage> {

  TlsSecretUsageXml() {
    super("usage");
  }

  @Override
  protected TlsSecretUsage read(XmlIn in) {
    TlsSecretUsage.Builder b = TlsSecretUsage.builder();
    XmlIn namePart = in.child("name");
    if (!namePart.text()) throw namePart.unreadable("a text");
    b.name(in.value());
    return b.extras(in.extras()).build();
  }

  @Override
  protected void write(TlsSecretUsage value, String name, XmlOut out) {
    out.begin(name, value.extras());
    out.attr("type", value.type());
    out.partText("name", value.name());
    out.end();
  }
}
