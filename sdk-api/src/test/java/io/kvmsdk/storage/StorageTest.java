package io.kvmsdk.storage;

import static org.assertj.core.api.Assertions.assertThat;

import io.kvmsdk.storage.pool.PoolAdapter;
import io.kvmsdk.storage.pool.PoolAuth;
import io.kvmsdk.storage.pool.PoolHost;
import io.kvmsdk.storage.pool.PoolMountOptions;
import io.kvmsdk.storage.pool.PoolRbdOptions;
import io.kvmsdk.storage.pool.StoragePoolCapabilities;
import io.kvmsdk.storage.pool.StoragePoolDefinition;
import io.kvmsdk.storage.pool.StoragePoolType;
import io.kvmsdk.storage.volume.StorageVolumeDefinition;
import io.kvmsdk.storage.volume.VolumeBackingStore;
import io.kvmsdk.storage.volume.VolumeFormat;
import io.kvmsdk.units.ByteSize;
import io.kvmsdk.units.PciAddress;
import io.kvmsdk.xml.Corpus;
import io.kvmsdk.xml.Document;
import io.kvmsdk.xml.Documents;
import io.kvmsdk.xml.Refused;
import io.kvmsdk.xml.Schema;
import io.kvmsdk.xml.Strictness;
import io.kvmsdk.xml.TestDocuments;
import java.time.Instant;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class StorageTest {

  private static final StoragePoolDefinition RBD =
      StoragePoolDefinition.rbd(
          "ceph",
          "vms",
          PoolAuth.ceph("libvirt", "key"),
          PoolHost.of("mon1"),
          PoolHost.of("mon2", 6789));
  private static final StoragePoolDefinition NFS =
      StoragePoolDefinition.nfs("nfs", "store", "/exports", "/mnt/nfs");

  static Stream<StoragePoolDefinition> pools() {
    String place = "/dev/disk/by-path";
    return Stream.of(
        StoragePoolDefinition.directory("images", "/var/lib/images"),
        StoragePoolDefinition.fileSystem("fs", "/dev/sdb1", "/mnt/fs"),
        NFS,
        NFS.withMountOptions(PoolMountOptions.of("nodev", "nosuid")),
        StoragePoolDefinition.logical("lvm", "vg0"),
        StoragePoolDefinition.disk("disk", "/dev/sdb"),
        StoragePoolDefinition.iscsi("iscsi", "store", "iqn.2026-01.com.example:store"),
        StoragePoolDefinition.iscsiDirect(
            "direct", "store", "iqn.2026-01.com.example:store", "iqn.2026-01.com.example:host"),
        RBD,
        RBD.withRbdOptions(PoolRbdOptions.builder().option("client_mount_timeout", "45").build()),
        StoragePoolDefinition.gluster("gluster", "store", "vol"),
        StoragePoolDefinition.zfs("zfs", "tank"),
        StoragePoolDefinition.vstorage("vz", "cluster", place),
        StoragePoolDefinition.scsi("hba", PoolAdapter.scsiHost("scsi_host1")),
        StoragePoolDefinition.scsi("hba2", PoolAdapter.scsiHost(PciAddress.of("0000:00:1f.2"), 2)),
        StoragePoolDefinition.scsi(
            "npiv", PoolAdapter.fcHost("20000000c9831b4b", "10000000c9831b4b")),
        StoragePoolDefinition.multipath("mpath"));
  }

  static Stream<StorageVolumeDefinition> volumes() {
    ByteSize size = ByteSize.gibibytes(20);
    return Stream.of(
        StorageVolumeDefinition.qcow2("a.qcow2", size),
        StorageVolumeDefinition.qcow2(
            "b.qcow2", size, VolumeBackingStore.of("/base.img", VolumeFormat.RAW)),
        StorageVolumeDefinition.raw("c.img", size),
        StorageVolumeDefinition.raw("d.img", size).toBuilder()
            .encryption(StorageEncryption.luks(new UUID(1, 2)))
            .build(),
        StorageVolumeDefinition.of("lv0", size));
  }

  @ParameterizedTest
  @MethodSource("pools")
  void poolsThatAreMadeAreValid(StoragePoolDefinition pool) {
    assertComesBack("storagepool.rng", pool);
    assertThat(pool.toBuilder().build()).isEqualTo(pool);
  }

  @ParameterizedTest
  @MethodSource("volumes")
  void volumesThatAreMadeAreValid(StorageVolumeDefinition volume) {
    assertComesBack("storagevol.rng", volume);
    assertThat(volume.toBuilder().build()).isEqualTo(volume);
  }

  private static void assertComesBack(String schema, Document made) {
    assertThat(Documents.parse(made.toXml(), Strictness.STRICT)).isEqualTo(made);
    assertThat(Schema.errors(Corpus.schema(schema), made.toXml())).isEmpty();
  }

  @Test
  void optionsStandInTheirNamespaces() {
    assertThat(NFS.withMountOptions(PoolMountOptions.of("nodev")).toXml())
        .contains(
            "<fs:mount_opts xmlns:fs='http://libvirt.org/schemas/storagepool/fs/1.0'>",
            "<fs:option name='nodev'/>");
    String foreign =
        "<pool type='netfs'><name>n</name><mount_opts><option name='x'/></mount_opts></pool>";
    assertThat(StoragePoolDefinition.fromXml(foreign).mountOptions()).isEmpty();
  }

  @Test
  void aVolumeWithoutATargetStaysSo() {
    String xml = "<volume>\n  <name>v</name>\n</volume>";
    StorageVolumeDefinition volume = StorageVolumeDefinition.fromXml(xml);
    assertThat(volume.target()).isEmpty();
    assertThat(volume.toXml()).isEqualTo(xml);
    assertThat(volume.toBuilder().build()).isEqualTo(volume);
    assertThat(volume.toBuilder().format(VolumeFormat.RAW).build().format())
        .contains(VolumeFormat.RAW);
  }

  @Test
  void theFormatGoesIntoTheTargetThatIsThere() {
    StorageVolumeDefinition volume =
        StorageVolumeDefinition.fromXml(
            "<volume><name>v</name><target><path>/v</path></target></volume>");
    StorageVolumeDefinition changed = volume.toBuilder().format(VolumeFormat.QCOW2).build();
    assertThat(changed.path()).contains("/v");
    assertThat(changed.format()).contains(VolumeFormat.QCOW2);
  }

  @Test
  void modesAndMomentsCanBeRead() {
    assertThat(new FileMode("0644").bits()).contains(0b110_100_100);
    assertThat(FileMode.of(0b110_100_100)).isEqualTo(new FileMode("0644"));
    assertThat(new FileMode("0o644").bits()).isEmpty();
    Instant moment = Instant.ofEpochSecond(1341933637, 273190990);
    assertThat(new StorageTimestamp("1341933637.273190990").instant()).contains(moment);
    assertThat(StorageTimestamp.of(moment).value()).isEqualTo("1341933637.273190990");
    assertThat(StorageTimestamp.of(Instant.ofEpochSecond(5)).value()).isEqualTo("5");
    assertThat(new StorageTimestamp("2026-01-01").instant()).isEmpty();
  }

  @Test
  void capabilitiesSayWhatCanBeHad() {
    StoragePoolCapabilities said =
        StoragePoolCapabilities.fromXml(
            Corpus.text(TestDocuments.of("storagepoolCapabilities").get(0)));
    assertThat(said.supports(StoragePoolType.FS)).isTrue();
    assertThat(said.supports(StoragePoolType.ZFS)).isFalse();
    assertThat(said.supports(StoragePoolType.RBD)).isFalse();
    assertThat(said.pool(StoragePoolType.FS).orElseThrow().values("sourceFormatType"))
        .containsExactly("auto", "ext4");
    assertThat(said.pool(StoragePoolType.FS).orElseThrow().volumeValues("targetFormatType"))
        .containsExactly("raw", "qcow2");
    assertThat(said.pool(StoragePoolType.FS).orElseThrow().values("other")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          <pool/>|pool/@type|absent
          <pool type='dir'/>|pool/name|absent
          <pool type='dir'><name>n</name><capacity>much</capacity></pool>|pool/capacity|much
          <pool type='rbd'><source><host/></source></pool>|pool/source/host/@name|absent
          <pool type='rbd'><source><auth type='ceph' username='u'/></source></pool>|pool/source/auth/secret|absent
          <pool type='scsi'><name>n</name><source><adapter/></source></pool>|pool/source/adapter/@name|absent
          <pool type='scsi'><name>n</name><source><adapter type='fc_host' wwnn='1'/></source></pool>|pool/source/adapter/@wwpn|absent
          <pool type='dir'><name>n</name><target><permissions><mode>rwx</mode></permissions></target></pool>|pool/target/permissions/mode|rwx
          <volume/>|volume/name|absent
          <volume><name>v</name><backingStore/></volume>|volume/backingStore/path|absent
          <volume><name>v</name><target><timestamps><atime>now</atime></timestamps></target></volume>|volume/target/timestamps/atime|now
          """)
  void wrongInputIsNamed(String xml, String path, String value) {
    Refused.at(path, value, () -> Documents.parse(xml));
  }
}
