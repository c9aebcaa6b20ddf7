package io.kvmsdk.domain.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kvmsdk.domain.chardev.source.CharSource;
import io.kvmsdk.error.InvalidDefinitionException;
import io.kvmsdk.units.ByteSize;
import io.kvmsdk.xml.Strictness;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

class PlatformDevicesTest {

  private static void assertWrong(Function<String, ?> read, String xml, String path, String value) {
    assertThatThrownBy(() -> read.apply(xml))
        .isInstanceOfSatisfying(
            InvalidDefinitionException.class,
            e -> {
              assertThat(e.path()).isEqualTo(path);
              assertThat(e.value()).isEqualTo(value);
              assertThat(e.expected()).isNotBlank();
            });
  }

  @Test
  void randomness() {
    assertThat(Rng.virtio().toXml())
        .isEqualTo(
            """
            <rng model='virtio'>
              <backend model='random'>/dev/urandom</backend>
            </rng>\
            """);
    assertThat(Rng.virtio().backend().device()).contains("/dev/urandom");
    assertThat(Rng.virtio().backend().model()).isEqualTo(RngBackendModel.RANDOM);
    Rng builtin = Rng.of(RngBackend.builtin()).withRate(RngRate.perSecond(1024));
    assertThat(builtin.backend().device()).isEmpty();
    assertThat(builtin.toXml()).contains("<rate bytes='1024'/>", "<backend model='builtin'/>");
    Rng egd = Rng.of(RngBackend.egd(CharSource.unix("/e")));
    assertThat(egd.toXml().replaceAll("\n *", ""))
        .isEqualTo(
            "<rng model='virtio'><backend type='unix' model='egd'>"
                + "<source mode='bind' path='/e'/></backend></rng>");
    assertThat(Rng.fromXml(egd.toXml(), Strictness.STRICT)).isEqualTo(egd);
  }

  @Test
  void anotherSourceOfRandomnessStays() {
    String xml =
        """
        <rng model='virtio'>
          <backend model='dice' sides='6'>
            <hand/>
          </backend>
        </rng>\
        """;
    Rng read = Rng.fromXml(xml);
    assertThat(read.backend()).isInstanceOf(UnknownRngBackend.class);
    assertThat(read.toXml()).contains("model='dice'", "sides='6'", "<hand/>");
  }

  @Test
  void watchdogsResetUnlessSaid() {
    assertThat(Watchdog.itco().toXml()).isEqualTo("<watchdog model='itco' action='reset'/>");
    assertThat(Watchdog.i6300esb().model()).isEqualTo(WatchdogModel.I6300ESB);
    assertThat(Watchdog.diag288().model()).isEqualTo(WatchdogModel.DIAG288);
    assertThat(Watchdog.of(WatchdogModel.IB700, WatchdogAction.INJECT_NMI).toXml())
        .isEqualTo("<watchdog model='ib700' action='inject-nmi'/>");
  }

  @Test
  void panics() {
    assertThat(Panic.pvpanic().toXml()).isEqualTo("<panic model='pvpanic'/>");
    assertThat(Panic.isa().model()).contains(PanicModel.ISA);
    assertThat(Panic.hyperV().model()).contains(PanicModel.HYPERV);
    assertThat(Panic.fromXml("<panic/>").model()).isEmpty();
  }

  @Test
  void iommus() {
    assertThat(Iommu.intel().toXml()).isEqualTo("<iommu model='intel'/>");
    assertThat(Iommu.intelForManyVcpus().toXml()).contains("<driver intremap='on' eim='on'/>");
    assertThat(Iommu.smmuV3().model()).isEqualTo(IommuModel.SMMUV3);
    assertThat(Iommu.virtio().model()).isEqualTo(IommuModel.VIRTIO);
  }

  @Test
  void vsocks() {
    assertThat(Vsock.auto().toXml())
        .isEqualTo(
            """
            <vsock model='virtio'>
              <cid auto='yes'/>
            </vsock>\
            """);
    assertThat(Vsock.cid(3).toXml()).contains("<cid auto='no' address='3'/>");
    assertThat(Vsock.cid(4294967295L).cid()).contains(4294967295L);
    assertWrong(Vsock::fromXml, "<vsock><cid address='2'/></vsock>", "vsock/cid/@address", "2");
    assertWrong(Vsock::fromXml, "<vsock><cid address='a'/></vsock>", "vsock/cid/@address", "a");
  }

  @Test
  void cryptoAndPstore() {
    assertThat(Crypto.lkcf().toXml())
        .isEqualTo(
            """
            <crypto model='virtio' type='qemu'>
              <backend model='lkcf'/>
            </crypto>\
            """);
    assertThat(Crypto.builtin().backend()).isEqualTo(CryptoBackend.BUILTIN);
    Pstore store = Pstore.acpiErst(ByteSize.kibibytes(8));
    assertThat(store.toXml())
        .isEqualTo(
            """
            <pstore backend='acpi-erst'>
              <size unit='KiB'>8</size>
            </pstore>\
            """);
  }

  @Test
  void leases() {
    Lease lease = Lease.of("area", "key", "/leases");
    assertThat(lease.toXml())
        .isEqualTo(
            """
            <lease>
              <lockspace>area</lockspace>
              <key>key</key>
              <target path='/leases'/>
            </lease>\
            """);
    assertThat(Lease.fromXml(lease.toXml(), Strictness.STRICT)).isEqualTo(lease);
  }

  @Test
  void whatHasToBeThereIsMissed() {
    assertWrong(Rng::fromXml, "<rng><backend model='builtin'/></rng>", "rng/@model", "absent");
    assertWrong(Rng::fromXml, "<rng model='virtio'/>", "rng/backend", "absent");
    assertWrong(
        Rng::fromXml,
        "<rng model='virtio'><backend model='egd'/></rng>",
        "rng/backend/@type",
        "absent");
    assertWrong(Watchdog::fromXml, "<watchdog/>", "watchdog/@model", "absent");
    assertWrong(Iommu::fromXml, "<iommu/>", "iommu/@model", "absent");
    assertWrong(
        Crypto::fromXml, "<crypto model='virtio' type='qemu'/>", "crypto/backend/@model", "absent");
    assertWrong(Pstore::fromXml, "<pstore/>", "pstore/@backend", "absent");
    assertWrong(
        Lease::fromXml,
        "<lease><lockspace>a</lockspace><key>k</key></lease>",
        "lease/target/@path",
        "absent");
  }
}
