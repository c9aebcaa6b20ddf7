package io.kvmsdk.domain.definition;

import static org.assertj.core.api.Assertions.assertThat;

import io.kvmsdk.domain.chardev.Channel;
import io.kvmsdk.domain.chardev.Console;
import io.kvmsdk.domain.chardev.Parallel;
import io.kvmsdk.domain.chardev.Serial;
import io.kvmsdk.domain.chardev.source.CharSource;
import io.kvmsdk.domain.chardev.source.SocketMode;
import io.kvmsdk.domain.chardev.source.TcpCharSource;
import io.kvmsdk.domain.chardev.source.UdpEndpoint;
import io.kvmsdk.domain.controller.Controller;
import io.kvmsdk.domain.controller.ControllerDriver;
import io.kvmsdk.domain.controller.ControllerIoThread;
import io.kvmsdk.domain.device.Reconnect;
import io.kvmsdk.domain.platform.Crypto;
import io.kvmsdk.domain.platform.Iommu;
import io.kvmsdk.domain.platform.Lease;
import io.kvmsdk.domain.platform.Panic;
import io.kvmsdk.domain.platform.Pstore;
import io.kvmsdk.domain.platform.Rng;
import io.kvmsdk.domain.platform.RngBackend;
import io.kvmsdk.domain.platform.RngRate;
import io.kvmsdk.domain.platform.Vsock;
import io.kvmsdk.domain.platform.Watchdog;
import io.kvmsdk.domain.shmem.Shmem;
import io.kvmsdk.domain.tpm.Tpm;
import io.kvmsdk.domain.tpm.TpmBackend;
import io.kvmsdk.units.ByteSize;
import io.kvmsdk.xml.Corpus;
import io.kvmsdk.xml.Schema;
import io.kvmsdk.xml.Strictness;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** What the factories of the machine's small devices make is what libvirt's schema wants. */
class MachineDevicesTest {

  private static DomainDefinition.Builder builder() {
    return DomainDefinition.builder().name("devices").memory(ByteSize.gibibytes(1));
  }

  private static void assertValid(DomainDefinition built) {
    assertThat(Schema.errors(Corpus.schema("domain.rng"), built.toXml())).isEmpty();
    assertThat(DomainDefinition.fromXml(built.toXml(), Strictness.STRICT)).isEqualTo(built);
  }

  @Test
  void characterDevices() {
    CharSource again =
        TcpCharSource.builder()
            .mode(SocketMode.CONNECT)
            .host("h")
            .service("1")
            .tls(true)
            .reconnect(Reconnect.every(Duration.ofSeconds(5)))
            .build();
    assertValid(
        builder()
            .addSerials(Serial.pty(), Serial.file("/f"), Serial.unix("/u"), Serial.of(again))
            .addSerials(Serial.tcp("h", 1), Serial.telnet("h", 2), Serial.device("/dev/ttyS0"))
            .addSerial(Serial.of(CharSource.udp(UdpEndpoint.from("h", 1), UdpEndpoint.to("h", 2))))
            .addSerials(Serial.of(CharSource.dbus("a")), Serial.of(CharSource.spicePort("b")))
            .addSerials(Serial.of(CharSource.log()), Serial.of(CharSource.none()))
            .addSerials(Serial.of(CharSource.pipe("/p")), Serial.firmwareDebug("/log"))
            .addConsoles(Console.pty(), Console.file("/c"), Console.virtio(CharSource.pty()))
            .addParallels(Parallel.device("/dev/parport0"), Parallel.file("/p"))
            .addChannels(Channel.guestAgent(), Channel.spice(), Channel.qemuVdagent(true))
            .addChannel(Channel.guestForward("10.0.2.1", 80, CharSource.unix("/g")))
            .build());
  }

  @Test
  void controllers() {
    ControllerDriver driver =
        ControllerDriver.builder().queues(2).addIoThread(ControllerIoThread.of(1, 0, 1)).build();
    assertValid(
        builder()
            .addControllers(Controller.pcieRoot(), Controller.pcieRootPort())
            .addControllers(Controller.pcieToPciBridge(), Controller.pciBridge())
            .addControllers(Controller.pcieExpanderBus(0), Controller.pciExpanderBus(1))
            .addControllers(Controller.virtioSerial(), Controller.sata(), Controller.ide())
            .addControllers(Controller.usb(), Controller.noUsb(), Controller.ccid())
            .addAllControllers(Controller.usbEhci(1))
            .addController(Controller.virtioScsi().withDriver(driver))
            .addController(Controller.virtioScsi().withDriver(ControllerDriver.ioThread(1)))
            .build());
  }

  @Test
  void platformDevices() {
    assertValid(
        builder()
            .addRngs(Rng.virtio(), Rng.of(RngBackend.egd(CharSource.unix("/e"))))
            .addRng(Rng.of(RngBackend.builtin()).withRate(RngRate.perSecond(1024)))
            .addWatchdogs(Watchdog.itco(), Watchdog.i6300esb(), Watchdog.diag288())
            .addPanics(Panic.pvpanic(), Panic.isa(), Panic.hyperV())
            .addShmems(Shmem.ivshmemPlain("a", ByteSize.mebibytes(4)))
            .addShmems(Shmem.ivshmemDoorbell("b", "/s"))
            .iommu(Iommu.intelForManyVcpus())
            .vsock(Vsock.cid(3))
            .addCryptos(Crypto.builtin(), Crypto.lkcf())
            .pstore(Pstore.acpiErst(ByteSize.kibibytes(8)))
            .addLease(Lease.of("area", "key", "/leases"))
            .addTpms(Tpm.emulated(), Tpm.passthrough("/dev/tpm0"))
            .addTpm(Tpm.of(TpmBackend.external("/s")))
            .build());
    assertValid(builder().iommu(Iommu.virtio()).vsock(Vsock.auto()).build());
  }
}
