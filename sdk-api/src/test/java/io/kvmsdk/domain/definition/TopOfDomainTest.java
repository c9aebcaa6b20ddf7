package io.kvmsdk.domain.definition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kvmsdk.domain.boot.Clock;
import io.kvmsdk.domain.boot.ClockOffset;
import io.kvmsdk.domain.boot.NvramStore;
import io.kvmsdk.domain.boot.Os;
import io.kvmsdk.domain.boot.PowerManagement;
import io.kvmsdk.domain.boot.SmbiosMode;
import io.kvmsdk.domain.container.IdMap;
import io.kvmsdk.domain.disk.source.DiskProtocol;
import io.kvmsdk.domain.disk.source.DiskSource;
import io.kvmsdk.domain.disk.source.NetworkHost;
import io.kvmsdk.domain.features.ContainerCapabilities;
import io.kvmsdk.domain.features.GicVersion;
import io.kvmsdk.domain.features.HyperV;
import io.kvmsdk.domain.features.KvmFeatures;
import io.kvmsdk.domain.features.LinuxCapability;
import io.kvmsdk.domain.features.MachineFeatures;
import io.kvmsdk.domain.features.XenFeatures;
import io.kvmsdk.domain.features.XenPassthroughMode;
import io.kvmsdk.domain.security.KeyWrap;
import io.kvmsdk.domain.security.LaunchSecurity;
import io.kvmsdk.domain.security.SecurityLabel;
import io.kvmsdk.domain.security.SecurityLabelType;
import io.kvmsdk.domain.sysinfo.FirmwareConfigEntry;
import io.kvmsdk.domain.sysinfo.SysInfo;
import io.kvmsdk.error.InvalidDefinitionException;
import io.kvmsdk.units.ByteSize;
import io.kvmsdk.xml.Corpus;
import io.kvmsdk.xml.Schema;
import io.kvmsdk.xml.Strictness;
import io.kvmsdk.xml.TestDocuments;
import io.kvmsdk.xml.XmlMeaning;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What the factories make at the top of a domain, and what the documents of it say. */
class TopOfDomainTest {

  private static DomainDefinition.Builder domain() {
    return DomainDefinition.builder().name("top").memory(ByteSize.mebibytes(64));
  }

  static List<DomainDefinition> built() {
    return List.of(
        domain()
            .os(Os.uefiSecureBoot().withSmbiosMode(SmbiosMode.SYSINFO))
            .features(MachineFeatures.windows().toBuilder().smm(true).build())
            .clock(Clock.windows())
            .powerManagement(PowerManagement.noSleep())
            .addSysInfo(SysInfo.smbios("Example", "Box", "S-1"))
            .addSysInfo(SysInfo.firmwareConfig(FirmwareConfigEntry.text("opt/org.example/a", "b")))
            .addSecurityLabels(SecurityLabel.dynamic("selinux"), SecurityLabel.dac("+107", "+107"))
            .build(),
        domain()
            .os(
                Os.uefi("/usr/share/fw/code.fd", "/usr/share/fw/vars.fd").toBuilder()
                    .bootMenuTimeout(Duration.ofSeconds(3))
                    .biosRebootTimeout(-1)
                    .build())
            .features(
                MachineFeatures.builder()
                    .tsegSize(ByteSize.mebibytes(48))
                    .hyperV(
                        HyperV.builder()
                            .spinlockRetries(8191)
                            .stimerDirect(true)
                            .vendorId("KVM Hv")
                            .tlbFlushExtended(true)
                            .build())
                    .kvm(KvmFeatures.builder().dirtyRingSize(4096).build())
                    .xen(XenFeatures.builder().passthroughMode(XenPassthroughMode.SHARE_PT).build())
                    .build())
            .clock(Clock.absolute(Instant.parse("2026-07-01T00:00:00Z")))
            .addSysInfo(SysInfo.oemStrings("app:one", "app:two"))
            .launchSecurity(LaunchSecurity.sev(5).withSession("s").withDhCert("c"))
            .addSecurityLabels(SecurityLabel.selinux("a:b:c:s0"), SecurityLabel.none("dac"))
            .build(),
        domain()
            .os(
                Os.uefi()
                    .withNvram(
                        NvramStore.of(
                            DiskSource.network(
                                DiskProtocol.NBD, "vars", NetworkHost.of("store", 10809)))))
            .features(MachineFeatures.arm(GicVersion.V3))
            .clock(Clock.variable(Duration.ofHours(-1)))
            .addSecurityLabel(SecurityLabel.none())
            .launchSecurity(LaunchSecurity.sevSnp(0x30000))
            .build(),
        domain()
            .os(Os.hvm("s390-ccw-virtio").withNvram(NvramStore.file("/srv/vars.fd")))
            .clock(Clock.timezone("Europe/Berlin"))
            .keyWrap(KeyWrap.of(true, false))
            .addSecurityLabel(SecurityLabel.apparmor("libvirt-1"))
            .launchSecurity(LaunchSecurity.s390Pv())
            .build(),
        domain()
            .type(VirtType.LXC)
            .os(
                Os.container("/sbin/init", "--unit", "rescue.target").toBuilder()
                    .initUserAndGroup("tester", "+1000")
                    .build())
            .features(
                MachineFeatures.builder()
                    .privateNetwork(true)
                    .capabilities(ContainerCapabilities.only(LinuxCapability.MKNOD))
                    .build())
            .idMap(IdMap.of(100_000, 65_536))
            .build());
  }

  @ParameterizedTest
  @MethodSource("built")
  void whatIsBuiltComesBackEqualAndIsValid(DomainDefinition built) {
    String xml = built.toXml();
    DomainDefinition read = DomainDefinition.fromXml(xml, Strictness.STRICT);
    assertThat(read).isEqualTo(built).hasSameHashCodeAs(built);
    assertThat(Schema.errors(Corpus.schema("domain.rng"), xml)).isEmpty();
  }

  static List<Path> documents() {
    return TestDocuments.of("domain").stream()
        .filter(p -> p.getFileName().toString().matches("(boot|features|namespace)-.*"))
        .toList();
  }

  @ParameterizedTest
  @MethodSource("documents")
  void theDocumentsAreValid(Path document) {
    assertThat(Schema.errors(Corpus.schema("domain.rng"), Corpus.text(document))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          boot-firmware.xml|enabled='no' name='enrolled-keys'|enabled='no'|domain/os/firmware/feature[2]/@name|absent
          boot-firmware.xml|<table type='slic'>|<table>|domain/os/acpi/table[3]/@type|absent
          boot-firmware.xml|timeout='3000'|timeout='long'|domain/os/bootmenu/@timeout|long
          boot-firmware.xml|rebootTimeout='-1'|rebootTimeout='never'|domain/os/bios/@rebootTimeout|never
          boot-firmware.xml|<timer name='tsc'|<timer|domain/clock/timer[2]/@name|absent
          boot-firmware.xml|frequency='2500000000'|frequency='fast'|domain/clock/timer[2]/@frequency|fast
          boot-firmware.xml|threshold='123'|threshold='-1'|domain/clock/timer[1]/catchup/@threshold|-1
          boot-firmware.xml|start='1782864000'|start='now'|domain/clock/@start|now
          boot-firmware.xml|<sysinfo type='fwcfg'>|<sysinfo>|domain/sysinfo[2]/@type|absent
          boot-firmware.xml|<entry name='vendor'>|<entry>|domain/sysinfo[1]/bios/entry[1]/@name|absent
          boot-firmware.xml|<entry name='opt/org.example/text'>|<entry>|domain/sysinfo[2]/entry[1]/@name|absent
          boot-kernel.xml|<policy>10001</policy>|<policy>all</policy>|domain/launchSecurity/policy|all
          boot-kernel.xml|<policy>10001</policy>|''|domain/launchSecurity/policy|absent
          boot-kernel.xml|type='sev'|''|domain/launchSecurity/@type|absent
          boot-kernel.xml|<cbitpos>47|<cbitpos>top|domain/launchSecurity/cbitpos|top
          features-x86.xml|retries='4096'|retries='many'|domain/features/hyperv/spinlocks/@retries|many
          features-x86.xml|size='4096'|size='big'|domain/features/kvm/dirty-ring/@size|big
          features-x86.xml|>48<|>much<|domain/features/smm/tseg|much
          features-others.xml|>16<|>much<|domain/features/hpt/maxpagesize|much
          features-others.xml|name='dea'|''|domain/keywrap/cipher[2]/@name|absent
          namespace-lxc.xml|<initenv name='EMPTY'>|<initenv>|domain/os/initenv[2]/@name|absent
          namespace-lxc.xml|count='10'|count='few'|domain/idmap/gid[2]/@count|few
          namespace-lxc.xml|type='netns' value|value|domain/c:namespace/c:sharenet/@type|absent
          namespace-qemu.xml|<q:env name='FLAG'/>|<q:env/>|domain/q:commandline/q:env[2]/@name|absent
          namespace-qemu.xml|alias='ua-net'|''|domain/q:override/q:device[2]/@alias|absent
          namespace-qemu.xml|behavior='crash'|''|domain/q:deprecation/@behavior|absent
          """)
  void whatIsWrongIsRefused(String document, String from, String to, String path, String value) {
    String xml =
        TestDocuments.of("domain").stream()
            .filter(p -> p.endsWith(document))
            .map(Corpus::text)
            .findFirst()
            .orElseThrow();
    assertThat(xml).contains(from);
    assertThatThrownBy(() -> DomainDefinition.fromXml(xml.replaceFirst(from, to)))
        .isInstanceOfSatisfying(
            InvalidDefinitionException.class,
            e -> {
              assertThat(e.path()).isEqualTo(path);
              assertThat(e.value()).isEqualTo(value);
              assertThat(e.expected()).isNotBlank();
            });
  }

  static Stream<Arguments> wrong() {
    return Stream.<Arguments>of(
        refused("hyperv/spinlocks/@retries", () -> HyperV.builder().spinlockRetries(1).build()),
        refused("hyperv/vendor_id/@value", () -> HyperV.builder().vendorId("a,b").build()),
        refused(
            "hyperv/vendor_id/@value", () -> HyperV.builder().vendorId("thirteen long").build()),
        refused("kvm/dirty-ring/@size", () -> KvmFeatures.builder().dirtyRingSize(5000).build()),
        refused("kvm/dirty-ring/@size", () -> KvmFeatures.builder().dirtyRingSize(512).build()),
        refused("os/initgroup", () -> Os.builder().initUser("a").build()),
        refused("os/inituser", () -> Os.builder().initGroup("a").build()),
        refused("clock/@start", () -> Clock.builder().offset(ClockOffset.ABSOLUTE).build()),
        refused("seclabel/label", () -> label(SecurityLabelType.STATIC).build()),
        refused("seclabel/@relabel", () -> label(SecurityLabelType.NONE).relabel(true).build()),
        refused("seclabel/@relabel", () -> label(SecurityLabelType.DYNAMIC).relabel(false).build()),
        refused(
            "entry/@file",
            () -> FirmwareConfigEntry.builder().name("a").file("/a").value("b").build()));
  }

  private static Arguments refused(String path, Supplier<?> build) {
    return Arguments.of(path, build);
  }

  private static SecurityLabel.Builder label(SecurityLabelType type) {
    return SecurityLabel.builder().type(type);
  }

  @ParameterizedTest
  @MethodSource("wrong")
  void whatCannotBeIsNotBuilt(String path, Supplier<?> build) {
    assertThatThrownBy(build::get)
        .isInstanceOfSatisfying(
            InvalidDefinitionException.class, e -> assertThat(e.path()).isEqualTo(path));
  }

  @Test
  void whatNoBuilderMakesIsReadAllTheSame() {
    String xml =
        Samples.plain()
            .toXml()
            .replace(
                "</domain>",
                "<clock offset='absolute'/><seclabel type='static'/>"
                    + "<sysinfo type='fwcfg'><entry name='a' file='/a'>b</entry></sysinfo>"
                    + "<features><hyperv><spinlocks retries='1'/></hyperv>"
                    + "<kvm><dirty-ring size='3'/></kvm></features></domain>");
    DomainDefinition read = DomainDefinition.fromXml(xml);
    assertThat(XmlMeaning.differences(xml, read.toXml())).isEmpty();
  }

  @Test
  void secretsAreNotInWhatIsPrinted() {
    DomainDefinition definition =
        domain()
            .os(Os.container("/sbin/init", "--password=geheim").withCmdline("key=geheim"))
            .bootloaderArgs("geheim")
            .addSysInfo(SysInfo.oemStrings("app:geheim"))
            .addSysInfo(SysInfo.firmwareConfig(FirmwareConfigEntry.text("opt/a", "geheim")))
            .launchSecurity(LaunchSecurity.sev(1).withSession("geheim").withDhCert("geheim"))
            .build();
    assertThat(definition.toXml().split("geheim", -1)).hasSize(8);
    assertThat(definition.toString()).contains("/sbin/init", "opt/a").doesNotContain("geheim");
  }
}
