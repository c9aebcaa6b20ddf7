package io.kvmsdk.storage;

import io.kvmsdk.internal.style.ValueStyle;
import io.kvmsdk.xml.Extras;
import io.kvmsdk.xml.XmlIn;
import io.kvmsdk.xml.XmlMapping;
import io.kvmsdk.xml.XmlOut;
import java.util.Optional;
import java.util.UUID;
import org.immutables.value.Value;

/**
 * A secret of libvirt, by its UUID or by its usage, that holds a passphrase.
 *
 * @see <a
 *     href="https://libvirt.org/formatstorageencryption.html#storage-volume-encryption-xml">libvirt:
 *     Storage volume encryption XML</a>
 */
@Value.Immutable
@ValueStyle
public interface EncryptionSecret extends WithEncryptionSecret {

  /** How it is read and written. */
  XmlMapping<EncryptionSecret> XML = new EncryptionSecretXml();

  /** A secret by its UUID. */
  static EncryptionSecret of(UUID uuid) {
    return builder().type("passphrase").uuid(uuid).build();
  }

  /** A secret by what it says it is used for. */
  static EncryptionSecret ofUsage(String usage) {
    return builder().type("passphrase").usage(usage).build();
  }

  /** An empty builder. */
  static Builder builder() {
    return new Builder();
  }

  /** A builder that starts with the values of this one. */
  default Builder toBuilder() {
    return builder().from(this);
  }

  /** What the secret is: always {@code passphrase}. */
  String type();

  /** Its UUID. */
  Optional<UUID> uuid();

  /** Its usage, where there is no UUID. Since libvirt 2.1.0. */
  Optional<String> usage();

  /** What the document says beyond this. */
  Extras extras();

  /** Makes values. */
  final class Builder extends ImmutableEncryptionSecret.Builder {
    Builder() {
      extras(Extras.NONE);
    }
  }
}

final class EncryptionSecretXml extends XmlMapping<EncryptionSecret> {

  EncryptionSecretXml() {
    super("secret");
  }

  @Override
  protected EncryptionSecret read(XmlIn in) {
    EncryptionSecret.Builder b = EncryptionSecret.builder();
    b.type(in.required("type"));
    if (in.attr("uuid")) b.uuid(in.uuid());
    if (in.attr("usage")) b.usage(in.value());
    return b.extras(in.extras()).build();
  }

  @Override
  protected void write(EncryptionSecret value, String name, XmlOut out) {
    out.begin(name, value.extras());
    out.attr("type", value.type());
    out.attr("uuid", value.uuid());
    out.attr("usage", value.usage());
    out.end();
  }
}
