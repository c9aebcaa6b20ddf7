package io.kvmsdk.domain.definition;

import io.kvmsdk.domain.boot.BootDevice;
import io.kvmsdk.domain.boot.Clock;
import io.kvmsdk.domain.boot.Firmware;
import io.kvmsdk.domain.boot.Os;
import io.kvmsdk.domain.boot.TickPolicy;
import io.kvmsdk.domain.boot.Timer;
import io.kvmsdk.domain.chardev.Channel;
import io.kvmsdk.domain.chardev.Console;
import io.kvmsdk.domain.chardev.Serial;
import io.kvmsdk.domain.chardev.source.CharProtocol;
import io.kvmsdk.domain.chardev.source.CharSource;
import io.kvmsdk.domain.controller.Controller;
import io.kvmsdk.domain.cpu.Cpu;
import io.kvmsdk.domain.cpu.CpuFeature;
import io.kvmsdk.domain.cpu.CpuTopology;
import io.kvmsdk.domain.cpu.Vcpus;
import io.kvmsdk.domain.device.DeviceAddress;
import io.kvmsdk.domain.disk.CacheMode;
import io.kvmsdk.domain.disk.DetectZeroes;
import io.kvmsdk.domain.disk.DiscardMode;
import io.kvmsdk.domain.disk.Disk;
import io.kvmsdk.domain.disk.DiskDriver;
import io.kvmsdk.domain.disk.ErrorPolicy;
import io.kvmsdk.domain.disk.IoMode;
import io.kvmsdk.domain.disk.IoTune;
import io.kvmsdk.domain.disk.source.DiskFormat;
import io.kvmsdk.domain.disk.source.DiskProtocol;
import io.kvmsdk.domain.disk.source.DiskSource;
import io.kvmsdk.domain.disk.source.NetworkHost;
import io.kvmsdk.domain.display.Graphics;
import io.kvmsdk.domain.display.GraphicsListen;
import io.kvmsdk.domain.display.Vnc;
import io.kvmsdk.domain.features.Apic;
import io.kvmsdk.domain.features.MachineFeatures;
import io.kvmsdk.domain.memory.MemBalloon;
import io.kvmsdk.domain.network.InterfaceDriver;
import io.kvmsdk.domain.network.InterfaceDriverName;
import io.kvmsdk.domain.network.InterfaceModel;
import io.kvmsdk.domain.network.LinkState;
import io.kvmsdk.domain.network.NetworkInterface;
import io.kvmsdk.domain.network.source.InterfaceSource;
import io.kvmsdk.domain.platform.Rng;
import io.kvmsdk.domain.platform.RngRate;
import io.kvmsdk.network.DirectMode;
import io.kvmsdk.units.ByteRate;
import io.kvmsdk.units.ByteSize;
import io.kvmsdk.units.CpuSet;
import io.kvmsdk.units.MacAddress;
import io.kvmsdk.units.PciAddress;
import io.kvmsdk.xml.Metadata;
import io.kvmsdk.xml.XmlElement;
import java.time.Duration;
import java.util.List;
import java.util.UUID;

/** Definitions that use every part of the model. */
final class Samples {

  private Samples() {}

  static List<DomainDefinition> all() {
    return List.of(plain(), web(), directKernel(), everything());
  }

  static DomainDefinition plain() {
    return DomainDefinition.builder().name("plain").memory(ByteSize.mebibytes(64)).build();
  }

  /** The example of the documentation. */
  static DomainDefinition web() {
    return DomainDefinition.builder()
        .name("web-1")
        .memory(ByteSize.gibibytes(4))
        .vcpus(Vcpus.online(2).outOf(8))
        .cpu(Cpu.hostPassthrough())
        .addDisk(
            Disk.virtio("vda", DiskSource.file("/var/lib/images/web-1.qcow2"))
                .format(DiskFormat.QCOW2)
                .cache(CacheMode.NONE)
                .build())
        .addInterface(NetworkInterface.virtio().network("default").queues(4).build())
        .build();
  }

  static DomainDefinition directKernel() {
    return DomainDefinition.builder()
        .type(VirtType.QEMU)
        .name("tiny")
        .memory(ByteSize.mebibytes(256))
        .vcpus(Vcpus.of(1))
        .os(
            Os.directKernel("/boot/vmlinuz", "/boot/initrd", "console=ttyS0 quiet").toBuilder()
                .arch("x86_64")
                .machine("q35")
                .build())
        .cpu(Cpu.custom("qemu64"))
        .features(MachineFeatures.pc())
        .addSerial(Serial.file("/tmp/serial.log"))
        .addChannel(Channel.guestAgent())
        .addController(Controller.pcieRootPort())
        .addRng(Rng.virtio())
        .memBalloon(MemBalloon.virtio())
        .build();
  }

  static DomainDefinition everything() {
    return DomainDefinition.builder()
        .name("everything")
        .uuid(UUID.fromString("4dea22b3-1d52-d8f3-2516-782e98ab3fa0"))
        .title("Everything & more")
        .description("  two\n  lines ")
        .metadata(
            Metadata.NONE.put(
                XmlElement.of("app", "http://example.org/app", "owner")
                    .withAttribute("team", "web")
                    .withChild(XmlElement.of("app", "http://example.org/app", "name"))))
        .maxMemory(ByteSize.gibibytes(8))
        .memorySlots(16)
        .memory(ByteSize.gibibytes(4))
        .currentMemory(ByteSize.gibibytes(2))
        .vcpus(Vcpus.online(2).outOf(8).withCpuSet(CpuSet.of("0-3,8")))
        .os(
            Os.hvm("q35").toBuilder()
                .arch("x86_64")
                .firmware(Firmware.EFI)
                .addBootDevices(BootDevice.HARD_DISK, BootDevice.NETWORK)
                .build())
        .cpu(
            Cpu.custom("Skylake-Server")
                .withTopology(CpuTopology.of(1, 4, 2))
                .withFeatures(CpuFeature.require("vmx"), CpuFeature.disable("hle")))
        .features(
            MachineFeatures.pc().toBuilder()
                .apic(Apic.builder().eoi(true).build())
                .pae(true)
                .pmu(false)
                .smm(true)
                .vmport(false)
                .vmCoreInfo(true)
                .build())
        .clock(
            Clock.utc().toBuilder()
                .addTimer(Timer.of("hpet", false))
                .addTimer(Timer.builder().name("rtc").tickPolicy(TickPolicy.CATCHUP).build())
                .build())
        .onPoweroff(LifecycleAction.DESTROY)
        .onReboot(LifecycleAction.RESTART)
        .onCrash(LifecycleAction.COREDUMP_DESTROY)
        .emulator("/usr/bin/qemu-system-x86_64")
        .disks(disks())
        .addController(Controller.virtioScsi().withIndex(0))
        .interfaces(interfaces())
        .addSerials(
            Serial.pty(),
            Serial.of(CharSource.tcp("127.0.0.1", 4555)).withProtocol(CharProtocol.TELNET))
        .addConsole(Console.pty())
        .addChannel(Channel.virtio("org.example.0", CharSource.unix("/run/example.sock")))
        .addGraphics(
            Vnc.builder()
                .port(5901)
                .autoport(false)
                .websocket(5701)
                .password("geheim")
                .passwordValidTo("2026-12-24T00:00:00")
                .keymap("de")
                .addListen(GraphicsListen.on("127.0.0.1"))
                .build())
        .addGraphics(Graphics.spice("127.0.0.1"))
        .memBalloon(
            MemBalloon.virtio().withAutoDeflate(true).withStatsPeriod(Duration.ofSeconds(10)))
        .addRng(
            Rng.virtio()
                .withRate(RngRate.builder().bytes(1024).period(Duration.ofMillis(500)).build()))
        .build();
  }

  private static List<Disk> disks() {
    return List.of(
        Disk.virtio("vda", DiskSource.file("/a.qcow2"))
            .format(DiskFormat.QCOW2)
            .io(IoMode.NATIVE)
            .discard(DiscardMode.UNMAP)
            .driver(
                DiskDriver.builder()
                    .name("qemu")
                    .cache(CacheMode.NONE)
                    .errorPolicy(ErrorPolicy.STOP)
                    .readErrorPolicy(ErrorPolicy.REPORT)
                    .copyOnRead(false)
                    .detectZeroes(DetectZeroes.UNMAP)
                    .ioThread(1)
                    .queues(4)
                    .queueSize(256)
                    .build())
            .serial("A-1")
            .bootOrder(1)
            .alias("ua-root")
            .address(DeviceAddress.pci(new PciAddress(0, 0, 4, 0)))
            .ioTune(
                IoTune.builder()
                    .totalBytes(ByteRate.mebibytesPerSecond(10))
                    .totalBytesMax(ByteRate.mebibytesPerSecond(20))
                    .totalBytesMaxLength(Duration.ofSeconds(60))
                    .readIops(1000)
                    .writeIops(500)
                    .sizeIops(ByteSize.kibibytes(4))
                    .groupName("slow")
                    .build())
            .build(),
        Disk.virtio("vdb", DiskSource.block("/dev/vg/b")).shareable(true).build(),
        Disk.virtio(
                "vdc",
                DiskSource.network(
                    DiskProtocol.RBD,
                    "pool/image",
                    NetworkHost.of("mon1", 6321),
                    NetworkHost.of("mon2")))
            .format(DiskFormat.RAW)
            .build(),
        Disk.virtio("vdd", DiskSource.volume("default", "d.img")).transientData(true).build(),
        Disk.scsi("sda", DiskSource.file("/e")).address(DeviceAddress.drive(0, 0, 0, 3)).build(),
        Disk.cdrom("sdb", DiskSource.empty()).build());
  }

  private static List<NetworkInterface> interfaces() {
    return List.of(
        NetworkInterface.virtio()
            .bridge("br0")
            .mac(MacAddress.of("52:54:00:6b:3c:58"))
            .driver(
                InterfaceDriver.builder()
                    .name(InterfaceDriverName.VHOST)
                    .rxQueueSize(512)
                    .txQueueSize(256)
                    .build())
            .queues(4)
            .targetDevice("tap-web")
            .linkState(LinkState.DOWN)
            .mtu(9000)
            .bootOrder(2)
            .build(),
        NetworkInterface.builder()
            .source(InterfaceSource.direct("eth0", DirectMode.BRIDGE))
            .model(InterfaceModel.E1000E)
            .build(),
        NetworkInterface.virtio().user().build(),
        NetworkInterface.virtio().source(InterfaceSource.ethernet()).build());
  }
}
