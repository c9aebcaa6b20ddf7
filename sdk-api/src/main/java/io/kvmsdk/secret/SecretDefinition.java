package io.kvmsdk.secret;

import io.kvmsdk.internal.style.ValueStyle;
import io.kvmsdk.xml.Document;
import io.kvmsdk.xml.Extras;
import io.kvmsdk.xml.Strictness;
import io.kvmsdk.xml.XmlIn;
import io.kvmsdk.xml.XmlMapping;
import io.kvmsdk.xml.XmlOut;
import java.util.Optional;
import java.util.UUID;
import org.immutables.value.Value;

/**
 * A secret that libvirt keeps, such as the passphrase of a volume: what it is for. Its value is set
 * apart from this, and is never part of it.
 *
 * @see <a href="https://libvirt.org/formatsecret.html#secret-xml">libvirt: Secret XML</a>
 */
@Value.Immutable
@ValueStyle
public interface SecretDefinition extends Document, WithSecretDefinition {

  /** How it is read and written. */
  XmlMapping<SecretDefinition> XML = new SecretDefinitionXml();

  /** The passphrase of a volume, by the volume's path. */
  static SecretDefinition volume(String path) {
    return of(SecretUsage.volume(path));
  }

  /** The key of a Ceph user, by a name that disks and pools refer to. */
  static SecretDefinition ceph(String name) {
    return of(SecretUsage.ceph(name));
  }

  /** The CHAP password of iSCSI, by a name that disks and pools refer to. */
  static SecretDefinition iscsi(String target) {
    return of(SecretUsage.iscsi(target));
  }

  /** The passphrase of a private TLS key, by a name. */
  static SecretDefinition tls(String name) {
    return of(SecretUsage.tls(name));
  }

  /** The passphrase of a virtual TPM's state, by a name. */
  static SecretDefinition vtpm(String name) {
    return of(SecretUsage.vtpm(name));
  }

  /** One for that use, whose value nobody can read back. */
  static SecretDefinition of(SecretUsage usage) {
    return builder().usage(usage).ephemeral(false).privateValue(true).build();
  }

  /** An empty builder. */
  static Builder builder() {
    return new Builder();
  }

  /** A builder that starts with the values of this one. */
  default Builder toBuilder() {
    return builder().from(this);
  }

  /** What {@code <secret>} says, keeping what has no name here. */
  static SecretDefinition fromXml(String xml) {
    return fromXml(xml, Strictness.LENIENT);
  }

  /** What {@code <secret>} says. */
  static SecretDefinition fromXml(String xml, Strictness strictness) {
    return XML.parse(xml, strictness);
  }

  @Override
  default String toXml() {
    return XML.format(this);
  }

  /** Whether it is kept in memory only, and gone when libvirt's daemon ends. Absent means no. */
  Optional<Boolean> ephemeral();

  /** Whether nobody can read its value back from libvirt. Absent means no. */
  Optional<Boolean> privateValue();

  /** The UUID. Absent means that libvirt makes one up. */
  Optional<UUID> uuid();

  /** What a person should know of it. */
  Optional<String> description();

  /**
   * What it is for. Absent means nothing in particular; such a secret is referred to by its UUID.
   */
  Optional<SecretUsage> usage();

  /** What the document says beyond this. */
  @Override
  Extras extras();

  /** Makes values. */
  final class Builder extends ImmutableSecretDefinition.Builder {
    Builder() {
      extras(Extras.NONE);
    }
  }
}

final class SecretDefinitionXml extends XmlMapping<SecretDefinition> {

  SecretDefinitionXml() {
    super("secret");
  }

  @Override
  protected SecretDefinition read(XmlIn in) {
    SecretDefinition.Builder b = SecretDefinition.builder();
    if (in.yesNo("ephemeral")) b.ephemeral(in.flag());
    if (in.yesNo("private")) b.privateValue(in.flag());
    if (in.child("uuid").text()) b.uuid(in.uuid());
    if (in.child("description").text()) b.description(in.value());
    XmlIn usage = in.child("usage");
    if (usage.present()) b.usage(usage.read(SecretUsage.XML));
    return b.extras(in.extras()).build();
  }

  @Override
  protected void write(SecretDefinition value, String name, XmlOut out) {
    out.begin(name, value.extras());
    out.yesNo("ephemeral", value.ephemeral());
    out.yesNo("private", value.privateValue());
    out.partText("uuid", value.uuid());
    out.partText("description", value.description());
    out.write("usage", SecretUsage.XML, value.usage());
    out.end();
  }
}
