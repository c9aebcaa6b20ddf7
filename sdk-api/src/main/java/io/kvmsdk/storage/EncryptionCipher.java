package io.kvmsdk.storage;

import io.kvmsdk.internal.style.ValueStyle;
import io.kvmsdk.xml.Extras;
import io.kvmsdk.xml.XmlIn;
import io.kvmsdk.xml.XmlMapping;
import io.kvmsdk.xml.XmlOut;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * The cipher that a volume is encrypted with. Which ones there are depends on the QEMU of the host.
 *
 * @see <a
 *     href="https://libvirt.org/formatstorageencryption.html#storage-volume-encryption-xml">libvirt:
 *     Storage volume encryption XML</a>
 */
@Value.Immutable
@ValueStyle
public interface EncryptionCipher extends WithEncryptionCipher {

  /** How it is read and written. */
  XmlMapping<EncryptionCipher> XML = new EncryptionCipherXml();

  /** AES with keys of 256 bits, in such a mode, such as {@code xts}. */
  static EncryptionCipher aes256(String mode, String hash) {
    return builder().name("aes").keyBits(256).mode(mode).hash(hash).build();
  }

  /** An empty builder. */
  static Builder builder() {
    return new Builder();
  }

  /** A builder that starts with the values of this one. */
  default Builder toBuilder() {
    return builder().from(this);
  }

  /** The algorithm, such as {@code aes}, {@code serpent} or {@code twofish}. */
  String name();

  /** The length of the key, in bits, such as 256. */
  int keyBits();

  /** How blocks are chained, such as {@code cbc} or {@code xts}. */
  Optional<String> mode();

  /** The hash of the master key, such as {@code sha256}. */
  Optional<String> hash();

  /** What the document says beyond this. */
  Extras extras();

  /** Makes values. */
  final class Builder extends ImmutableEncryptionCipher.Builder {
    Builder() {
      extras(Extras.NONE);
    }
  }
}

final class EncryptionCipherXml extends XmlMapping<EncryptionCipher> {

  EncryptionCipherXml() {
    super("cipher");
  }

  @Override
  protected EncryptionCipher read(XmlIn in) {
    EncryptionCipher.Builder b = EncryptionCipher.builder();
    b.name(in.required("name"));
    if (!in.intAttr("size")) throw in.missing("@size");
    b.keyBits(in.intValue());
    if (in.attr("mode")) b.mode(in.value());
    if (in.attr("hash")) b.hash(in.value());
    return b.extras(in.extras()).build();
  }

  @Override
  protected void write(EncryptionCipher value, String name, XmlOut out) {
    out.begin(name, value.extras());
    out.attr("name", value.name());
    out.attr("size", value.keyBits());
    out.attr("mode", value.mode());
    out.attr("hash", value.hash());
    out.end();
  }
}
