package io.kvmsdk.domain.disk.source;

import io.kvmsdk.domain.device.Reconnect;
import io.kvmsdk.internal.style.ValueStyle;
import io.kvmsdk.storage.StorageEncryption;
import io.kvmsdk.units.ByteSize;
import io.kvmsdk.xml.Extras;
import io.kvmsdk.xml.XmlIn;
import io.kvmsdk.xml.XmlMapping;
import io.kvmsdk.xml.XmlOut;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * A disk whose data is on a server, reached by QEMU itself. Since libvirt 0.8.7.
 *
 * @see <a href="https://libvirt.org/formatdomain.html#hard-drives-floppy-disks-cdroms">libvirt:
 *     Hard drives, floppy disks, CDROMs</a>
 */
@Value.Immutable
@ValueStyle
public sealed interface NetworkDiskSource extends DiskSource, WithNetworkDiskSource
    permits ImmutableNetworkDiskSource {

  /** How it is read and written. */
  XmlMapping<NetworkDiskSource> XML = new NetworkDiskSourceXml();

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
    return "network";
  }

  /** How it is reached. */
  Optional<DiskProtocol> protocol();

  /**
   * What it is called there: an export, a {@code pool/image}, a {@code volume/path}, an IQN with
   * its LUN. Only NBD does without.
   */
  Optional<String> name();

  /** What follows the question mark of an HTTP URL. Since libvirt 6.2.0. */
  Optional<String> query();

  /**
   * Whether the connection to an NBD or VxHS server is encrypted. Absent means what the host's
   * configuration says. Since libvirt 4.5.0.
   */
  Optional<Boolean> tls();

  /**
   * The name that the certificate of an NBD server has to be for. Absent means that of the host.
   * Since libvirt 8.2.0.
   */
  Optional<String> tlsHostname();

  @Override
  Optional<Integer> index();

  /** The servers, in the order to try them: for RBD and Gluster several, else one. */
  List<NetworkHost> hosts();

  /** The snapshot of an RBD image that is used. Since libvirt 1.2.11. */
  Optional<String> snapshot();

  /** The absolute path of Ceph's configuration on the host. Since libvirt 1.2.11. */
  Optional<String> configFile();

  /** The name that the host gives itself at an iSCSI target. Since libvirt 4.7.0. */
  Optional<String> initiatorIqn();

  /**
   * Whether the certificate of an HTTPS or FTPS server is verified. Absent means yes. Since libvirt
   * 6.2.0.
   */
  Optional<Boolean> sslVerify();

  /** What is sent to an HTTP server with each request. Since libvirt 6.2.0. */
  List<HttpCookie> cookies();

  /** How much is read ahead, where the protocol can; 0 is as if absent. Since libvirt 6.2.0. */
  Optional<ByteSize> readAhead();

  /**
   * How long a connection may take, where the protocol can; in whole seconds, 0 is as if absent.
   * Since libvirt 6.2.0.
   */
  Optional<Duration> timeout();

  /**
   * How long requests are held when the connection to an NBD server is lost, before they fail; in
   * whole seconds. Absent means 0.
   */
  Optional<Reconnect> reconnect();

  /** The file with the keys that an SSH server may have. Since libvirt 9.8.0. */
  Optional<String> knownHosts();

  /** Who the host is at an NFS or SSH server. NFS since libvirt 7.0.0, SSH 9.8.0. */
  Optional<DiskIdentity> identity();

  /**
   * Who the host is at a Ceph, iSCSI, SSH or web server. Since libvirt 3.9.0; before, it stood at
   * the disk.
   */
  Optional<DiskAuth> auth();

  @Override
  List<DiskSlice> slices();

  @Override
  Optional<DiskDataStore> dataStore();

  @Override
  Optional<StorageEncryption> encryption();

  /** The same without the cookies, as libvirt shows it to those who may not see secrets. */
  @Override
  default NetworkDiskSource withoutSecrets() {
    return withCookies().withDataStore(dataStore().map(DiskDataStore::withoutSecrets));
  }

  /** What the document says beyond this. */
  @Override
  Extras extras();

  /** Makes values. */
  final class Builder extends ImmutableNetworkDiskSource.Builder {
    Builder() {
      extras(Extras.NONE);
    }
  }
}

final class NetworkDiskSourceXml extends XmlMapping<NetworkDiskSource> {

  NetworkDiskSourceXml() {
    super("source");
  }

  @Override
  protected NetworkDiskSource read(XmlIn in) {
    NetworkDiskSource.Builder b = NetworkDiskSource.builder();
    if (in.attr("protocol")) b.protocol(new DiskProtocol(in.value()));
    if (in.attr("name")) b.name(in.value());
    if (in.attr("query")) b.query(in.value());
    if (in.yesNo("tls")) b.tls(in.flag());
    if (in.attr("tlsHostname")) b.tlsHostname(in.value());
    if (in.intAttr("index")) b.index(in.intValue());
    for (XmlIn host : in.children("host")) b.addHost(host.read(NetworkHost.XML));
    if (in.child("snapshot").attr("name")) b.snapshot(in.value());
    if (in.child("config").attr("file")) b.configFile(in.value());
    XmlIn initiator = in.child("initiator");
    if (initiator.child("iqn").attr("name")) b.initiatorIqn(in.value());
    if (in.child("ssl").yesNo("verify")) b.sslVerify(in.flag());
    XmlIn cookies = in.child("cookies");
    for (XmlIn cookiesCookie : cookies.children("cookie"))
      b.addCooky(cookiesCookie.read(HttpCookie.XML));
    if (in.child("readahead").fixedSizeAttr("size", "B")) b.readAhead(in.size());
    if (in.child("timeout").longAttr("seconds")) b.timeout(Duration.ofSeconds(in.longValue()));
    XmlIn reconnect = in.child("reconnect");
    if (reconnect.present()) b.reconnect(reconnect.read(Reconnect.XML));
    if (in.child("knownHosts").attr("path")) b.knownHosts(in.value());
    XmlIn identity = in.child("identity");
    if (identity.present()) b.identity(identity.read(DiskIdentity.XML));
    XmlIn auth = in.child("auth");
    if (auth.present()) b.auth(auth.read(DiskAuth.XML));
    XmlIn slices = in.child("slices");
    for (XmlIn slicesSlice : slices.children("slice")) b.addSlice(slicesSlice.read(DiskSlice.XML));
    XmlIn dataStore = in.child("dataStore");
    if (dataStore.present()) b.dataStore(dataStore.read(DiskDataStore.XML));
    XmlIn encryption = in.child("encryption");
    if (encryption.present()) b.encryption(encryption.read(StorageEncryption.XML));
    return b.extras(in.extrasAndPresence()).build();
  }

  @Override
  protected void write(NetworkDiskSource value, String name, XmlOut out) {
    out.beginIfAny(name, value.extras());
    out.attr("protocol", value.protocol());
    out.attr("name", value.name());
    out.attr("query", value.query());
    out.yesNo("tls", value.tls());
    out.attr("tlsHostname", value.tlsHostname());
    out.attr("index", value.index());
    out.writeAll("host", NetworkHost.XML, value.hosts());
    out.part("snapshot", "name", value.snapshot());
    out.part("config", "file", value.configFile());
    out.beginPart("initiator");
    out.part("iqn", "name", value.initiatorIqn());
    out.end();
    out.beginPart("ssl");
    out.yesNo("verify", value.sslVerify());
    out.end();
    out.beginPart("cookies");
    out.writeAll("cookie", HttpCookie.XML, value.cookies());
    out.end();
    out.beginPart("readahead");
    out.fixedSizeAttr("size", "B", value.readAhead());
    out.end();
    out.beginPart("timeout");
    out.durationAttr("seconds", ChronoUnit.SECONDS, value.timeout());
    out.end();
    out.write(Reconnect.XML, value.reconnect());
    out.part("knownHosts", "path", value.knownHosts());
    out.write("identity", DiskIdentity.XML, value.identity());
    out.write("auth", DiskAuth.XML, value.auth());
    out.beginPart("slices");
    out.writeAll("slice", DiskSlice.XML, value.slices());
    out.end();
    out.write("dataStore", DiskDataStore.XML, value.dataStore());
    out.write("encryption", StorageEncryption.XML, value.encryption());
    out.end();
  }
}
