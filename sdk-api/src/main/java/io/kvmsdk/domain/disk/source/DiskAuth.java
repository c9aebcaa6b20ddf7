package io.kvmsdk.domain.disk.source;

import io.kvmsdk.internal.style.ValueStyle;
import io.kvmsdk.xml.Extras;
import io.kvmsdk.xml.Strictness;
import io.kvmsdk.xml.XmlIn;
import io.kvmsdk.xml.XmlMapping;
import io.kvmsdk.xml.XmlOut;
import java.util.UUID;
import org.immutables.value.Value;

/**
 * Who the host is at a server that has a disk's data. The password itself is never here: it is a
 * secret of libvirt, which is named.
 *
 * @see <a href="https://libvirt.org/formatdomain.html#hard-drives-floppy-disks-cdroms">libvirt:
 *     Hard drives, floppy disks, CDROMs</a>
 */
@Value.Immutable
@ValueStyle
public interface DiskAuth extends WithDiskAuth {

  /** How it is read and written. */
  XmlMapping<DiskAuth> XML = new DiskAuthXml();

  /** A user of Ceph, without {@code client.}, whose key is libvirt's secret of that UUID. */
  static DiskAuth ceph(String user, UUID secret) {
    return builder().username(user).secret(DiskSecret.of(DiskSecretType.CEPH, secret)).build();
  }

  /** A user of Ceph, without {@code client.}, whose key is libvirt's secret of that usage. */
  static DiskAuth ceph(String user, String usage) {
    DiskSecret secret = DiskSecret.ofUsage(DiskSecretType.CEPH, usage);
    return builder().username(user).secret(secret).build();
  }

  /** A CHAP user of an iSCSI target, whose password is libvirt's secret of that UUID. */
  static DiskAuth iscsi(String user, UUID secret) {
    return builder().username(user).secret(DiskSecret.of(DiskSecretType.ISCSI, secret)).build();
  }

  /** A CHAP user of an iSCSI target, whose password is libvirt's secret of that usage. */
  static DiskAuth iscsi(String user, String usage) {
    DiskSecret secret = DiskSecret.ofUsage(DiskSecretType.ISCSI, usage);
    return builder().username(user).secret(secret).build();
  }

  /** An empty builder. */
  static Builder builder() {
    return new Builder();
  }

  /** A builder that starts with the values of this one. */
  default Builder toBuilder() {
    return builder().from(this);
  }

  /** What {@code <auth>} says, keeping what has no name here. */
  static DiskAuth fromXml(String xml) {
    return fromXml(xml, Strictness.LENIENT);
  }

  /** What {@code <auth>} says. */
  static DiskAuth fromXml(String xml, Strictness strictness) {
    return XML.parse(xml, strictness);
  }

  /** The value as {@code <auth>}. */
  default String toXml() {
    return XML.format(this);
  }

  /** The name of the user. */
  String username();

  /** What holds the password. */
  DiskSecret secret();

  /** What the document says beyond this. */
  Extras extras();

  /** Makes values. */
  final class Builder extends ImmutableDiskAuth.Builder {
    Builder() {
      extras(Extras.NONE);
    }
  }
}

final class DiskAuthXml extends XmlMapping<DiskAuth> {

  DiskAuthXml() {
    super("auth");
  }

  @Override
  protected DiskAuth read(XmlIn in) {
    DiskAuth.Builder b = DiskAuth.builder();
    b.username(in.required("username"));
    XmlIn secret = in.child("secret");
    if (!secret.present()) throw in.missing("secret");
    b.secret(secret.read(DiskSecret.XML));
    return b.extras(in.extras()).build();
  }

  @Override
  protected void write(DiskAuth value, String name, XmlOut out) {
    out.begin(name, value.extras());
    out.attr("username", value.username());
    out.write("secret", DiskSecret.XML, value.secret());
    out.end();
  }
}
