package io.kvmsdk.domain.disk.source;

import io.kvmsdk.internal.style.ValueStyle;
import io.kvmsdk.xml.Extras;
import io.kvmsdk.xml.XmlIn;
import io.kvmsdk.xml.XmlMapping;
import io.kvmsdk.xml.XmlOut;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * Who the host is at an NFS or SSH server.
 *
 * @see <a href="https://libvirt.org/formatdomain.html#hard-drives-floppy-disks-cdroms">libvirt:
 *     Hard drives, floppy disks, CDROMs</a>
 */
@Value.Immutable
@ValueStyle
public interface DiskIdentity extends WithDiskIdentity {

  /** How it is read and written. */
  XmlMapping<DiskIdentity> XML = new DiskIdentityXml();

  /** A user and a group at an NFS server, by name, or by number with a plus sign before it. */
  static DiskIdentity nfs(String user, String group) {
    return builder().user(user).group(group).build();
  }

  /** A user at an SSH server, with a key without a passphrase, in that file. */
  static DiskIdentity sshKey(String username, String keyFile) {
    return builder().username(username).keyFile(keyFile).build();
  }

  /** A user at an SSH server, with a key that an agent holds who listens on that socket. */
  static DiskIdentity sshAgent(String username, String agentSocket) {
    return builder().username(username).agentSocket(agentSocket).build();
  }

  /** An empty builder. */
  static Builder builder() {
    return new Builder();
  }

  /** A builder that starts with the values of this one. */
  default Builder toBuilder() {
    return builder().from(this);
  }

  /** The user at an NFS server: a name, or a number as {@code +1000}. Absent means that of QEMU. */
  Optional<String> user();

  /**
   * The group at an NFS server: a name, or a number as {@code +1000}. Absent means that of QEMU.
   */
  Optional<String> group();

  /** The user at an SSH server. */
  Optional<String> username();

  /** The absolute path of a private key without a passphrase, for SSH. */
  Optional<String> keyFile();

  /** The absolute path of the socket of an SSH agent. */
  Optional<String> agentSocket();

  /** What the document says beyond this. */
  Extras extras();

  /** Makes values. */
  final class Builder extends ImmutableDiskIdentity.Builder {
    Builder() {
      extras(Extras.NONE);
    }
  }
}

final class DiskIdentityXml extends XmlMapping<DiskIdentity> {

  DiskIdentityXml() {
    super("identity");
  }

  @Override
  protected DiskIdentity read(XmlIn in) {
    DiskIdentity.Builder b = DiskIdentity.builder();
    if (in.attr("user")) b.user(in.value());
    if (in.attr("group")) b.group(in.value());
    if (in.attr("username")) b.username(in.value());
    if (in.attr("keyfile")) b.keyFile(in.value());
    if (in.attr("agentsock")) b.agentSocket(in.value());
    return b.extras(in.extras()).build();
  }

  @Override
  protected void write(DiskIdentity value, String name, XmlOut out) {
    out.begin(name, value.extras());
    out.attr("user", value.user());
    out.attr("group", value.group());
    out.attr("username", value.username());
    out.attr("keyfile", value.keyFile());
    out.attr("agentsock", value.agentSocket());
    out.end();
  }
}
