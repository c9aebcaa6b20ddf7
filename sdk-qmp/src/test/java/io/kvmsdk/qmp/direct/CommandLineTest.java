package io.kvmsdk.qmp.direct;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.kvmsdk.domain.definition.DomainDefinition;
import io.kvmsdk.error.HypervisorException;
import io.kvmsdk.host.Version;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the parts of a definition become. */
class CommandLineTest {

  private static CommandLines devices(String devices) {
    return CommandLines.ofXml(CommandLines.domain(devices));
  }

  private static CommandLines elements(String elements) {
    return CommandLines.ofXml(CommandLines.domain("q35", elements, ""));
  }

  private static String disk(String driver, String more) {
    return "<disk type='file'><driver name='qemu' %s/><source file='/a'/><target dev='vda'/>%s</disk>"
        .formatted(driver, more);
  }

  @Test
  void guestsWaitUntilAllIsSaid() {
    CommandLines made = elements("");
    assertThat(made.arguments()).contains("-S", "-nodefaults", "-no-user-config");
    assertThat(made.one("-display")).isEqualTo("none");
    assertThat(made.one("-accel")).isEqualTo("kvm");
    assertThat(made.one("-sandbox")).startsWith("on,obsolete=deny");
    assertThat(made.all("-chardev").get(0)).contains("qmp.sock,server=on,wait=off");
    assertThat(made.one("-action")).isEqualTo("reboot=reset,shutdown=poweroff,panic=shutdown");
    assertThat(made.line().commands()).isEmpty();
  }

  @Test
  void whatTheGuestsEndMeans() {
    CommandLines made =
        elements(
            "<on_poweroff>restart</on_poweroff><on_reboot>destroy</on_reboot>"
                + "<on_crash>preserve</on_crash>");
    assertThat(made.one("-action")).isEqualTo("reboot=shutdown,shutdown=pause,panic=pause");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "kvm|''|host,migratable=on",
        "qemu|''|qemu64",
        "kvm|<cpu mode='host-passthrough' migratable='off'/>|host,migratable=off",
        "kvm|<cpu mode='host-model'/>|host,migratable=on",
        "qemu|<cpu mode='host-model'/>|max",
        "qemu|<cpu mode='maximum'/>|max",
        "qemu|<cpu mode='custom'><model>Nehalem</model><feature name='lahf_lm'/></cpu>|Nehalem,lahf-lm=on",
        "kvm|<cpu mode='custom' check='full'><model>EPYC</model><feature name='svm' policy='disable'/></cpu>"
            + "|EPYC,svm=off,enforce",
      })
  void cpus(String type, String cpu, String expected) {
    String xml = CommandLines.domain("q35", cpu.replace("''", ""), "");
    CommandLines made = CommandLines.ofXml(xml.replace("type='kvm'", "type='" + type + "'"));
    assertThat(made.one("-cpu")).isEqualTo(expected);
    assertThat(made.one("-accel")).isEqualTo(type.equals("kvm") ? "kvm" : "tcg,thread=multi");
  }

  @Test
  void cpusThatComeLaterHaveTheirPlaces() {
    assertThat(elements("<vcpu current='2'>8</vcpu>").one("-smp"))
        .isEqualTo("cpus=2,maxcpus=8,sockets=8,cores=1,threads=1");
    assertThat(
            elements(
                    "<vcpu current='3'>8</vcpu><cpu><topology sockets='2' cores='2' threads='2'/></cpu>")
                .one("-smp"))
        .isEqualTo("cpus=3,maxcpus=8,sockets=2,cores=2,threads=2");
  }

  @ParameterizedTest
  @CsvSource({
    "none,true,false,on",
    "writeback,false,false,on",
    "writethrough,false,false,off",
    "directsync,true,false,off",
    "unsafe,false,true,on"
  })
  void cacheModes(String mode, boolean direct, boolean noFlush, String writeCache) {
    CommandLines made = devices(disk("type='qcow2' cache='" + mode + "'", ""));
    for (String node : new String[] {"virtio-disk0-storage", "virtio-disk0-format"}) {
      JsonNode cache = made.node(node).path("cache");
      assertThat(cache.path("direct").asBoolean()).isEqualTo(direct);
      assertThat(cache.path("no-flush").asBoolean()).isEqualTo(noFlush);
    }
    assertThat(made.device("virtio-disk0").path("write-cache").asText()).isEqualTo(writeCache);
  }

  @Test
  void aChainThatIsSaidIsTheChainThatIsOpened() {
    CommandLines made =
        devices(
            disk(
                "type='qcow2'",
                "<backingStore type='file'><format type='qcow2'/><source file='/b'/>"
                    + "<backingStore type='file'><format type='raw'/><source file='/c'/>"
                    + "<backingStore/></backingStore></backingStore>"));
    assertThat(made.node("virtio-disk0-format").path("backing").asText())
        .isEqualTo("virtio-disk0-1-format");
    assertThat(made.node("virtio-disk0-1-format").path("backing").asText())
        .isEqualTo("virtio-disk0-2-format");
    assertThat(made.node("virtio-disk0-2-storage").path("filename").asText()).isEqualTo("/c");
    assertThat(made.node("virtio-disk0-1-format").path("read-only").asBoolean()).isTrue();
    CommandLines end = devices(disk("type='qcow2'", "<backingStore/>"));
    assertThat(end.node("virtio-disk0-format").path("backing").isNull()).isTrue();
    CommandLines open = devices(disk("type='qcow2'", ""));
    assertThat(open.node("virtio-disk0-format").has("backing")).isFalse();
  }

  @Test
  void limitsAreSetBeforeTheGuestRuns() {
    JsonNode limits =
        devices(disk("", "<iotune><write_bytes_sec>9</write_bytes_sec></iotune>"))
            .command("block_set_io_throttle");
    assertThat(limits.path("id").asText())
        .isEqualTo("/machine/peripheral/virtio-disk0/virtio-backend");
    assertThat(limits.path("bps_wr").asInt()).isEqualTo(9);
    assertThat(limits.path("iops").asInt(-1)).isZero();
  }

  @Test
  void theFirmwareTriesWhatIsSaid() {
    String devices =
        disk("", "")
            + "<interface type='user'/><disk type='file' device='cdrom'><target dev='sdb' bus='sata'/></disk>";
    CommandLines usual = devices(devices);
    assertThat(usual.device("virtio-disk0").path("bootindex").asInt()).isEqualTo(1);
    assertThat(usual.device("net0").has("bootindex")).isFalse();
    CommandLines said =
        CommandLines.ofXml(
            CommandLines.domain(devices)
                .replace("</os>", "<boot dev='network'/><boot dev='cdrom'/></os>"));
    assertThat(said.device("net0").path("bootindex").asInt()).isEqualTo(1);
    assertThat(said.device("sata0-0-1").path("bootindex").asInt()).isEqualTo(2);
    assertThat(said.device("virtio-disk0").has("bootindex")).isFalse();
  }

  @Test
  void reconnectingIsSpelledAsTheVersionWantsIt() {
    DomainDefinition definition =
        DomainDefinition.fromXml(
            CommandLines.domain(
                "<serial type='unix'><source mode='connect' path='/s'>"
                    + "<reconnect enabled='yes' timeout='5'/></source></serial>"));
    assertThat(CommandLines.of(definition).all("-chardev").get(1)).endsWith(",reconnect=5");
    assertThat(CommandLines.of(definition, new Version(10, 0, 0)).all("-chardev").get(1))
        .endsWith(",reconnect-ms=5000");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "<disk type='file'><target dev='vda'/></disk>|domain/devices/disk/source",
        "<disk type='file'><source file='a'/><target dev='vda'/></disk>|domain/devices/disk/source/@file",
        "<disk type='file'><source file='/a'/><target dev='foo'/></disk>|domain/devices/disk/target/@dev",
        "<disk type='file'><source file='/a'/><target dev='hda'/></disk>|domain/devices/disk/target/@bus",
        "<disk type='file'><driver queues='4'/><source file='/a'/><target dev='sda' bus='sata'/></disk>"
            + "|domain/devices/disk/driver/@queues",
        "<disk type='file'><driver type='vmfs'/><source file='/a'/><target dev='vda'/></disk>"
            + "|domain/devices/disk/driver/@type",
        "<interface type='user'><driver queues='4'/></interface>|domain/devices/interface/driver/@queues",
        "<interface type='user'><model type='ne2k'/></interface>|domain/devices/interface/model/@type",
        "<serial type='unix'/>|domain/devices/serial/source/@path",
        "<console type='pty'/><console type='pty'/>|domain/devices/console[2]/target/@type",
        "<memballoon model='none'><stats period='5'/></memballoon>|domain/devices/memballoon/@model",
        "<graphics type='vnc' port='80'/>|domain/devices/graphics/@port",
        "<disk type='file'><source file='/a'/><backingStore type='file'/><target dev='vda'/></disk>"
            + "|domain/devices/disk/backingStore/source/@file",
        "<input type='tablet' bus='usb'><address type='pci' slot='9'/></input>"
            + "|domain/devices/input/address/@type",
        "<controller type='pci' model='pci-bridge' index='1'><target port='1'/></controller>"
            + "|domain/devices/controller[1]/target/@port",
        "<video><model type='qxl' heads='4294967296'/></video>|domain/devices/video/model/@heads",
        "<video><model type='vga' vram='9223372036854775808'/></video>|domain/devices/video/model/@vram",
      })
  void whatCannotBeIsRefusedByItsPath(String devices, String path) {
    assertThatThrownBy(() -> devices(devices))
        .isInstanceOf(HypervisorException.class)
        .hasMessageContaining(path);
  }

  @Test
  void anEmulatedCpuIsNotTheHosts() {
    String xml = CommandLines.domain("q35", "<cpu mode='host-passthrough'/>", "");
    assertThatThrownBy(() -> CommandLines.ofXml(xml.replace("type='kvm'", "type='qemu'")))
        .hasMessageContaining("domain/cpu/@mode")
        .hasMessageContaining("maximum");
  }
}
