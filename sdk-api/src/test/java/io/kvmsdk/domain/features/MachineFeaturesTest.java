package io.kvmsdk.domain.features;

import static org.assertj.core.api.Assertions.assertThat;

import io.kvmsdk.units.ByteSize;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MachineFeaturesTest {

  @ParameterizedTest
  @ValueSource(strings = {"hap", "pmu", "smm", "vmport", "pvspinlock", "vmcoreinfo"})
  void whatIsThereWithoutAStateIsOn(String feature) {
    String xml = "<features>\n  <" + feature + "/>\n</features>";
    MachineFeatures read = MachineFeatures.fromXml(xml);
    assertThat(read)
        .isEqualTo(MachineFeatures.fromXml(xml.replace("/>", " state='on'/>")))
        .isNotEqualTo(MachineFeatures.builder().build());
    assertThat(read.toXml()).isEqualTo(xml);
    assertThat(read.toBuilder().build().toXml()).isEqualTo(xml);
  }

  @Test
  void teardownWithoutAWordIsOn() {
    MachineFeatures read = MachineFeatures.fromXml("<features><async-teardown/></features>");
    assertThat(read.asyncTeardown()).contains(true);
    assertThat(read.withAsyncTeardown(false).toXml()).contains("<async-teardown enabled='no'/>");
  }

  @Test
  void aStateOfANewKindIsKept() {
    MachineFeatures read = MachineFeatures.fromXml("<features><pmu state='half'/></features>");
    assertThat(read.pmu()).isEmpty();
    assertThat(read.toXml()).contains("<pmu state='half'/>");
    assertThat(read.withPmu(true).toXml()).contains("<pmu state='on'/>");
  }

  @Test
  void sizesHaveTheUnitsThatLibvirtAssumes() {
    MachineFeatures read =
        MachineFeatures.fromXml(
            "<features><smm state='on'><tseg>48</tseg></smm>"
                + "<hpt><maxpagesize>64</maxpagesize></hpt>"
                + "<tcg><tb-cache>1024</tb-cache></tcg></features>");
    assertThat(read.tsegSize()).contains(ByteSize.mebibytes(48));
    assertThat(read.hashPageTable().orElseThrow().maxPageSize()).contains(ByteSize.kibibytes(64));
    assertThat(read.tcgCacheSize()).contains(ByteSize.mebibytes(1));
  }

  @Test
  void aDetailTurnsOnWhatItBelongsTo() {
    assertThat(MachineFeatures.builder().tsegSize(ByteSize.mebibytes(48)).build().smm())
        .contains(true);
    HyperV hyperV = HyperV.builder().spinlockRetries(4096).vendorId("x").build();
    assertThat(hyperV.spinlocks()).contains(true);
    assertThat(hyperV.vendor()).contains(true);
    assertThat(hyperV.stimer()).isEmpty();
    assertThat(hyperV.tlbFlush()).isEmpty();
    assertThat(HyperV.builder().spinlocks(false).spinlockRetries(4096).build().spinlocks())
        .contains(false);
  }

  @Test
  void windowsGetsWhatItWants() {
    MachineFeatures windows = MachineFeatures.windows();
    assertThat(windows.acpi()).isTrue();
    HyperV hyperV = windows.hyperV().orElseThrow();
    assertThat(hyperV.stimer()).contains(true);
    assertThat(hyperV.synic()).contains(true);
    assertThat(hyperV.vpIndex()).contains(true);
    assertThat(hyperV.evmcs()).isEmpty();
  }

  @Test
  void capabilitiesOfAContainer() {
    ContainerCapabilities only =
        ContainerCapabilities.only(LinuxCapability.MKNOD, LinuxCapability.CHOWN);
    assertThat(only.policy()).isEqualTo(CapabilityPolicy.DENY);
    assertThat(only.state(LinuxCapability.CHOWN)).contains(true);
    assertThat(only.state(LinuxCapability.KILL)).isEmpty();
    assertThat(ContainerCapabilities.allBut(LinuxCapability.KILL).state(LinuxCapability.KILL))
        .contains(false);

    String xml = "<capabilities>\n  <bpf state='on'/>\n  <bpf/>\n</capabilities>";
    ContainerCapabilities read =
        MachineFeatures.fromXml("<features>" + xml + "</features>").capabilities().orElseThrow();
    assertThat(read.policy()).isEqualTo(CapabilityPolicy.DEFAULT);
    assertThat(read.state(new LinuxCapability("bpf"))).contains(true);
    assertThat(ContainerCapabilities.XML.format(read)).isEqualTo(xml);
  }
}
