package io.kvmsdk.host.domaincapabilities;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kvmsdk.domain.cpu.Cpu;
import io.kvmsdk.domain.cpu.CpuMode;
import io.kvmsdk.domain.disk.DiskBus;
import io.kvmsdk.error.InvalidDefinitionException;
import io.kvmsdk.xml.Corpus;
import io.kvmsdk.xml.TestDocuments;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the capabilities of a hypervisor answer. */
class DomainCapabilitiesTest {

  private static final String DOCUMENT = document("kvm.xml");
  private static final DomainCapabilities KVM = DomainCapabilities.fromXml(DOCUMENT);

  private static String document(String name) {
    return TestDocuments.of("domainCapabilities").stream()
        .filter(path -> path.endsWith(name))
        .map(Corpus::text)
        .findFirst()
        .orElseThrow();
  }

  @Test
  void devicesAndTheirValues() {
    assertThat(KVM.supportsDevice("disk")).isTrue();
    assertThat(KVM.supportsDevice("disk", "bus", DiskBus.VIRTIO)).isTrue();
    assertThat(KVM.supportsDevice("disk", "bus", "ide")).isFalse();
    assertThat(KVM.supportsDevice("disk", "colour", "red")).isFalse();
    assertThat(KVM.supportsDevice("tpm")).isFalse();
    assertThat(KVM.supportsDevice("tpm", "model", "tpm-crb")).isFalse();
    assertThat(KVM.device("tpm").orElseThrow().values("model")).containsExactly("tpm-crb");
    assertThat(KVM.device("hostdev").orElseThrow().values("capsType")).isEmpty();
    assertThat(KVM.device("teleporter")).isEmpty();
    for (String element :
        List.of(
            "disk",
            "graphics",
            "video",
            "hostdev",
            "rng",
            "filesystem",
            "tpm",
            "redirdev",
            "channel",
            "crypto",
            "interface",
            "panic")) {
      assertThat(KVM.device(element)).as(element).isPresent();
    }
  }

  @Test
  void aKindOfDeviceThatANewerLibvirtKnows() {
    String newer =
        DOCUMENT.replace(
            "</devices>",
            "<console supported='yes'><enum name='type'><value>pty</value></enum></console></devices>");
    DomainCapabilities read = DomainCapabilities.fromXml(newer);
    assertThat(read.supportsDevice("console", "type", "pty")).isTrue();
    assertThat(read.supportsDevice("console", "type", "tcp")).isFalse();
    assertThat(KVM.supportsDevice("console")).isFalse();
  }

  @Test
  void cpus() {
    CpuCapabilities cpu = KVM.cpu().orElseThrow();
    assertThat(KVM.usableCpuModels()).containsExactly("qemu64");
    CustomMode custom = cpu.custom().orElseThrow();
    assertThat(custom.model("Old-Server").orElseThrow().blockedBy()).containsExactly("hle", "rtm");
    assertThat(custom.model("Last").orElseThrow().blockedBy()).containsExactly("svm");
    assertThat(custom.model("Other").orElseThrow().blockedBy()).isEmpty();
    assertThat(custom.model("None")).isEmpty();
    assertThat(cpu.hostPassthrough().orElseThrow().migratable()).isTrue();
    assertThat(cpu.maximum().orElseThrow().migratable()).isFalse();
    assertThat(cpu.supports(CpuMode.HOST_MODEL)).isTrue();
    assertThat(cpu.supports(new CpuMode("psychic"))).isFalse();
    Cpu same = cpu.hostModel().flatMap(HostModelMode::toCpu).orElseThrow();
    assertThat(same.mode()).contains(CpuMode.CUSTOM);
    assertThat(same.model().orElseThrow().name()).isEqualTo("Skylake-Server");
    assertThat(same.vendor()).contains("Intel");
    assertThat(same.features()).hasSize(2);
  }

  @Test
  void blockersStayBehindTheirModels() {
    String written = KVM.toXml();
    int old = written.indexOf(">Old-Server<");
    assertThat(old).isPositive().isLessThan(written.indexOf("<blockers model='Old-Server'>"));
    assertThat(written.indexOf("<blockers model='Old-Server'>"))
        .isLessThan(written.indexOf(">Other<"));
  }

  @Test
  void aModeThatANewerLibvirtKnows() {
    DomainCapabilities read =
        DomainCapabilities.fromXml(
            DOCUMENT.replace("name='maximum' supported='yes'", "name='least' supported='yes'"));
    CpuCapabilities cpu = read.cpu().orElseThrow();
    assertThat(cpu.maximum()).isEmpty();
    assertThat(cpu.supports(new CpuMode("least"))).isTrue();
  }

  @Test
  void firmware() {
    assertThat(KVM.firmwares()).containsExactly("bios", "efi");
    assertThat(KVM.os().orElseThrow().secureBoot()).isTrue();
    DomainCapabilities without =
        DomainCapabilities.fromXml(
            DOCUMENT.replace("<loader supported='yes'>", "<loader supported='no'>"));
    assertThat(without.os().orElseThrow().secureBoot()).isFalse();
  }

  @Test
  void whatIsAbsentIsNotSaid() {
    DomainCapabilities little = DomainCapabilities.fromXml(document("little.xml"));
    assertThat(little.firmwares()).isEmpty();
    assertThat(little.usableCpuModels()).isEmpty();
    assertThat(little.device("disk")).isEmpty();
    assertThat(little.ioThreads()).isEmpty();
    assertThat(little.supportsDevice("disk")).isFalse();
  }

  @Test
  void libvirtsOwn() {
    Path document =
        Corpus.documents("domainCapabilities").stream()
            .filter(path -> path.toString().endsWith("qemu_10.0.0-q35.x86_64+amdsev.xml"))
            .findFirst()
            .orElseThrow();
    DomainCapabilities read = DomainCapabilities.fromXml(Corpus.text(document));
    assertThat(read.features().flatMap(FeatureCapabilities::sev).orElseThrow().supported())
        .isTrue();
    assertThat(read.supportsDevice("rng", "backendModel", "builtin")).isTrue();
    assertThat(read.usableCpuModels()).isNotEmpty().doesNotHaveDuplicates();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          <domain>kvm</domain>|''|domainCapabilities/domain|absent
          <arch>x86_64</arch>|''|domainCapabilities/arch|absent
          max='4096'|max='lots'|domainCapabilities/vcpu/@max|lots
          <tpm supported='no'>|<tpm>|domainCapabilities/devices/tpm/@supported|absent
          <enum name='modelType'>|<enum>|domainCapabilities/devices/video/enum/@name|absent
          <mode name='maximum'|<mode|domainCapabilities/cpu/mode[2]/@name|absent
          usable='unknown' ||domainCapabilities/cpu/mode[4]/model[3]/@usable|absent
          >51<|>top<|domainCapabilities/features/sev/cbitpos|top
          <section node='1'|<section|domainCapabilities/features/sgx/sections/section[2]/@node|absent
          """)
  void wrongInput(String from, String to, String path, String value) {
    assertThat(DOCUMENT).contains(from);
    String xml = DOCUMENT.replace(from, to == null ? "" : to);
    assertThatThrownBy(() -> DomainCapabilities.fromXml(xml))
        .isInstanceOfSatisfying(
            InvalidDefinitionException.class,
            e -> {
              assertThat(e.path()).isEqualTo(path);
              assertThat(e.value()).isEqualTo(value);
              assertThat(e.expected()).isNotBlank();
            });
  }
}
