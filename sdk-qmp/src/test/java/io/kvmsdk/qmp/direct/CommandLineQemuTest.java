package io.kvmsdk.qmp.direct;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.kvmsdk.call.Call;
import io.kvmsdk.domain.definition.DomainDefinition;
import io.kvmsdk.domain.disk.Disk;
import io.kvmsdk.domain.disk.source.DiskSource;
import io.kvmsdk.domain.network.NetworkInterface;
import io.kvmsdk.error.HypervisorException;
import io.kvmsdk.error.ResourcesExhaustedException;
import io.kvmsdk.qmp.QmpEvent;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Real QEMUs take what the definitions become, and have the devices that these name. */
class CommandLineQemuTest {

  @TempDir Path files;
  private MachineFolder folder;

  @BeforeEach
  void makeFolder() throws IOException {
    folder = new MachineFolder(Files.createTempDirectory("kvmsdk"), UUID.randomUUID());
  }

  @AfterEach
  void end() throws InterruptedException, IOException {
    RealQemu.end(folder);
    folder.delete(RealQemu.call(folder, RealQemu.PATIENCE).context());
    Files.delete(folder.path().getParent());
  }

  /** A QEMU that was started and told all. */
  private final class Started implements AutoCloseable {

    private final DomainDefinition live;
    private final QemuProcess process;
    private final Monitor monitor;
    private final Call call = RealQemu.connectCall(RealQemu.PATIENCE);

    Started(Path qemu, String xml) {
      QemuCapabilities capabilities = new QemuBinary(qemu).capabilities(call);
      live = LiveDefinition.of(DomainDefinition.fromXml(xml).withUuid(folder.uuid()));
      CommandLine line = CommandLine.of(live, capabilities, folder);
      process = RealQemu.start(qemu, folder, line.arguments());
      monitor = Monitor.connect(call, folder.path(MachineFile.QMP_SOCKET), new Deaf());
      line.prepare(call, monitor);
    }

    JsonNode ask(String command) {
      return monitor.ask(call, command);
    }

    JsonNode ask(String command, ObjectNode arguments) {
      return monitor.ask(call, command, arguments);
    }

    JsonNode property(String alias, String property) {
      return ask(
          "qom-get",
          object().put("path", "/machine/peripheral/" + alias).put("property", property));
    }

    void unplug(String alias) {
      try (EventWait gone =
          monitor.expect(event ->
              event.name().equals("DEVICE_DELETED")
                  && event.data().path("device").asText().equals(alias))) {
        ask("device_del", object().put("id", alias));
        assertThat(gone.await(call, call.deadline())).isPresent();
      }
    }

    List<String> devices() {
      return texts(ask("qom-list", object().put("path", "/machine/peripheral")), "name");
    }

    @Override
    public void close() {
      monitor.close();
    }
  }

  private record Deaf() implements Monitor.Observer {
    @Override
    public void happened(Monitor monitor, QmpEvent event) {}

    @Override
    public void missed(Monitor monitor) {}

    @Override
    public void gone(Monitor monitor, HypervisorException cause) {}
  }

  private static ObjectNode object() {
    return JsonNodeFactory.instance.objectNode();
  }

  private static List<String> texts(JsonNode all, String field) {
    return StreamSupport.stream(all.spliterator(), false)
        .map(it -> it.path(field).asText())
        .toList();
  }

  private static JsonNode find(JsonNode all, String field, String value) {
    for (JsonNode it : all) {
      if (it.path(field).asText().equals(value)) {
        return it;
      }
    }
    throw new AssertionError("no " + value + " among " + all);
  }

  private static String domain(String machine, String elements, String devices) {
    return CommandLines.domain(machine, elements, devices)
        .replace("type='kvm'", "type='qemu'")
        .replace("<memory unit='MiB'>512<", "<memory unit='MiB'>128<");
  }

  private String image(String name) throws IOException {
    Path file = files.resolve(name);
    try (RandomAccessFile image = new RandomAccessFile(file.toFile(), "rw")) {
      image.setLength(1 << 20);
    }
    return file.toString().replace("&", "&amp;").replace("'", "&apos;").replace("<", "&lt;");
  }

  private String disk(String file, String more, String target) throws IOException {
    return "<disk type='file' device='disk'><source file='%s'/>%s%s</disk>"
        .formatted(image(file), more, target);
  }

  @ParameterizedTest
  @MethodSource("io.kvmsdk.qmp.direct.RealQemu#all")
  void theMachineIsThereAndItsGuestWaits(Path qemu) throws Exception {
    String xml =
        domain(
            "q35",
            """
            <currentMemory unit='MiB'>96</currentMemory>
            <maxMemory unit='MiB' slots='4'>1024</maxMemory>
            <vcpu current='2'>8</vcpu>
            <cpu mode='custom'><model>Nehalem</model><topology sockets='2' dies='1' cores='2' threads='2'/>
              <feature policy='disable' name='sse4.2'/></cpu>
            <features><acpi/><apic/><pmu state='off'/><vmport state='off'/><vmcoreinfo state='on'/></features>
            <clock offset='localtime'><timer name='rtc' tickpolicy='catchup' track='guest'/>
              <timer name='hpet' present='no'/><timer name='pit' tickpolicy='delay'/></clock>
            <pm><suspend-to-mem enabled='no'/><suspend-to-disk enabled='no'/></pm>
            <memoryBacking><source type='memfd'/><access mode='shared'/><nosharepages/></memoryBacking>
            <iothreads>2</iothreads>
            """,
            "");
    try (Started machine = new Started(qemu, xml)) {
      JsonNode status = machine.ask("query-status");
      assertThat(status.path("running").asBoolean()).isFalse();
      assertThat(status.path("status").asText()).isIn("prelaunch", "paused");
      assertThat(machine.ask("query-name").path("name").asText()).isEqualTo("web-1");
      assertThat(machine.ask("query-uuid").path("UUID").asText())
          .isEqualTo(folder.uuid().toString());
      assertThat(machine.ask("query-cpus-fast")).hasSize(2);
      assertThat(machine.ask("query-hotpluggable-cpus")).hasSize(8);
      assertThat(machine.ask("query-balloon").path("actual").asLong()).isEqualTo(128L << 20);
      assertThat(machine.ask("query-memory-size-summary").path("base-memory").asLong())
          .isEqualTo(128L << 20);
      JsonNode memory = find(machine.ask("query-memdev"), "id", "pc.ram");
      assertThat(memory.path("share").asBoolean()).isTrue();
      assertThat(memory.path("merge").asBoolean()).isFalse();
      assertThat(texts(machine.ask("query-iothreads"), "id"))
          .containsExactlyInAnyOrder("iothread1", "iothread2");
      assertThat(machine.devices()).contains("balloon0", "vmcoreinfo0", "pci.1");
    }
  }

  @ParameterizedTest
  @MethodSource("io.kvmsdk.qmp.direct.RealQemu#all")
  void disksOfAllBuses(Path qemu) throws Exception {
    String empty = "<disk type='file' device='cdrom'><target dev='%s' bus='%s'/><readonly/></disk>";
    String devices =
        disk(
                "a,b=c 'ü\".img",
                """
                <driver name='qemu' type='raw' cache='none' io='threads' discard='unmap'
                  detect_zeroes='unmap' error_policy='stop' queues='2'/>
                <serial>S,1</serial><iotune><total_iops_sec>100</total_iops_sec>
                <read_bytes_sec>1048576</read_bytes_sec><group_name>slow</group_name></iotune>
                <blockio logical_block_size='512' physical_block_size='4096'/>
                """,
                "<target dev='vda' bus='virtio'/>")
            + disk(
                "cow.img",
                "<driver name='qemu' type='raw' cache='writethrough' copy_on_read='on'/>",
                "<target dev='vdb' bus='virtio'/><alias name='ua-a-name-longer-than-31-characters'/>")
            + disk("scsi.img", "<vendor>ACME</vendor>", "<target dev='sda' bus='scsi'/>")
            + disk("sata.img", "", "<target dev='sdb' bus='sata' rotation_rate='1'/>")
            + disk("usb.img", "", "<target dev='sdc' bus='usb' removable='on'/>")
            + empty.formatted("sdd", "sata")
            + empty.formatted("sde", "scsi");
    try (Started machine = new Started(qemu, domain("q35", "", devices))) {
      assertThat(machine.devices())
          .contains(
              "virtio-disk0",
              "ua-a-name-longer-than-31-characters",
              "scsi0-0-0-0",
              "sata0-0-1",
              "usb-disk2",
              "sata0-0-3",
              "scsi0-0-0-4");
      JsonNode blocks = machine.ask("query-block");
      JsonNode first = find(blocks, "qdev", "/machine/peripheral/virtio-disk0/virtio-backend");
      JsonNode inserted = first.path("inserted");
      assertThat(inserted.path("node-name").asText()).isEqualTo("virtio-disk0-format");
      assertThat(inserted.path("image").path("filename").asText()).endsWith("a,b=c 'ü\".img");
      assertThat(inserted.path("cache").path("direct").asBoolean()).isTrue();
      assertThat(inserted.path("detect_zeroes").asText()).isEqualTo("unmap");
      assertThat(inserted.path("iops").asInt()).isEqualTo(100);
      assertThat(inserted.path("bps_rd").asInt()).isEqualTo(1 << 20);
      assertThat(inserted.path("group").asText()).isEqualTo("slow");
      assertThat(machine.property("virtio-disk0", "serial").asText()).isEqualTo("S,1");
      assertThat(machine.property("virtio-disk0", "werror").asText()).isEqualTo("stop");
      JsonNode second =
          find(
              blocks,
              "qdev",
              "/machine/peripheral/ua-a-name-longer-than-31-characters/virtio-backend");
      assertThat(second.path("inserted").path("drv").asText()).isEqualTo("copy-on-read");
      assertThat(find(blocks, "qdev", "sata0-0-3").has("inserted")).isFalse();
      assertThat(machine.property("scsi0-0-0-0", "vendor").asText()).isEqualTo("ACME");
      assertThat(machine.property("virtio-disk0", "bootindex").asInt()).isEqualTo(1);
    }
  }

  @ParameterizedTest
  @MethodSource("io.kvmsdk.qmp.direct.RealQemu#all")
  void theOlderMachine(Path qemu) throws Exception {
    String devices =
        disk("ide.img", "", "<target dev='hda'/>")
            + disk("virtio.img", "", "<target dev='vda'/>")
            + disk("sata.img", "", "<target dev='sda' bus='sata'/>")
            + disk("lsi.img", "", "<target dev='sdb' bus='scsi'/>")
            + "<disk type='file' device='floppy'><target dev='fda' bus='fdc'/></disk>"
            + "<controller type='scsi' index='0' model='lsilogic'/>"
            + "<controller type='usb' index='0' model='piix3-uhci'/>"
            + "<controller type='pci' index='1' model='pci-bridge'/>"
            + "<interface type='user'><model type='rtl8139'/>"
            + "<address type='pci' bus='0x01' slot='0x03'/></interface>"
            + "<interface type='user'><model type='e1000'/></interface>"
            + "<input type='tablet' bus='usb'/><panic model='isa'/>"
            + "<watchdog model='i6300esb' action='poweroff'/>"
            + "<video><model type='cirrus'/></video>";
    try (Started machine = new Started(qemu, domain("pc", "", devices))) {
      assertThat(machine.devices())
          .contains(
              "ide0-0-0",
              "virtio-disk0",
              "sata0-0-0",
              "scsi0-0-0-1",
              "fdc0-0-0",
              "usb",
              "pci.1",
              "net0",
              "net1",
              "input0",
              "panic0",
              "watchdog0",
              "video0");
      assertThat(machine.property("usb", "addr").asText()).isIn("01.2", "10");
      JsonNode buses = machine.ask("query-pci").get(0).path("devices");
      assertThat(find(buses, "qdev_id", "video0").path("slot").asInt()).isEqualTo(2);
    }
  }

  @ParameterizedTest
  @MethodSource("io.kvmsdk.qmp.direct.RealQemu#all")
  void interfaces(Path qemu) throws Exception {
    String devices =
        """
        <interface type='user'><mac address='52:54:00:11:22:33'/><model type='virtio'/>
          <driver rx_queue_size='512'><host csum='off'/></driver><link state='down'/><mtu size='1400'/>
          <ip family='ipv4' address='172.17.2.0' prefix='24'/><rom enabled='no'/></interface>
        <interface type='user'><model type='e1000e'/><boot order='1'/></interface>
        <interface type='mcast'><source address='230.0.0.1' port='5558'/></interface>
        <interface type='udp'><source address='127.0.0.1' port='11115'>
          <local address='127.0.0.1' port='11116'/></source></interface>
        """;
    try (Started machine = new Started(qemu, domain("q35", "", devices))) {
      assertThat(machine.devices()).contains("net0", "net1", "net2", "net3");
      assertThat(machine.property("net0", "mac").asText()).isEqualTo("52:54:00:11:22:33");
      assertThat(machine.property("net0", "netdev").asText()).isEqualTo("hostnet0");
      assertThat(machine.property("net0", "host_mtu").asInt()).isEqualTo(1400);
      assertThat(machine.property("net1", "bootindex").asInt()).isEqualTo(1);
      String network =
          machine
              .ask("human-monitor-command", object().put("command-line", "info network"))
              .asText();
      assertThat(network).contains("hostnet2").contains("230.0.0.1").contains("net=172.17.2.0");
    }
  }

  @ParameterizedTest
  @MethodSource("io.kvmsdk.qmp.direct.RealQemu#all")
  void portsAndWhereTheyGo(Path qemu) throws Exception {
    Path log = files.resolve("out,id=x.log");
    Path socket = files.resolve("s,1.sock");
    String devices =
        """
        <serial type='pty'/>
        <serial type='file'><source path='%1$s' append='on'/><log file='%1$s.log'/></serial>
        <serial type='unix'><source mode='bind' path='%2$s'/><target type='pci-serial'/></serial>
        <serial type='tcp'><source mode='connect' host='127.0.0.1' service='9'>
          <reconnect enabled='yes' timeout='7'/></source><target type='isa-serial' port='3'/></serial>
        <console type='pty'/>
        <console type='null'><target type='virtio'/></console>
        <channel type='unix'><target type='virtio' name='org.qemu.guest_agent.0'/></channel>
        <channel type='null'><target type='virtio' name='a,b'/>
          <address type='virtio-serial' controller='0' bus='0' port='9'/></channel>
        <rng model='virtio'><rate bytes='1024' period='500'/><backend model='random'>/dev/urandom</backend></rng>
        <rng model='virtio'><backend model='builtin'/></rng>
        <memballoon model='virtio' autodeflate='on' freePageReporting='on'><stats period='5'/></memballoon>
        """
            .formatted(log, socket);
    try (Started machine = new Started(qemu, domain("q35", "", devices))) {
      assertThat(machine.devices())
          .contains(
              "serial0",
              "serial1",
              "serial2",
              "serial3",
              "console0",
              "channel0",
              "channel1",
              "virtio-serial0",
              "rng0",
              "rng1",
              "balloon0");
      JsonNode ports = machine.ask("query-chardev");
      assertThat(find(ports, "label", "charserial0").path("filename").asText())
          .startsWith("pty:/dev/");
      assertThat(find(ports, "label", "charserial1").path("filename").asText()).isEqualTo("file");
      assertThat(find(ports, "label", "charserial2").path("filename").asText())
          .contains("s,1.sock")
          .contains("server=on");
      assertThat(log).exists();
      assertThat(Path.of(log + ".log")).exists();
      assertThat(socket).exists();
      assertThat(folder.path(MachineFile.AGENT_SOCKET)).exists();
      assertThat(machine.property("channel1", "nr").asInt()).isEqualTo(9);
      assertThat(machine.property("channel1", "name").asText()).isEqualTo("a,b");
      assertThat(machine.property("balloon0", "guest-stats-polling-interval").asInt()).isEqualTo(5);
      assertThat(machine.property("balloon0", "free-page-reporting").asBoolean()).isTrue();
      assertThat(machine.property("rng0", "max-bytes").asInt()).isEqualTo(1024);
    }
  }

  @ParameterizedTest
  @MethodSource("io.kvmsdk.qmp.direct.RealQemu#all")
  void graphicalConsoles(Path qemu) throws Exception {
    String password = "s3cret,=\"";
    String devices =
        """
        <graphics type='vnc' port='-1' autoport='yes' passwd='%s' passwdValidTo='2050-01-01T00:00:00'
          keymap='de' sharePolicy='force-shared'><listen type='address' address='127.0.0.1'/></graphics>
        <video><model type='virtio' heads='2'/></video>
        <video><model type='bochs' vram='16384'/></video>
        <input type='keyboard' bus='virtio'/><input type='tablet' bus='usb'/><input type='mouse' bus='ps2'/>
        <audio id='1' type='none'/>
        """
            .formatted(password.replace("\"", "&quot;"));
    try (Started machine = new Started(qemu, domain("q35", "", devices))) {
      JsonNode vnc = machine.ask("query-vnc");
      assertThat(vnc.path("enabled").asBoolean()).isTrue();
      assertThat(vnc.path("auth").asText()).isEqualTo("vnc");
      assertThat(machine.devices()).contains("video0", "video1", "input0", "input1", "usb");
      String arguments = Files.readString(Path.of("/proc/" + machine.process.pid() + "/cmdline"));
      assertThat(arguments).contains("web-1").doesNotContain("s3cret");
      assertThat(machine.live.toString()).doesNotContain("s3cret");
    }
  }

  @ParameterizedTest
  @MethodSource("io.kvmsdk.qmp.direct.RealQemu#all")
  void sixteenDevicesAreHotPlugged(Path qemu) throws Exception {
    try (Started machine =
        new Started(qemu, domain("q35", "", disk("a.img", "", "<target dev='vda'/>")))) {
      DomainDefinition live = machine.live;
      List<String> plugged = new ArrayList<>();
      for (int i = 0; i < PciPlaces.SPARE_PORTS; i++) {
        String target = "vd" + (char) ('b' + i);
        Disk wanted = Disk.virtio(target, DiskSource.file(image(target))).build();
        Disk disk = LiveDefinition.plugged(live, wanted);
        QemuDisk parts = QemuDisk.of("disk", live, disk, Optional.empty());
        parts.nodes().forEach(node -> machine.ask("blockdev-add", node));
        machine.ask("device_add", parts.device());
        plugged.add(disk.alias().orElseThrow());
        live = live.toBuilder().addDisk(disk).build();
      }
      assertThat(machine.devices()).containsAll(plugged);
      DomainDefinition full = live;
      NetworkInterface one = NetworkInterface.virtio().user().build();
      assertThatThrownBy(() -> LiveDefinition.plugged(full, one))
          .isInstanceOf(ResourcesExhaustedException.class)
          .hasMessageContaining("pcie-root-port");
    }
  }

  @ParameterizedTest
  @MethodSource("io.kvmsdk.qmp.direct.RealQemu#all")
  void whatIsHotPluggedIsTakenOutAgain(Path qemu) throws Exception {
    try (Started machine =
        new Started(qemu, domain("q35", "", disk("a.img", "", "<target dev='sda' bus='scsi'/>")))) {
      DomainDefinition live = machine.live;
      for (Disk wanted :
          List.of(
              Disk.virtio("vda", DiskSource.file(image("v"))).build(),
              Disk.scsi("sdb", DiskSource.file(image("s"))).build())) {
        Disk disk = LiveDefinition.plugged(live, wanted);
        QemuDisk parts = QemuDisk.of("disk", live, disk, Optional.empty());
        parts.nodes().forEach(node -> machine.ask("blockdev-add", node));
        machine.ask("device_add", parts.device());
        live = live.toBuilder().addDisk(disk).build();
      }
      NetworkInterface network =
          LiveDefinition.plugged(live, NetworkInterface.virtio().user().build());
      QemuInterface parts = QemuInterface.of("interface", live, network, Optional.empty());
      machine.ask("netdev_add", parts.netdev());
      machine.ask("device_add", parts.device());
      assertThat(machine.devices()).contains("virtio-disk0", "scsi0-0-0-1", "net0");
      // A SCSI disk needs no consent of a guest; what sits on a port does, and no guest is there.
      machine.unplug("scsi0-0-0-1");
      QemuDisk scsi = QemuDisk.of("disk", live, live.disk("sdb").orElseThrow(), Optional.empty());
      for (String node : scsi.nodeNames()) {
        machine.ask("blockdev-del", object().put("node-name", node));
      }
      assertThat(machine.devices()).doesNotContain("scsi0-0-0-1");
      assertThat(texts(machine.ask("query-named-block-nodes"), "node-name"))
          .contains("virtio-disk0-format")
          .doesNotContain("scsi0-0-0-1-format", "scsi0-0-0-1-storage");
    }
  }
}
