package io.kvmsdk.secret;

import io.kvmsdk.xml.Extras;
import io.kvmsdk.xml.XmlIn;
import io.kvmsdk.xml.XmlMapping;
import io.kvmsdk.xml.XmlOut;
import java.util.Optional;

/**
 * What a secret is for, and the name by which it is referred to; no two secrets have the same.
 *
 * @see <a href="https://libvirt.org/formatsecret.html#secret-xml">libvirt: Secret XML</a>
 */
public sealed interface SecretUsage
    permits CephSecretUsage,
        IscsiSecretUsage,
        TlsSecretUsage,
        UnknownSecretUsage,
        VolumeSecretUsage,
        VtpmSecretUsage {

  /** How it is read and written. */
  XmlMapping<SecretUsage> XML = new SecretUsageXml();

  /** The passphrase of a volume. */
  static SecretUsage volume(String path) {
    return VolumeSecretUsage.builder().path(path).build();
  }

  /** The key of a Ceph user. */
  static SecretUsage ceph(String name) {
    return CephSecretUsage.builder().name(name).build();
  }

  /** The CHAP password of iSCSI. */
  static SecretUsage iscsi(String target) {
    return IscsiSecretUsage.builder().target(target).build();
  }

  /** The passphrase of a private TLS key. */
  static SecretUsage tls(String name) {
    return TlsSecretUsage.builder().name(name).build();
  }

  /** The passphrase of a virtual TPM's state. */
  static SecretUsage vtpm(String name) {
    return VtpmSecretUsage.builder().name(name).build();
  }

  /** What libvirt calls the kind, in the attribute {@code type}. */
  String type();

  /** The name by which the secret is referred to, where this kind has a name here. */
  default Optional<String> reference() {
    if (this instanceof VolumeSecretUsage volume) return Optional.of(volume.path());
    if (this instanceof CephSecretUsage ceph) return Optional.of(ceph.name());
    if (this instanceof IscsiSecretUsage iscsi) return Optional.of(iscsi.target());
    if (this instanceof TlsSecretUsage tls) return Optional.of(tls.name());
    if (this instanceof VtpmSecretUsage vtpm) return Optional.of(vtpm.name());
    return Optional.empty();
  }

  /** What the document says beyond what has a name here. */
  Extras extras();
}

final class SecretUsageXml extends XmlMapping<SecretUsage> {

  SecretUsageXml() {
    super("usage");
  }

  @Override
  protected SecretUsage read(XmlIn in) {
    String type = in.required("type");
    return switch (type) {
      case "volume" -> in.read(VolumeSecretUsage.XML);
      case "ceph" -> in.read(CephSecretUsage.XML);
      case "iscsi" -> in.read(IscsiSecretUsage.XML);
      case "tls" -> in.read(TlsSecretUsage.XML);
      case "vtpm" -> in.read(VtpmSecretUsage.XML);
      default -> UnknownSecretUsage.builder().type(type).extras(in.extras()).build();
    };
  }

  @Override
  protected void write(SecretUsage value, String name, XmlOut out) {
    if (value instanceof VolumeSecretUsage volumeSecretUsage) {
      out.write(name, VolumeSecretUsage.XML, volumeSecretUsage);
    } else if (value instanceof CephSecretUsage cephSecretUsage) {
      out.write(name, CephSecretUsage.XML, cephSecretUsage);
    } else if (value instanceof IscsiSecretUsage iscsiSecretUsage) {
      out.write(name, IscsiSecretUsage.XML, iscsiSecretUsage);
    } else if (value instanceof TlsSecretUsage tlsSecretUsage) {
      out.write(name, TlsSecretUsage.XML, tlsSecretUsage);
    } else if (value instanceof VtpmSecretUsage vtpmSecretUsage) {
      out.write(name, VtpmSecretUsage.XML, vtpmSecretUsage);
    } else {
      out.begin(name, value.extras());
      out.attr("type", value.type());
      out.end();
    }
  }
}
