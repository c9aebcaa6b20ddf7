package io.kvmsdk.domain.disk.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kvmsdk.domain.device.Reconnect;
import io.kvmsdk.domain.disk.Disk;
import io.kvmsdk.error.InvalidDefinitionException;
import io.kvmsdk.storage.StorageEncryption;
import io.kvmsdk.units.ByteSize;
import io.kvmsdk.units.PciAddress;
import io.kvmsdk.xml.Strictness;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DiskSourceTest {

  private static final UUID SECRET = UUID.fromString("f52a81b2-424e-490c-823d-6bd4235bc572");
  private static final NetworkHost HOST = NetworkHost.of("example.com");

  @Test
  void serversAreNamedInLibvirtsWords() {
    assertThat(xml(DiskSource.rbd("vms/web-1", NetworkHost.of("a", 3300), NetworkHost.of("b"))))
        .contains(
            "<source protocol='rbd' name='vms/web-1'>",
            "<host name='a' port='3300'/>",
            "<host name='b'/>");
    assertThat(xml(DiskSource.gluster("v", "/a.raw", HOST))).contains("name='v/a.raw'");
    assertThat(xml(DiskSource.gluster("v", "a.raw", HOST))).contains("name='v/a.raw'");
    assertThat(xml(DiskSource.iscsi("iqn.2013-07.com.example:a", 2, HOST)))
        .contains("protocol='iscsi' name='iqn.2013-07.com.example:a/2'");
    assertThat(xml(DiskSource.nbd(NetworkHost.unix("/run/nbd"))))
        .contains("<source protocol='nbd'>", "<host transport='unix' socket='/run/nbd'/>");
    assertThat(xml(DiskSource.nbd("a", HOST))).contains("protocol='nbd' name='a'");
    assertThat(xml(DiskSource.nfs("example.com", "/a"))).contains("protocol='nfs' name='/a'");
    assertThat(xml(DiskSource.ssh("example.com", "a", DiskIdentity.sshKey("me", "/key"))))
        .contains("protocol='ssh'", "<identity username='me' keyfile='/key'/>");
  }

  @Test
  void devicesAndProcessesOfTheHost() {
    assertThat(xml(DiskSource.nvme(PciAddress.of("01:02.3"), 7)))
        .contains(
            "type='nvme'",
            "<source type='pci' namespace='7' managed='yes'>",
            "<address domain='0x0000' bus='0x01' slot='0x02' function='0x3'/>");
    assertThat(xml(DiskSource.vhostUser("/run/blk")))
        .contains("type='vhostuser'", "<source type='unix' path='/run/blk'/>");
    assertThat(xml(DiskSource.vdpa("/dev/vhost-vdpa-0")))
        .contains("type='vhostvdpa'", "<source dev='/dev/vhost-vdpa-0'/>");
    assertThat(xml(DiskSource.directory("/srv"))).contains("type='dir'", "<source dir='/srv'/>");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          https://example.com/i/a%20b.iso|https|i/a%20b.iso|example.com||
          HTTPS://example.com:8443/a?x=1&y=2|https|a|example.com|8443|x=1&y=2
          https://[2001:db8::1]:44/a|https|a|2001:db8::1|44|
          """)
  void aUrlIsTakenToPieces(
      String url, String protocol, String name, String host, Integer port, String query) {
    NetworkDiskSource source = DiskSource.https(url);
    assertThat(source.protocol()).contains(new DiskProtocol(protocol));
    assertThat(source.name()).contains(name);
    assertThat(source.query().orElse(null)).isEqualTo(query);
    assertThat(source.hosts()).hasSize(1);
    assertThat(source.hosts().get(0).name()).contains(host);
    assertThat(source.hosts().get(0).port().orElse(null)).isEqualTo(port);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://example.com/a",
        "https:///a",
        "https://example.com/",
        "https://example.com",
        "https://me:geheim@example.com/a",
        "https://example.com/a#b",
        "mailto:me@example.com",
        "https://example.com/a b",
        "a b"
      })
  void whatIsNoSuchUrlIsRefused(String url) {
    assertThatThrownBy(() -> DiskSource.https(url))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("https")
        .hasMessageNotContaining("geheim");
  }

  @Test
  void otherUrls() {
    assertThat(DiskSource.url("http://example.com/a").protocol()).contains(DiskProtocol.HTTP);
    assertThat(DiskSource.url("tftp://example.com/a").protocol()).contains(DiskProtocol.TFTP);
    assertThatThrownBy(() -> DiskSource.url("ssh://example.com/a"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("ssh");
  }

  @Test
  void usersNameTheirSecret() {
    assertThat(DiskAuth.ceph("web", SECRET).toXml())
        .isEqualTo(
            """
            <auth username='web'>
              <secret type='ceph' uuid='f52a81b2-424e-490c-823d-6bd4235bc572'/>
            </auth>\
            """);
    assertThat(DiskAuth.ceph("web", "key").toXml()).contains("type='ceph' usage='key'");
    assertThat(DiskAuth.iscsi("me", SECRET).toXml()).contains("type='iscsi' uuid='f52a81b2");
    assertThat(DiskAuth.iscsi("me", "chap").toXml()).contains("type='iscsi' usage='chap'");
  }

  @Test
  void everySourceCanBeAskedForWhatTheyShare() {
    StorageEncryption luks = StorageEncryption.luks(SECRET);
    DiskSlice slice = DiskSlice.of(ByteSize.kibibytes(1), ByteSize.mebibytes(1));
    DiskDataStore data = DiskDataStore.raw(DiskSource.file("/data"));
    DiskSource source =
        DiskSource.block("/dev/a").withEncryption(luks).withSlices(slice).withDataStore(data);
    assertThat(source.encryption()).contains(luks);
    assertThat(source.slices()).containsExactly(slice);
    assertThat(source.dataStore()).contains(data);
    assertThat(source.index()).isEmpty();
    assertThat(xml(source))
        .contains("<slice type='storage' offset='1024' size='1048576'/>", "<source file='/data'/>");
    DiskSource process = DiskSource.vhostUser("/a");
    assertThat(process.encryption()).isEmpty();
    assertThat(process.slices()).isEmpty();
    assertThat(process.dataStore()).isEmpty();
    assertThat(process.index()).isEmpty();
  }

  @Test
  void reservationsReconnectionsAndIdentities() {
    assertThat(PersistentReservations.XML.format(PersistentReservations.managedByLibvirt()))
        .isEqualTo("<reservations managed='yes'/>");
    assertThat(PersistentReservations.XML.format(PersistentReservations.helper("/run/pr")))
        .contains("managed='no'", "<source type='unix' path='/run/pr' mode='client'/>");
    assertThat(Reconnect.XML.format(Reconnect.every(Duration.ofSeconds(3))))
        .isEqualTo("<reconnect enabled='yes' timeout='3'/>");
    assertThat(
            xml(
                NetworkDiskSource.builder()
                    .protocol(DiskProtocol.NBD)
                    .reconnect(Reconnect.within(Duration.ofMinutes(1)))
                    .build()))
        .contains("<reconnect delay='60'/>");
    assertThat(DiskIdentity.XML.format(DiskIdentity.nfs("+1000", "staff")))
        .isEqualTo("<identity user='+1000' group='staff'/>");
    assertThat(DiskIdentity.XML.format(DiskIdentity.sshAgent("me", "/run/agent")))
        .isEqualTo("<identity username='me' agentsock='/run/agent'/>");
  }

  @Test
  void aCookieIsNotPrinted() {
    NetworkDiskSource source =
        DiskSource.https("https://example.com/a").withCookies(HttpCookie.of("id", "geheim"));
    assertThat(source.toString()).contains("id").doesNotContain("geheim");
    assertThat(xml(source)).contains("<cookie name='id'>geheim</cookie>");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          nvme|<source type='pci'><address/></source>|@namespace|absent
          nvme|<source type='pci' namespace='one'><address/></source>|@namespace|one
          nvme|<source type='pci' namespace='1'/>|address|absent
          nvme|<source namespace='1'><address/></source>|@type|absent
          vhostuser|<source type='unix'/>|@path|absent
          vhostvdpa|<source/>|@dev|absent
          file|<source><slices><slice type='storage' size='1'/></slices></source>|slices/slice/@offset|absent
          file|<source><slices><slice type='storage' offset='1' size='-1'/></slices></source>|slices/slice/@size|-1
          file|<source><dataStore><source file='/a'/></dataStore></source>|dataStore/format/@type|absent
          network|<source><auth/></source>|auth/@username|absent
          network|<source><auth username='a'/></source>|auth/secret|absent
          network|<source><auth username='a'><secret usage='b'/></auth></source>|auth/secret/@type|absent
          network|<source><host name='a' port='any'/></source>|host/@port|any
          network|<source><cookies><cookie>a</cookie></cookies></source>|cookies/cookie/@name|absent
          network|<source><timeout seconds='long'/></source>|timeout/@seconds|long
          network|<source><readahead size='all'/></source>|readahead/@size|all
          network|<source><reconnect delay='-1'/></source>|reconnect/@delay|-1
          """)
  void whatCannotBeIsRefused(String type, String source, String path, String value) {
    String xml = "<disk type='" + type + "'>" + source + "<target dev='vda'/></disk>";
    assertThatThrownBy(() -> Disk.fromXml(xml))
        .isInstanceOfSatisfying(
            InvalidDefinitionException.class,
            e -> {
              assertThat(e.path()).isEqualTo("disk/source/" + path);
              assertThat(e.value()).isEqualTo(value);
            });
  }

  private static String xml(DiskSource source) {
    Disk disk = Disk.virtio("vda", source).build();
    assertThat(Disk.fromXml(disk.toXml(), Strictness.STRICT)).isEqualTo(disk);
    return disk.toXml();
  }
}
