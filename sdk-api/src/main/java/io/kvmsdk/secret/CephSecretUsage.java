package io.kvmsdk.secret;

import io.kvmsdk.internal.style.ValueStyle;
import io.kvmsdk.xml.Extras;
import io.kvmsdk.xml.XmlIn;
import io.kvmsdk.xml.XmlMapping;
import io.kvmsdk.xml.XmlOut;
import org.immutables.value.Value;

/**
 * The key of a Ceph user. Since libvirt 0.9.7.
 *
 * @see <a href="https://libvirt.org/formatsecret.html#usage-type-ceph">libvirt: Usage type ceph</a>
 */
@Value.Immutable
@ValueStyle
public sealed interface CephSecretUsage extends SecretUsage, WithCephSecretUsage
    permits ImmutableCephSecretUsage {

  /** How it is read and written. */
  XmlMapping<CephSecretUsage> XML = new CephSecretUsageXml();

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
    return "ceph";
  }

  /** The name by which disks and pools refer to it. */
  String name();

  /** What the document says beyond this. */
  @Override
  Extras extras();

  /** Makes values. */
  final class Builder extends ImmutableCephSecretUsage.Builder {
    Builder() {
      extras(Extras.NONE);
    }
  }
}

final class CephSecretUsageXml extends XmlMapping<CephSecretUsage> {

  CephSecretUsageXml() {
    super("usage");
  }

  @Override
  protected CephSecretUsage read(XmlIn in) {
    CephSecretUsage.Builder b = CephSecretUsage.builder();
    XmlIn namePart = in.child("name");
    if (!namePart.text()) throw namePart.unreadable("a text");
    b.name(in.value());
    return b.extras(in.extras()).build();
  }

  @Override
  protected void write(CephSecretUsage value, String name, XmlOut out) {
    out.begin(name, value.extras());
    out.attr("type", value.type());
    out.partText("name", value.name());
    out.end();
  }
}
