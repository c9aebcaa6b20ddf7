package io.kvmsdk.domain.snapshot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kvmsdk.domain.definition.DomainDefinition;
import io.kvmsdk.domain.disk.source.DiskFormat;
import io.kvmsdk.domain.disk.source.DiskProtocol;
import io.kvmsdk.domain.disk.source.DiskSource;
import io.kvmsdk.domain.disk.source.NetworkHost;
import io.kvmsdk.domain.display.Vnc;
import io.kvmsdk.error.InvalidDefinitionException;
import io.kvmsdk.units.ByteSize;
import io.kvmsdk.xml.Corpus;
import io.kvmsdk.xml.Schema;
import io.kvmsdk.xml.TestDocuments;
import java.time.Instant;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Snapshots, checkpoints and backups as they are made, and what they refuse. */
class SnapshotsTest {

  private static final UUID WEB_1 = UUID.fromString("4dea22b3-1d52-d8f3-2516-782e98ab3fa0");
  private static final DomainDefinition DOMAIN =
      DomainDefinition.builder()
          .name("web-1")
          .uuid(WEB_1)
          .memory(ByteSize.gibibytes(2))
          .addGraphics(Vnc.builder().password("hidden").build())
          .build();

  private static String document(String kind, String name) {
    return TestDocuments.of(kind).stream()
        .filter(path -> path.endsWith(name))
        .map(Corpus::text)
        .findFirst()
        .orElseThrow();
  }

  static Stream<SnapshotDefinition> snapshots() {
    return Stream.of(
        SnapshotDefinition.builder().build(),
        SnapshotDefinition.full("a"),
        SnapshotDefinition.diskOnly("a"),
        SnapshotDefinition.diskOnly(
            "a",
            SnapshotDisk.external("vda"),
            SnapshotDisk.external("vdb", "/b.qcow2").withFormat(DiskFormat.QCOW2),
            SnapshotDisk.external("vdc", DiskSource.block("/dev/vg/c")),
            SnapshotDisk.external(
                "vdd", DiskSource.network(DiskProtocol.NBD, "d", NetworkHost.of("store.example"))),
            SnapshotDisk.internal("vde"),
            SnapshotDisk.excluded("vdf"),
            SnapshotDisk.manual("vdg")),
        SnapshotDefinition.external("a", "/a.mem", SnapshotDisk.external("vda", "/a.qcow2"))
            .withDescription("text")
            .withState(SnapshotState.RUNNING)
            .withCreationTime(Instant.ofEpochSecond(1))
            .withParent("b")
            .withActive(true)
            .withDomain(DOMAIN)
            .withInactiveDomain(DOMAIN),
        SnapshotDefinition.builder().domainUuid(WEB_1).build(),
        SnapshotDefinition.full("a").withMemory(SnapshotMemory.internal()));
  }

  @ParameterizedTest
  @MethodSource("snapshots")
  void whatIsMadeIsValid(SnapshotDefinition made) {
    assertThat(Schema.errors(Corpus.schema("domainsnapshot.rng"), made.toXml())).isEmpty();
    assertThat(SnapshotDefinition.fromXml(made.toXml())).isEqualTo(made);
  }

  @ParameterizedTest
  @MethodSource("checkpoints")
  void whatIsMadeIsValid(CheckpointDefinition made) {
    assertThat(Schema.errors(Corpus.schema("domaincheckpoint.rng"), made.toXml())).isEmpty();
    assertThat(CheckpointDefinition.fromXml(made.toXml())).isEqualTo(made);
  }

  static Stream<CheckpointDefinition> checkpoints() {
    return Stream.of(
        CheckpointDefinition.of("a"),
        CheckpointDefinition.of("a", "vda", "vdb")
            .withCreationTime(Instant.ofEpochSecond(5))
            .withParent("b")
            .withDomain(DOMAIN),
        CheckpointDefinition.builder().addDisk(CheckpointDisk.excluded("vda")).build());
  }

  @ParameterizedTest
  @MethodSource("backups")
  void whatIsMadeIsValid(BackupDefinition made) {
    assertThat(Schema.errors(Corpus.schema("domainbackup.rng"), made.toXml())).isEmpty();
    assertThat(BackupDefinition.fromXml(made.toXml())).isEqualTo(made);
  }

  static Stream<BackupDefinition> backups() {
    return Stream.of(
        BackupDefinition.push(),
        BackupDefinition.push(
            BackupDisk.toFile("vda", "/a").withFormat(DiskFormat.RAW),
            BackupDisk.toBlock("vdb", "/dev/vg/b"),
            BackupDisk.excluded("vdc"),
            BackupDisk.of("vdd")),
        BackupDefinition.push().since("monday"),
        BackupDefinition.pull(BackupServer.tcp("localhost")),
        BackupDefinition.pull(
            BackupServer.tcp("localhost", 10809),
            BackupDisk.withScratch("vda", "/a"),
            BackupDisk.of("vdb").withExportName("data").withBackupMode(BackupDiskMode.FULL)),
        BackupDefinition.pull(BackupServer.unix("/run/nbd")));
  }

  @Test
  void theDomainOfASnapshot() {
    SnapshotDefinition kept = SnapshotDefinition.fromXml(document("domainsnapshot", "kept.xml"));
    assertThat(kept.uuidOfDomain()).contains(WEB_1);
    assertThat(kept.domain().orElseThrow().memory()).contains(ByteSize.gibibytes(2));
    assertThat(kept.inactiveDomain().orElseThrow().memory()).contains(ByteSize.gibibytes(4));
    assertThat(kept.creationTime()).contains(Instant.parse("2025-07-20T08:26:40Z"));
    assertThat(kept.disk("vda").orElseThrow().deletionInProgress()).isTrue();
    assertThat(kept.disk("vdb")).isEmpty();
    assertThat(kept.cookie()).hasSize(2);
    assertThat(kept.active()).contains(true);
    SnapshotDefinition old = SnapshotDefinition.fromXml(document("domainsnapshot", "old.xml"));
    assertThat(old.domain()).isEmpty();
    assertThat(old.uuidOfDomain()).contains(WEB_1);
    assertThat(SnapshotDefinition.full("a").uuidOfDomain()).isEmpty();
  }

  @Test
  void passwordsOfTheDomainStayHidden() {
    SnapshotDefinition snapshot =
        SnapshotDefinition.full("a").withDomain(DOMAIN).withInactiveDomain(DOMAIN);
    CheckpointDefinition checkpoint = CheckpointDefinition.of("a").withDomain(DOMAIN);
    assertThat(snapshot.toString()).doesNotContain("hidden");
    assertThat(snapshot.toXml()).contains("hidden");
    assertThat(snapshot.withoutSecrets().toXml()).doesNotContain("hidden");
    assertThat(checkpoint.toXml()).contains("hidden");
    assertThat(checkpoint.withoutSecrets().toXml()).doesNotContain("hidden");
  }

  @Test
  void aBackupSaysItsDisksAndServer() {
    BackupDefinition pull = BackupDefinition.fromXml(document("domainbackup", "pull.xml"));
    assertThat(pull.isPull()).isTrue();
    assertThat(pull.server()).containsInstanceOf(TcpBackupServer.class);
    assertThat(pull.disk("vda").orElseThrow().scratch().orElseThrow().type()).isEqualTo("file");
    assertThat(pull.disk("vdb").orElseThrow().type()).contains(BackupDiskType.BLOCK);
    assertThat(pull.disk("vdc").orElseThrow().type()).contains(BackupDiskType.FILE);
    assertThat(pull.disk("vdz")).isEmpty();
    BackupDefinition running = BackupDefinition.fromXml(document("domainbackup", "running.xml"));
    assertThat(running.isPull()).isFalse();
    assertThat(running.disk("vda").orElseThrow().index()).contains(7);
  }

  @Test
  void whatANewerLibvirtSaysIsKept() {
    String xml =
        "<domainbackup mode='pull'><server transport='quic' name='a'/><disks>"
            + "<disk name='vda' type='network'><scratch protocol='nbd'/></disk></disks></domainbackup>";
    BackupDefinition read = BackupDefinition.fromXml(xml);
    assertThat(read.server().orElseThrow().type()).isEqualTo("quic");
    assertThat(read.toXml()).contains("transport='quic'", "name='a'", "<scratch protocol='nbd'/>");
  }

  @Test
  void building() {
    assertRefused(
        "domainsnapshot/domain/uuid",
        () -> SnapshotDefinition.builder().domain(DOMAIN).domainUuid(WEB_1).build());
    assertRefused(
        "memory/@file", () -> SnapshotMemory.builder().mode(MemorySnapshotMode.EXTERNAL).build());
    assertRefused("memory/@file", () -> SnapshotMemory.internal().withFile("/a"));
    assertRefused(
        "disk/source", () -> SnapshotDisk.excluded("vda").withSource(DiskSource.file("/a")));
    assertRefused("domaincheckpoint/name", () -> CheckpointDefinition.of("a/b"));
    assertRefused("domaincheckpoint/name", () -> CheckpointDefinition.of(".a"));
    assertRefused("domaincheckpoint/name", () -> CheckpointDefinition.of(""));
    assertRefused(
        "domainbackup/server",
        () -> BackupDefinition.push().withServer(BackupServer.tcp("localhost")));
    assertRefused(
        "domainbackup/disks/disk/scratch",
        () -> BackupDefinition.push(BackupDisk.withScratch("vda", "/a")));
    assertRefused(
        "domainbackup/disks/disk/target",
        () -> BackupDefinition.pull(BackupServer.tcp("h"), BackupDisk.toFile("vda", "/a")));
    assertRefused(
        "disk/@type", () -> BackupDisk.toFile("vda", "/a").withTarget(DiskSource.block("/dev/a")));
    assertRefused(
        "disk/@type",
        () -> BackupDisk.builder().name("vda").target(DiskSource.volume("p", "v")).build());
    assertRefused(
        "disk/scratch", () -> BackupDisk.toFile("vda", "/a").withScratch(DiskSource.file("/b")));
  }

  private static void assertRefused(String path, Runnable action) {
    assertThatThrownBy(action::run)
        .isInstanceOfSatisfying(
            InvalidDefinitionException.class,
            e -> {
              assertThat(e.path()).isEqualTo(path);
              assertThat(e.expected()).isNotBlank();
            });
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          domainsnapshot|<creationTime>now</creationTime>|domainsnapshot/creationTime|now
          domainsnapshot|<disks><disk/></disks>|domainsnapshot/disks/disk/@name|absent
          domainsnapshot|<revertDisks><disk name='a'/><disk/></revertDisks>|domainsnapshot/revertDisks/disk[2]/@name|absent
          domainsnapshot|<domain type='kvm'/>|domainsnapshot/domain/name|absent
          domainsnapshot|<domain><uuid>x</uuid></domain>|domainsnapshot/domain/uuid|x
          domainsnapshot|<memory snapshot='no' file='/a'/>|domainsnapshot/memory/@file|/a
          domaincheckpoint|<name>a/b</name>|domaincheckpoint/name|a/b
          domaincheckpoint|<disks><disk name='a' size='big'/></disks>|domaincheckpoint/disks/disk/@size|big
          domainbackup|<server name='h'/>|domainbackup/server|tcp
          domainbackup|<disks><disk/></disks>|domainbackup/disks/disk/@name|absent
          domainbackup|<disks><disk name='a' index='x'/></disks>|domainbackup/disks/disk/@index|x
          """)
  void wrongInput(String kind, String content, String path, String value) {
    String xml = "<" + kind + ">" + content + "</" + kind + ">";
    assertThatThrownBy(() -> read(kind, xml))
        .isInstanceOfSatisfying(
            InvalidDefinitionException.class,
            e -> {
              assertThat(e.path()).isEqualTo(path);
              assertThat(e.value()).isEqualTo(value);
              assertThat(e.expected()).isNotBlank();
            });
  }

  private static Object read(String kind, String xml) {
    return switch (kind) {
      case "domainsnapshot" -> SnapshotDefinition.fromXml(xml);
      case "domaincheckpoint" -> CheckpointDefinition.fromXml(xml);
      default -> BackupDefinition.fromXml(xml);
    };
  }
}
