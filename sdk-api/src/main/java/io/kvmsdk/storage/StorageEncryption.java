package io.kvmsdk.storage;

import io.kvmsdk.internal.style.ValueStyle;
import io.kvmsdk.xml.Extras;
import io.kvmsdk.xml.Strictness;
import io.kvmsdk.xml.XmlIn;
import io.kvmsdk.xml.XmlMapping;
import io.kvmsdk.xml.XmlOut;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.immutables.value.Value;

/**
 * How the data of a volume or a disk is encrypted. The passphrase itself is never here: it is a
 * secret of libvirt, which is named.
 *
 * @see <a
 *     href="https://libvirt.org/formatstorageencryption.html#storage-volume-encryption-xml">libvirt:
 *     Storage volume encryption XML</a>
 */
@Value.Immutable
@ValueStyle
public interface StorageEncryption extends WithStorageEncryption {

  /** How it is read and written. */
  XmlMapping<StorageEncryption> XML = new StorageEncryptionXml();

  /** LUKS, with the passphrase that is libvirt's secret of that UUID. */
  static StorageEncryption luks(UUID secret) {
    return of(EncryptionFormat.LUKS, secret);
  }

  /** Such a format, with the passphrase that is libvirt's secret of that UUID. */
  static StorageEncryption of(EncryptionFormat format, UUID secret) {
    return builder().format(format).addSecret(EncryptionSecret.of(secret)).build();
  }

  /** An empty builder. */
  static Builder builder() {
    return new Builder();
  }

  /** A builder that starts with the values of this one. */
  default Builder toBuilder() {
    return builder().from(this);
  }

  /** What {@code <encryption>} says, keeping what has no name here. */
  static StorageEncryption fromXml(String xml) {
    return fromXml(xml, Strictness.LENIENT);
  }

  /** What {@code <encryption>} says. */
  static StorageEncryption fromXml(String xml, Strictness strictness) {
    return XML.parse(xml, strictness);
  }

  /** The value as {@code <encryption>}. */
  default String toXml() {
    return XML.format(this);
  }

  /** How it is encrypted. */
  EncryptionFormat format();

  /** What does the work. Absent means QEMU. */
  Optional<EncryptionEngine> engine();

  /**
   * The passphrases: one, or with RBD one for each layer, that of the image itself first. None
   * where libvirt makes the secret as it makes the volume.
   */
  List<EncryptionSecret> secrets();

  /** How a volume is encrypted when it is made. Absent means what qemu-img chooses. */
  Optional<EncryptionCipher> cipher();

  /**
   * Where the initialization vectors come from; only beside a cipher. Absent means what qemu-img
   * chooses.
   */
  Optional<IvGenerator> ivGenerator();

  /** What the document says beyond this. */
  Extras extras();

  /** Makes values. */
  final class Builder extends ImmutableStorageEncryption.Builder {
    Builder() {
      extras(Extras.NONE);
    }
  }
}

final class StorageEncryptionXml extends XmlMapping<StorageEncryption> {

  StorageEncryptionXml() {
    super("encryption");
  }

  @Override
  protected StorageEncryption read(XmlIn in) {
    StorageEncryption.Builder b = StorageEncryption.builder();
    b.format(new EncryptionFormat(in.required("format")));
    if (in.attr("engine")) b.engine(new EncryptionEngine(in.value()));
    for (XmlIn secret : in.children("secret")) b.addSecret(secret.read(EncryptionSecret.XML));
    XmlIn cipher = in.child("cipher");
    if (cipher.present()) b.cipher(cipher.read(EncryptionCipher.XML));
    XmlIn ivgen = in.child("ivgen");
    if (ivgen.present()) b.ivGenerator(ivgen.read(IvGenerator.XML));
    return b.extras(in.extras()).build();
  }

  @Override
  protected void write(StorageEncryption value, String name, XmlOut out) {
    out.begin(name, value.extras());
    out.attr("format", value.format().toString());
    out.attr("engine", value.engine());
    out.writeAll("secret", EncryptionSecret.XML, value.secrets());
    out.write("cipher", EncryptionCipher.XML, value.cipher());
    out.write("ivgen", IvGenerator.XML, value.ivGenerator());
    out.end();
  }
}
