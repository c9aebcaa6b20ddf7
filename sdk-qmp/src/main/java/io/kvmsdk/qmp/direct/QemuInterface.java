package io.kvmsdk.qmp.direct;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.kvmsdk.domain.definition.DomainDefinition;
import io.kvmsdk.domain.definition.VirtType;
import io.kvmsdk.domain.device.Rom;
import io.kvmsdk.domain.network.GuestOffloads;
import io.kvmsdk.domain.network.HostOffloads;
import io.kvmsdk.domain.network.InterfaceDriver;
import io.kvmsdk.domain.network.InterfaceDriverName;
import io.kvmsdk.domain.network.InterfaceModel;
import io.kvmsdk.domain.network.LinkState;
import io.kvmsdk.domain.network.NetworkInterface;
import io.kvmsdk.domain.network.source.BridgeInterfaceSource;
import io.kvmsdk.domain.network.source.ClientInterfaceSource;
import io.kvmsdk.domain.network.source.EthernetInterfaceSource;
import io.kvmsdk.domain.network.source.InterfaceSource;
import io.kvmsdk.domain.network.source.McastInterfaceSource;
import io.kvmsdk.domain.network.source.ServerInterfaceSource;
import io.kvmsdk.domain.network.source.UdpInterfaceSource;
import io.kvmsdk.domain.network.source.UserInterfaceSource;
import io.kvmsdk.network.AddressFamily;
import io.kvmsdk.network.InterfaceIp;
import io.kvmsdk.qmp.QmpCommand;
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
      for (InterfaceIp ip : it.ips()) {
        if (ip.family().orElse(AddressFamily.IPV4).equals(AddressFamily.IPV4)) {
          netdev.put("net", ip.address() + "/" + ip.prefix().orElse(24));
        } else {
          netdev.put("ipv6-prefix", ip.address()).put("ipv6-prefixlen", ip.prefix());
        }
      }
      return netdev;
    }

    private QemuJson socket(InterfaceSource source) {
      QemuJson socket = of("socket");
      if (source instanceof McastInterfaceSource group) {
        return socket.put("mcast", place(group.address(), group.port()));
      }
      if (source instanceof ServerInterfaceSource server) {
        return socket.put("listen", place(server.address().orElse(""), server.port()));
      }
      if (source instanceof ClientInterfaceSource client) {
        return socket.put("connect", place(client.address(), client.port()));
      }
      if (source instanceof UdpInterfaceSource udp) {
        return socket
            .put("udp", place(udp.address(), udp.port()))
            .put("localaddr", place(udp.localAddress(), udp.localPort()));
      }
      throw Refusal.unknown(path + "/@type", source.type(), "user or ethernet");
    }

    private static String place(String host, int port) {
      return (host.contains(":") ? "[" + host + "]" : host) + ":" + port;
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
      VirtioOptions.of(driver).put(device);
      driver.host().ifPresent(host -> offloads(device, host));
      driver.guest().ifPresent(guest -> offloads(device, guest));
    }

    private static void offloads(QemuJson device, HostOffloads host) {
      device.put("csum", host.checksum()).put("gso", host.genericSegmentation());
      device.put("mrg_rxbuf", host.mergeableBuffers());
      device.put("host_tso4", host.tcp4Segmentation());
      device.put("host_tso6", host.tcp6Segmentation());
      device.put("host_ecn", host.congestionNotification());
      device.put("host_ufo", host.udpFragmentation());
    }

    private static void offloads(QemuJson device, GuestOffloads guest) {
      device.put("guest_csum", guest.checksum());
      device.put("guest_tso4", guest.tcp4Segmentation());
      device.put("guest_tso6", guest.tcp6Segmentation());
      device.put("guest_ecn", guest.congestionNotification());
      device.put("guest_ufo", guest.udpFragmentation());
    }

    private void rom(QemuJson device) {
      device.put("rombar", it.rom().flatMap(Rom::bar).map(bar -> bar ? 1 : 0));
      if (it.rom().flatMap(Rom::enabled).orElse(true)) {
        Optional<String> file = it.rom().flatMap(Rom::file);
        device.put("romfile", file.map(f -> Refusal.absolute(path + "/rom/@file", f)));
      } else {
        device.put("romfile", "");
      }
    }
  }
}
