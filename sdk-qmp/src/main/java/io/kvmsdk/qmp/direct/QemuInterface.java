package io.kvmsdk.qmp.direct;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.kvmsdk.domain.definition.DomainDefinition;
import io.kvmsdk.domain.definition.VirtType;
import io.kvmsdk.domain.network.source.BridgeInterfaceSource;
import io.kvmsdk.domain.network.source.EthernetInterfaceSource;
import io.kvmsdk.domain.network.InterfaceDriver;
import io.kvmsdk.domain.network.InterfaceDriverName;
import io.kvmsdk.domain.network.InterfaceModel;
import io.kvmsdk.domain.network.source.InterfaceSource;
import io.kvmsdk.domain.network.LinkState;
import io.kvmsdk.domain.network.NetworkInterface;
import io.kvmsdk.domain.network.source.UserInterfaceSource;
import io.kvmsdk.qmp.QmpCommand;
import io.kvmsdk.xml.Extras;
import io.kvmsdk.xml.XmlElement;
import java.util.List;
import java.util.Optional;

/**
 * One network interface in QEMU's terms, for the command line and for hot plug alike.
 *
 * @param netdev the side of the host ({@code netdev_add}); its id is {@code host} and the alias
 * @param device the side of the guest, whose id is the alias ({@code device_add})
 * @param link what takes the link down once the device is there; empty if it is up
 */
record QemuInterface(ObjectNode netdev, ObjectNode device, Optional<QmpCommand<JsonNode>> link) {

  private static final List<String> EXPRESS = List.of("e1000e", "igb", "vmxnet3");
  private static final List<String> CONVENTIONAL = List.of("e1000", "rtl8139", "ne2k_pci", "pcnet");
  private static final List<String> HOST_OFFLOADS = List.of("tso4", "tso6", "ecn", "ufo");
  private static final List<String> GUEST_OFFLOADS = List.of("csum", "tso4", "tso6", "ecn", "ufo");

  /**
   * Of an interface that {@link LiveDefinition} has completed.
   *
   * @param live the machine's completed definition
   * @param bootIndex its place in the machine's boot order; its own is taken where this is empty
   */
  static QemuInterface of(
      String path, DomainDefinition live, NetworkInterface it, Optional<Integer> bootIndex) {
    String alias = it.alias().orElseThrow();
    boolean down = it.linkState().filter(LinkState.DOWN::equals).isPresent();
    QemuJson setLink = QemuJson.object().put("name", alias).put("up", false);
    return new QemuInterface(
        new Host(path, live, it).netdev().node(),
        new Guest(path, live, it).device(bootIndex.or(it::bootOrder)).node(),
        down ? Optional.of(QmpCommand.of("set_link", setLink.node())) : Optional.empty());
  }

  /** The id of the host's side. */
  String netdevId() {
    return netdev.path("id").asText();
  }

  /** Whether it may sit on PCI Express. */
  static boolean isExpress(NetworkInterface it) {
    String model = model(it);
    return VirtioModel.isVirtio(model) ? VirtioModel.isExpress(model) : EXPRESS.contains(model);
  }

  private static String model(NetworkInterface it) {
    return it.model().map(InterfaceModel::value).orElse("virtio");
  }

  private static InterfaceDriver driver(NetworkInterface it) {
    return it.driver().orElse(InterfaceDriver.DEFAULT);
  }

  private record Host(String path, DomainDefinition live, NetworkInterface it) {

    QemuJson netdev() {
      InterfaceSource source = it.source();
      boolean tap = source instanceof EthernetInterfaceSource;
      if (!tap && driver(it).queues().orElse(1) > 1) {
        throw only("/driver/@queues", "several queues");
      }
      if (!tap && driver(it).name().filter(InterfaceDriverName.VHOST::equals).isPresent()) {
        throw only("/driver/@name", "vhost");
      }
      if (!tap && it.targetDevice().isPresent()) {
        throw only("/target/@dev", "the name of a device of the host");
      }
      if (tap) {
        return tap();
      }
      if (source instanceof UserInterfaceSource) {
        return user();
      }
      if (source instanceof BridgeInterfaceSource bridge) {
        String name = bridge.bridge().orElse("");
        if (name.isEmpty()) {
          throw Refusal.invalid(path + "/source/@bridge", name, "the name of a bridge");
        }
        return of("bridge").put("br", name);
      }
      return socket(source);
    }

    private RuntimeException only(String at, String what) {
      return Refusal.unsupported(
          path + at,
          "QEMU has " + what + " only with a tap device",
          "make the tap device and use an interface of type ethernet with target dev");
    }

    private QemuJson of(String type) {
      return QemuJson.object().put("type", type).put("id", "host" + it.alias().orElseThrow());
    }

    /** QEMU takes the device of that name if it is there; else it makes one, which root may. */
    private QemuJson tap() {
      QemuJson netdev = of("tap").put("ifname", it.targetDevice());
      netdev.put("script", "no").put("downscript", "no").put("queues", driver(it).queues());
      boolean virtio = VirtioModel.isVirtio(model(it));
      Optional<InterfaceDriverName> name = driver(it).name();
      if (name.isPresent() && name.get().equals(InterfaceDriverName.VHOST)) {
        return netdev.put("vhost", true).put("vhostforce", true);
      }
      // Not forced: QEMU goes on by itself where the host's kernel has no vhost-net.
      return netdev.put("vhost", virtio && name.isEmpty() && live.type().equals(VirtType.KVM));
    }

    private QemuJson user() {
      QemuJson netdev = of("user");
      for (XmlElement ip : it.extras().elements("ip")) {
        String address = ip.attribute("address").orElse("");
        Optional<String> prefix = ip.attribute("prefix");
        if (ip.attribute("family").orElse("ipv4").equals("ipv4")) {
          netdev.put("net", address + "/" + prefix.orElse("24"));
        } else {
          netdev.put("ipv6-prefix", address);
          netdev.put("ipv6-prefixlen", prefix.map(p -> Untyped.number(path + "/ip/@prefix", p)));
        }
      }
      return netdev;
    }

    private QemuJson socket(InterfaceSource source) {
      Extras extras = source.extras();
      String there = address(extras.attribute("address"), extras.attribute("port"));
      return switch (source.type()) {
        case "mcast" -> of("socket").put("mcast", there);
        case "server" -> of("socket").put("listen", there);
        case "client" -> of("socket").put("connect", there);
        case "udp" -> {
          XmlElement local = Untyped.child(extras, "local");
          String here = address(local.attribute("address"), local.attribute("port"));
          yield of("socket").put("udp", there).put("localaddr", here);
        }
        default -> throw Refusal.unknown(path + "/@type", source.type(), "user or ethernet");
      };
    }

    private String address(Optional<String> address, Optional<String> port) {
      String host = address.orElse("");
      long number = Untyped.number(path + "/source/@port", port.orElse(""));
      return (host.contains(":") ? "[" + host + "]" : host) + ":" + number;
    }
  }

  private record Guest(String path, DomainDefinition live, NetworkInterface it) {

    QemuJson device(Optional<Integer> bootIndex) {
      String alias = it.alias().orElseThrow();
      QemuJson device = QemuJson.device(driverName(), alias).put("netdev", "host" + alias);
      device.put("mac", it.mac()).put("bootindex", bootIndex);
      PciBuses.of(live).put(device, path, it.address());
      rom(device);
      boolean virtio = VirtioModel.isVirtio(model(it));
      if (virtio) {
        virtio(device);
      } else if (it.mtu().isPresent() || it.driver().isPresent()) {
        String at = it.mtu().isPresent() ? "/mtu" : "/driver";
        throw Refusal.unsupported(
            path + at, "QEMU has it for virtio only", "leave it out, or use the model virtio");
      }
      return device;
    }

    private String driverName() {
      String model = model(it);
      if (VirtioModel.isVirtio(model)) {
        return VirtioModel.driver("virtio-net", model);
      }
      if (!EXPRESS.contains(model) && !CONVENTIONAL.contains(model)) {
        throw Refusal.unknown(path + "/model/@type", model, "virtio, e1000e, e1000 or rtl8139");
      }
      return model;
    }

    private void virtio(QemuJson device) {
      InterfaceDriver driver = driver(it);
      int queues = driver.queues().orElse(1);
      if (queues < 1 || queues > 256) {
        throw Refusal.invalid(path + "/driver/@queues", queues, "1 to 256");
      }
      if (queues > 1) {
        // An interrupt for each direction of a queue, one for control and one for configuration.
        device.put("mq", true).put("vectors", 2 * queues + 2);
      }
      device.put("rx_queue_size", driver.rxQueueSize());
      device.put("tx_queue_size", driver.txQueueSize());
      device.put("host_mtu", it.mtu());
      VirtioModel.putOptions(device, driver.extras()::attribute);
      XmlElement host = Untyped.child(driver.extras(), "host");
      flag(device, "csum", host, "csum");
      flag(device, "gso", host, "gso");
      flag(device, "mrg_rxbuf", host, "mrg_rxbuf");
      HOST_OFFLOADS.forEach(name -> flag(device, "host_" + name, host, name));
      XmlElement guest = Untyped.child(driver.extras(), "guest");
      GUEST_OFFLOADS.forEach(name -> flag(device, "guest_" + name, guest, name));
    }

    private static void flag(QemuJson device, String property, XmlElement of, String attribute) {
      device.put(property, of.attribute(attribute).map("on"::equals));
    }

    private void rom(QemuJson device) {
      XmlElement rom = Untyped.child(it.extras(), "rom");
      device.put("rombar", rom.attribute("bar").map(bar -> bar.equals("on") ? 1 : 0));
      if (rom.attribute("enabled").orElse("yes").equals("no")) {
        device.put("romfile", "");
      } else {
        Optional<String> file = rom.attribute("file");
        device.put("romfile", file.map(f -> Refusal.absolute(path + "/rom/@file", f)));
      }
    }
  }
}
