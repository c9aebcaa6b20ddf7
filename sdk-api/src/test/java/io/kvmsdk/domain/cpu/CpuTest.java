package io.kvmsdk.domain.cpu;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kvmsdk.domain.numa.GuestNuma;
import io.kvmsdk.error.InvalidDefinitionException;
import io.kvmsdk.units.ByteSize;
import io.kvmsdk.xml.Corpus;
import io.kvmsdk.xml.Schema;
import io.kvmsdk.xml.Strictness;
import org.junit.jupiter.api.Test;

class CpuTest {

  @Test
  void shortcutsSayWhatTheyMean() {
    Cpu cpu =
        Cpu.custom("Skylake-Server")
            .withModel(CpuModel.exactly("Skylake-Server").withVendorId("GenuineIntel"))
            .withTopology(CpuTopology.of(2, 2, 1))
            .withCache(CpuCache.passthrough())
            .withMaxPhysAddr(MaxPhysAddr.bits(46))
            .withNuma(GuestNuma.even(2, 2, ByteSize.mebibytes(512)))
            .nestedOnIntel()
            .disabling("hle", "rtm");
    assertThat(cpu.toXml())
        .isEqualTo(
            """
            <cpu mode='custom' match='exact'>
              <model fallback='forbid' vendor_id='GenuineIntel'>Skylake-Server</model>
              <topology sockets='2' cores='2' threads='1'/>
              <cache mode='passthrough'/>
              <maxphysaddr mode='emulate' bits='46'/>
              <feature policy='require' name='vmx'/>
              <feature policy='disable' name='hle'/>
              <feature policy='disable' name='rtm'/>
              <numa>
                <cell id='0' cpus='0-1' memory='524288' unit='KiB'/>
                <cell id='1' cpus='2-3' memory='524288' unit='KiB'/>
              </numa>
            </cpu>\
            """);
    assertThat(Cpu.fromXml(cpu.toXml(), Strictness.STRICT)).isEqualTo(cpu);
    assertThat(Schema.errors(Corpus.schema("cpu.rng"), cpu.toXml())).isEmpty();
  }

  @Test
  void aFeatureIsSaidOnce() {
    Cpu cpu = Cpu.hostPassthrough().nestedOnAmd().disabling("svm");
    assertThat(cpu.features()).containsExactly(CpuFeature.disable("svm"));
    assertThat(cpu.feature("svm")).contains(CpuFeature.disable("svm"));
    assertThat(cpu.feature("vmx")).isEmpty();
    assertRefused(
        "cpu/feature/@name", () -> cpu.toBuilder().addFeature(cpu.features().get(0)).build());
  }

  @Test
  void whatIsSaidTwiceCanBeRead() {
    String xml =
        """
        <cpu>
          <feature name='a'/>
          <feature name='a'/>
        </cpu>\
        """;
    assertThat(Cpu.fromXml(xml).toXml()).isEqualTo(xml);
  }

  @Test
  void cachesAndAddresses() {
    assertThat(CpuCache.emulated(3).toBuilder().build().level()).contains(3);
    assertThat(CpuCache.none().mode()).isEqualTo(CpuCacheMode.DISABLE);
    assertThat(MaxPhysAddr.passthrough().bits()).isEmpty();
    Cpu none = Cpu.maximum().withCache(CpuCache.none()).withMaxPhysAddr(MaxPhysAddr.passthrough());
    assertThat(none.toXml())
        .contains("<cache mode='disable'/>", "<maxphysaddr mode='passthrough'/>");
  }

  @Test
  void aVendorHasTwelveCharacters() {
    CpuModel.Builder model = CpuModel.of("a").toBuilder();
    assertRefused("model/@vendor_id", () -> model.vendorId("Intel").build());
    assertRefused("model/@vendor_id", () -> model.vendorId("Genuine,Inte").build());
    assertThat(CpuModel.of("a").fallback()).isEmpty();
  }

  @Test
  void whatIsMissingOrNoNumberIsRefused() {
    assertRefused("cpu/cache/@mode", () -> Cpu.fromXml("<cpu><cache/></cpu>"));
    assertRefused(
        "cpu/maxphysaddr/@bits",
        () -> Cpu.fromXml("<cpu><maxphysaddr mode='emulate' bits='few'/></cpu>"));
    assertRefused(
        "cpu/signature/@model",
        () -> Cpu.fromXml("<cpu><signature family='6' stepping='0'/></cpu>"));
    assertRefused("cpu/pages/@size", () -> Cpu.fromXml("<cpu><pages unit='KiB'/></cpu>"));
    assertThat(Cpu.fromXml("<cpu><pages unit='acre' size='4'/></cpu>").extras().elements("pages"))
        .hasSize(1);
  }

  @Test
  void vcpusOneByOne() {
    assertThat(Vcpu.fixed(0).toXml()).isEqualTo("<vcpu id='0' enabled='yes' hotpluggable='no'/>");
    assertThat(Vcpu.pluggedIn(1).toXml())
        .isEqualTo("<vcpu id='1' enabled='yes' hotpluggable='yes'/>");
    assertThat(Vcpu.offline(2).withOrder(3).toXml())
        .isEqualTo("<vcpu id='2' enabled='no' hotpluggable='yes' order='3'/>");
    assertThat(Vcpu.fromXml("<vcpu id='2' enabled='perhaps'/>").enabled()).isEmpty();
    assertRefused("vcpu/@id", () -> Vcpu.fromXml("<vcpu enabled='yes'/>"));
  }

  private static void assertRefused(String path, Runnable build) {
    assertThatThrownBy(build::run)
        .isInstanceOfSatisfying(
            InvalidDefinitionException.class, e -> assertThat(e.path()).isEqualTo(path));
  }
}
