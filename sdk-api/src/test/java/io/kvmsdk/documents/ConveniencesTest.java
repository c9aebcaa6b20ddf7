package io.kvmsdk.documents;

import static org.assertj.core.api.Assertions.assertThat;

import io.kvmsdk.domain.audio.Audio;
import io.kvmsdk.domain.audio.Sound;
import io.kvmsdk.domain.boot.Clock;
import io.kvmsdk.domain.boot.Os;
import io.kvmsdk.domain.chardev.Channel;
import io.kvmsdk.domain.controller.Controller;
import io.kvmsdk.domain.cpu.Cpu;
import io.kvmsdk.domain.cpu.CpuTopology;
import io.kvmsdk.domain.cpu.Vcpus;
import io.kvmsdk.domain.definition.DomainDefinition;
import io.kvmsdk.domain.disk.CacheMode;
import io.kvmsdk.domain.disk.DetectZeroes;
import io.kvmsdk.domain.disk.DiscardMode;
import io.kvmsdk.domain.disk.Disk;
import io.kvmsdk.domain.disk.IoMode;
import io.kvmsdk.domain.disk.IoTune;
import io.kvmsdk.domain.disk.ThrottleGroup;
import io.kvmsdk.domain.disk.source.DiskAuth;
import io.kvmsdk.domain.disk.source.DiskFormat;
import io.kvmsdk.domain.disk.source.DiskSource;
import io.kvmsdk.domain.disk.source.NetworkHost;
import io.kvmsdk.domain.display.Graphics;
import io.kvmsdk.domain.display.Spice;
import io.kvmsdk.domain.features.MachineFeatures;
import io.kvmsdk.domain.filesystem.Filesystem;
import io.kvmsdk.domain.input.Input;
import io.kvmsdk.domain.memory.HugePages;
import io.kvmsdk.domain.memory.MemBalloon;
import io.kvmsdk.domain.memory.MemTune;
import io.kvmsdk.domain.memory.MemoryBacking;
import io.kvmsdk.domain.memory.MemoryDevice;
import io.kvmsdk.domain.network.NetworkInterface;
import io.kvmsdk.domain.network.PortForward;
import io.kvmsdk.domain.numa.GuestNuma;
import io.kvmsdk.domain.numa.NumaTune;
import io.kvmsdk.domain.passthrough.HostDevice;
import io.kvmsdk.domain.platform.Iommu;
import io.kvmsdk.domain.platform.Panic;
import io.kvmsdk.domain.platform.Rng;
import io.kvmsdk.domain.platform.RngRate;
import io.kvmsdk.domain.platform.Vsock;
import io.kvmsdk.domain.platform.Watchdog;
import io.kvmsdk.domain.redirection.RedirDevice;
import io.kvmsdk.domain.security.LaunchSecurity;
import io.kvmsdk.domain.security.SecurityLabel;
import io.kvmsdk.domain.tpm.Tpm;
import io.kvmsdk.domain.tuning.BlkioDevice;
import io.kvmsdk.domain.tuning.BlkioTune;
import io.kvmsdk.domain.tuning.CpuQuota;
import io.kvmsdk.domain.tuning.CpuTune;
import io.kvmsdk.domain.tuning.Pinning;
import io.kvmsdk.domain.video.Video;
import io.kvmsdk.network.Bandwidth;
import io.kvmsdk.network.DirectMode;
import io.kvmsdk.units.ByteRate;
import io.kvmsdk.units.ByteSize;
import io.kvmsdk.units.CpuSet;
import io.kvmsdk.units.PciAddress;
import io.kvmsdk.xml.Corpus;
import io.kvmsdk.xml.Schema;
import io.kvmsdk.xml.Strictness;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What practice asks for most, in the words that a user tries first; all of it is valid. */
class ConveniencesTest {

  private static final ByteRate MANY_BYTES = ByteRate.mebibytesPerSecond(100);

  private static DomainDefinition.Builder machine() {
    return DomainDefinition.builder()
        .name("web-1")
        .memory(ByteSize.gibibytes(4))
        .vcpus(Vcpus.online(2).outOf(8))
        .features(MachineFeatures.pc());
  }

  /** Returns what is written, for a look at what is meant. */
  private static String valid(DomainDefinition.Builder builder) {
    DomainDefinition made = builder.build();
    String xml = made.toXml();
    assertThat(Schema.errors(Corpus.schema("domain.rng"), xml)).as(xml).isEmpty();
    DomainDefinition read = DomainDefinition.fromXml(xml, Strictness.STRICT);
    assertThat(read).isEqualTo(made).hasSameHashCodeAs(made);
    assertThat(read.toXml()).isEqualTo(xml);
    return xml;
  }

  @Test
  void processors() {
    String xml =
        valid(
            machine()
                .cpu(Cpu.hostPassthrough().nestedOnIntel().withTopology(CpuTopology.of(1, 4, 2)))
                .ioThreads(1)
                .cpuTune(
                    CpuTune.pinned(
                        Pinning.oneToOne(4, 8)
                            .withEmulator(CpuSet.of("0-1"))
                            .withIoThread(1, CpuSet.of(2)))));
    assertThat(xml)
        .contains(
            "<vcpu current='2'>8</vcpu>",
            "<cpu mode='host-passthrough'>",
            "<feature policy='require' name='vmx'/>",
            "<vcpupin vcpu='7' cpuset='11'/>",
            "<emulatorpin cpuset='0-1'/>",
            "<iothreadpin iothread='1' cpuset='2'/>");
    valid(machine().cpu(Cpu.hostModel().nestedOnAmd()));
    valid(machine().cpu(Cpu.custom("EPYC").requiring("pcid").disabling("hle")));
  }

  @Test
  void timeOfProcessors() {
    Duration period = Duration.ofMillis(100);
    valid(machine().cpuTune(CpuTune.shares(2048)));
    valid(machine().cpuTune(CpuTune.quota(period, Duration.ofMillis(50))));
    String xml =
        valid(
            machine()
                .cpuTune(
                    CpuTune.builder()
                        .shares(1024)
                        .period(period)
                        .quota(CpuQuota.of(Duration.ofMillis(25)))
                        .pin(Pinning.together(8, CpuSet.of("4-11")))
                        .build()));
    assertThat(xml).contains("<period>100000</period>", "<quota>25000</quota>");
  }

  @Test
  void memory() {
    String xml =
        valid(
            machine()
                .memoryBacking(MemoryBacking.hugePages(HugePages.of(ByteSize.mebibytes(2))))
                .numaTune(NumaTune.strict(CpuSet.of("0-1")))
                .memTune(MemTune.hardLimit(ByteSize.gibibytes(8)))
                .memBalloon(
                    MemBalloon.virtio()
                        .withAutoDeflate(true)
                        .withFreePageReporting(true)
                        .withStatsPeriod(Duration.ofSeconds(10))));
    assertThat(xml).contains("<page size='2048' unit='KiB'/>", "<memory mode='strict'");
    assertThat(valid(machine().memoryBacking(MemoryBacking.keptFromKsm())))
        .contains("<nosharepages/>");
    valid(machine().memoryBacking(MemoryBacking.lockedInMemory()).memBalloon(MemBalloon.none()));
    valid(machine().memoryBacking(MemoryBacking.hugePages(HugePages.ofDefaultSize())));
  }

  @Test
  void guestNumaWithMemoryToPlugIn() {
    String xml =
        valid(
            machine()
                .maxMemory(ByteSize.gibibytes(16))
                .memorySlots(8)
                .cpu(Cpu.hostPassthrough().withNuma(GuestNuma.even(2, 4, ByteSize.gibibytes(2))))
                .numaTune(NumaTune.cellByCell(CpuSet.of("0-1")))
                .addMemoryDevices(
                    MemoryDevice.dimm(ByteSize.gibibytes(1), 0),
                    MemoryDevice.virtioMem(ByteSize.gibibytes(4), ByteSize.gibibytes(1))
                        .withBlock(ByteSize.mebibytes(2))
                        .withNode(1)));
    assertThat(xml).contains("<cell id='1' cpus='4-7'", "<memnode cellid='1'", "slots='8'");
  }

  @Test
  void disks() {
    NetworkHost host = NetworkHost.of("storage-1");
    String xml =
        valid(
            machine()
                .addController(Controller.virtioScsi())
                .addDisks(
                    Disk.virtio("vda", DiskSource.file("/var/lib/images/web-1.qcow2"))
                        .format(DiskFormat.QCOW2)
                        .cache(CacheMode.NONE)
                        .io(IoMode.NATIVE)
                        .discard(DiscardMode.UNMAP)
                        .detectZeroes(DetectZeroes.UNMAP)
                        .queues(4)
                        .ioTune(IoTune.totalIops(500))
                        .bootOrder(1)
                        .build(),
                    Disk.virtio("vdb", DiskSource.block("/dev/vg/web-1"))
                        .io(IoMode.IO_URING)
                        .build(),
                    Disk.virtio("vdc", DiskSource.nbd("web-1", host)).build(),
                    Disk.scsi("sda", DiskSource.gluster("vms", "web-1.img", host)).build(),
                    Disk.scsi("sdb", DiskSource.iscsi("iqn.2026-11.org.example:vms", 1, host))
                        .build(),
                    Disk.cdrom("sdc", DiskSource.empty()).build()));
    assertThat(xml)
        .contains(
            "type='qcow2' cache='none' io='native'",
            "discard='unmap'",
            "queues='4'",
            "name='vms/web-1.img'",
            "name='iqn.2026-11.org.example:vms/1'");
  }

  @Test
  void disksOfCephAndTheirLimits() {
    IoTune limits = IoTune.totalBytes(MANY_BYTES);
    valid(
        machine()
            .addThrottleGroup(ThrottleGroup.of("slow", limits))
            .blkioTune(BlkioTune.weight(500).withDevices(BlkioDevice.weight("/dev/sda", 200)))
            .addDisks(
                Disk.virtio(
                        "vda",
                        DiskSource.rbd("vms/web-1", NetworkHost.of("mon-1", 6789))
                            .withAuth(DiskAuth.ceph("libvirt", new UUID(1, 2))))
                    .ioTune(limits)
                    .build(),
                Disk.virtio("vdb", DiskSource.rbd("vms/data")).addThrottleFilter("slow").build()));
  }

  @Test
  void networkInterfaces() {
    PciAddress function = PciAddress.of("0000:03:10.1");
    String xml =
        valid(
            machine()
                .memoryBacking(MemoryBacking.sharedMemfd())
                .addInterfaces(
                    NetworkInterface.virtio()
                        .network("default")
                        .queues(4)
                        .bandwidth(Bandwidth.symmetric(ByteRate.megabitsPerSecond(100)))
                        .filter("clean-traffic")
                        .build(),
                    NetworkInterface.virtio().bridge("br0").mtu(9000).build(),
                    NetworkInterface.virtio().openVswitch("ovsbr0").vlanTag(42).build(),
                    NetworkInterface.virtio().macvtap("eth0").build(),
                    NetworkInterface.virtio().direct("eth1", DirectMode.PASSTHROUGH).build(),
                    NetworkInterface.virtio().vhostUser("/run/vhost.sock").queues(2).build(),
                    NetworkInterface.virtio().vdpa("/dev/vhost-vdpa-0").build(),
                    NetworkInterface.virtio().tap("tap-web").build(),
                    NetworkInterface.virtio()
                        .passt()
                        .addPortForward(PortForward.tcp(2222, 22))
                        .build(),
                    NetworkInterface.e1000e().user().build(),
                    NetworkInterface.builder().hostdev(function).vlanTag(7).build()));
    assertThat(xml)
        .contains(
            "<inbound average='12500'/>",
            "<virtualport type='openvswitch'",
            "<interface type='hostdev' managed='yes'>",
            "<interface type='vhostuser'>");
    assertThat(NetworkInterface.sriov(function).build())
        .isEqualTo(NetworkInterface.builder().hostdev(function).build());
  }

  @Test
  void desktop() {
    valid(
        machine()
            .addGraphics(Spice.desktop())
            .addChannels(Channel.spice(), Channel.guestAgent())
            .addVideo(Video.virtio())
            .addSound(Sound.virtio())
            .addAudio(Audio.spice())
            .addInput(Input.tablet())
            .addRedirDevice(RedirDevice.spiceUsb()));
    valid(machine().addGraphics(Graphics.vnc("127.0.0.1")).addVideo(Video.vga()));
  }

  @Test
  void platform() {
    String xml =
        valid(
            machine()
                .memoryBacking(MemoryBacking.sharedMemfd())
                .memBalloon(MemBalloon.virtio())
                .addWatchdog(Watchdog.itco())
                .addTpm(Tpm.emulated())
                .addRng(Rng.virtio().withRate(RngRate.perSecond(1024)))
                .addPanic(Panic.pvpanic())
                .vsock(Vsock.auto())
                .addFilesystem(Filesystem.virtiofs("/srv/web-1", "data")));
    assertThat(xml).contains("<driver type='virtiofs'/>", "<target dir='data'/>");
    valid(machine().vsock(Vsock.cid(7)).addWatchdog(Watchdog.i6300esb()));
  }

  @Test
  void devicesOfTheHost() {
    String xml =
        valid(
            machine()
                .iommu(Iommu.intel())
                .addHostDevices(
                    HostDevice.pci(PciAddress.of("0000:65:00.0")),
                    HostDevice.usb(0x1050, 0x0407),
                    HostDevice.mdev(new UUID(1, 2))));
    assertThat(xml).contains("<hostdev mode='subsystem' type='pci' managed='yes'>");
  }

  @Test
  void trust() {
    assertThat(valid(machine().os(Os.uefiSecureBoot()).addTpm(Tpm.emulated())))
        .contains("<os firmware='efi'>", "<feature enabled='yes' name='secure-boot'/>");
    valid(
        machine()
            .os(Os.uefi().withMachine("q35"))
            .launchSecurity(LaunchSecurity.sev(0x7))
            .memoryBacking(MemoryBacking.lockedInMemory()));
    valid(
        machine().os(Os.uefi().withMachine("q35")).launchSecurity(LaunchSecurity.sevSnp(0x30000)));
    valid(machine().addSecurityLabel(SecurityLabel.dynamic("selinux")));
  }

  @Test
  void windows() {
    valid(
        machine()
            .os(Os.uefiSecureBoot())
            .features(MachineFeatures.windows())
            .clock(Clock.windows())
            .addTpm(Tpm.emulated()));
  }
}
