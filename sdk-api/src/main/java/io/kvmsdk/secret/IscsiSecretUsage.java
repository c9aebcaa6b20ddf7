package io.kvmsdk.secret;

import io.kvmsdk.internal.style.ValueStyle;
import io.kvmsdk.xml.Extras;
import io.kvmsdk.xml.XmlIn;
import io.kvmsdk.xml.XmlMapping;
import io.kvmsdk.xml.XmlOut;
import org.immutables.value.Value;

/**
 * The CHAP password of iSCSI. Since libvirt 1.0.4.
 *
 * @see <a href="https://libvirt.org/formatsecret.html#usage-type-iscsi">libvirt: Usage type
 *     iscsi</a>
 */
@Value.Immutable
@ValueStyle
public sealed interface IscsiSecretUsage extends SecretUsage, WithIscsiSecretUsage
    permits ImmutableIscsiSecretUsage {

  /** How it is read and written. */
  XmlMapping<IscsiSecretUsage> XML = new IscsiSecretUsageXml();

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
    return "iscsi";
  }

  /** The name by which disks and pools refer to it. */
  String target();

  /** What the document says beyond this. */
  @Override
  Extras extras();

  /** Makes values. */
  final class Builder extends ImmutableIscsiSecretUsage.Builder {
    Builder() {
      extras(Extras.NONE);
    }
  }
}

final class IscsiSecretUsageXml extends XmlMapping<IscsiSecretUsage> {

  IscsiSecretUsageXml() {
    super("usage");
  }

  @Override
  protected IscsiSecretUsage read(XmlIn in) {
    IscsiSecretUsage.Builder b = IscsiSecretUsage.builder();
    XmlIn target = in.child("target");
    if (!target.text()) throw target.unreadable("a text");
    b.target(in.value());
    return b.extras(in.extras()).build();
  }

  @Override
  protected void write(IscsiSecretUsage value, String name, XmlOut out) {
    out.begin(name, value.extras());
    out.attr("type", value.type());
    out.partText("target", value.target());
    out.end();
  }
}
