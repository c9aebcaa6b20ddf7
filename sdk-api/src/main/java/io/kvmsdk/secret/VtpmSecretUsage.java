package io.kvmsdk.secret;

import io.kvmsdk.internal.style.ValueStyle;
import io.kvmsdk.xml.Extras;
import io.kvmsdk.xml.XmlIn;
import io.kvmsdk.xml.XmlMapping;
import io.kvmsdk.xml.XmlOut;
import org.immutables.value.Value;

/**
 * The passphrase of a virtual TPM's state. Since libvirt 5.6.0.
 *
 * @see <a href="https://libvirt.org/formatsecret.html#usage-type-vtpm">libvirt: Usage type vtpm</a>
 */
@Value.Immutable
@ValueStyle
public sealed interface VtpmSecretUsage extends SecretUsage, WithVtpmSecretUsage
    permits ImmutableVtpmSecretUsage {

  /** How it is read and written. */
  XmlMapping<VtpmSecretUsage> XML = new VtpmSecretUsageXml();

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
    return "vtpm";
  }

  /** The name. */
  String name();

  /** What the document says beyond this. */
  @Override
  Extras extras();

  /** Makes values. */
  final class Builder extends ImmutableVtpmSecretUsage.Builder {
    Builder() {
      extras(Extras.NONE);
    }
  }
}

final class VtpmSecretUsageXml extends XmlMapping<VtpmSecretUsage> {

  VtpmSecretUsageXml() {
    super("usage");
  }

  @Override
  protected VtpmSecretUsage read(XmlIn in) {
    VtpmSecretUsage.Builder b = VtpmSecretUsage.builder();
    XmlIn namePart = in.child("name");
    if (!namePart.text()) throw namePart.unreadable("a text");
    b.name(in.value());
    return b.extras(in.extras()).build();
  }

  @Override
  protected void write(VtpmSecretUsage value, String name, XmlOut out) {
    out.begin(name, value.extras());
    out.attr("type", value.type());
    out.partText("name", value.name());
    out.end();
  }
}
