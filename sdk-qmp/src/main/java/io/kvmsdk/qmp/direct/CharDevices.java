package io.kvmsdk.qmp.direct;

import io.kvmsdk.domain.chardev.Channel;
import io.kvmsdk.domain.chardev.Console;
import io.kvmsdk.domain.chardev.ConsoleTargetType;
import io.kvmsdk.domain.chardev.Serial;
import io.kvmsdk.domain.chardev.SerialModel;
import io.kvmsdk.domain.chardev.SerialTargetType;
import io.kvmsdk.domain.chardev.source.UnixCharSource;
import io.kvmsdk.domain.controller.Controller;
import io.kvmsdk.domain.controller.ControllerType;
import io.kvmsdk.domain.definition.DomainDefinition;
import io.kvmsdk.domain.device.DeviceAddress;
import io.kvmsdk.domain.device.PciDeviceAddress;
import io.kvmsdk.domain.device.VirtioSerialAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Serial ports, consoles and channels: what the guest sees of them. */
final class CharDevices {

  private final DomainDefinition live;
  private final CharBackends backends;
  private final PciBuses pci;

  /** Of a completed definition. */
  CharDevices(DomainDefinition live, CharBackends backends, PciBuses pci) {
    this.live = live;
    this.backends = backends;
    this.pci = pci;
  }

  /** Whether a console, if it is the first, is the first serial port under another name. */
  static boolean isFirstSerial(Console console) {
    return console.targetType().orElse(ConsoleTargetType.SERIAL).equals(ConsoleTargetType.SERIAL);
  }

  static boolean isVirtio(Console console) {
    return console.targetType().filter(ConsoleTargetType.VIRTIO::equals).isPresent();
  }

  static boolean isPci(Serial serial) {
    return kind(serial).equals("pci-serial");
  }

  static boolean isUsb(Serial serial) {
    return kind(serial).equals("usb-serial");
  }

  private static String kind(Serial serial) {
    boolean onPci = serial.address().filter(PciDeviceAddress.class::isInstance).isPresent();
    return serial
        .model()
        .map(SerialModel::value)
        .or(() -> serial.targetType().map(SerialTargetType::value))
        .orElse(onPci ? "pci-serial" : "isa-serial");
  }

  /**
   * Makes the first console and the first serial port one, as libvirt does: the port is made of the
   * console where there is none, else the console says what the port says.
   */
  static DomainDefinition withSerialOfConsole(DomainDefinition definition) {
    if (definition.consoles().isEmpty() || !isFirstSerial(definition.consoles().get(0))) {
      return definition;
    }
    Console console = definition.consoles().get(0);
    if (definition.serials().isEmpty()) {
      Serial serial =
          Serial.builder()
              .source(console.source())
              .protocol(console.protocol())
              .logFile(console.logFile())
              .logAppend(console.logAppend())
              .port(0)
              .alias(console.alias())
              .build();
      return definition.withSerials(serial);
    }
    Serial serial = definition.serials().get(0);
    List<Console> consoles = new ArrayList<>(definition.consoles());
    consoles.set(
        0,
        console.toBuilder()
            .source(serial.source())
            .protocol(serial.protocol())
            .logFile(serial.logFile())
            .logAppend(serial.logAppend())
            .build());
    return definition.withConsoles(consoles);
  }

  /**
   * The socket on which QEMU listens for who talks to the guest agent; empty if the machine has no
   * such channel. A relative path is meant from the machine's folder.
   */
  static Optional<String> agentSocket(DomainDefinition live) {
    return live.channels().stream()
        .filter(CharDevices::isAgent)
        .map(Channel::source)
        .filter(UnixCharSource.class::isInstance)
        .map(UnixCharSource.class::cast)
        .filter(CharBackends::isListening)
        .map(source -> source.path().orElseGet(MachineFile.AGENT_SOCKET::fileName))
        .findFirst();
  }

  private static boolean isAgent(Channel channel) {
    return channel.name().orElse("").equals(Channel.GUEST_AGENT);
  }

  void addTo(CommandLine.Builder b) {
    for (int i = 0; i < live.serials().size(); i++) {
      addSerial(b, DevicePaths.path("serial", i, live.serials().size()), live.serials().get(i), i);
    }
    for (int i = 0; i < live.consoles().size(); i++) {
      addConsole(b, i);
    }
    for (int i = 0; i < live.channels().size(); i++) {
      addChannel(b, DevicePaths.path("channel", i, live.channels().size()), live.channels().get(i));
    }
  }

  private void addSerial(CommandLine.Builder b, String path, Serial it, int position) {
    String alias = it.alias().orElseThrow();
    b.chardev(
        backends.backend(
            path, "char" + alias, it.source(), it.protocol(), it.logFile(), it.logAppend()));
    String kind = kind(it);
    if (it.targetType().filter(type -> !type.value().equals(kind)).isPresent()) {
      throw Refusal.invalid(path + "/target/@type", it.targetType().get(), kind);
    }
    if (it.address().isPresent() && !kind.equals("pci-serial")) {
      throw Refusal.invalid(path + "/address", "there", "none, but for pci-serial");
    }
    QemuJson device = QemuJson.device(kind, alias).put("chardev", "char" + alias);
    switch (kind) {
      case "isa-serial" -> {
        int port = it.port().orElse(position);
        if (port < 0 || port > 3) {
          throw Refusal.invalid(path + "/target/@port", port, "0 to 3, of ISA serial ports");
        }
        device.put("index", port);
      }
      case "pci-serial" -> pci.put(device, path, it.address());
      case "usb-serial" -> device.put("bus", alias(ControllerType.USB, 0, path) + ".0");
      default -> throw Refusal.unknown(path + "/target/@type", kind, "isa-serial");
    }
    b.device(device.node());
  }

  private void addConsole(CommandLine.Builder b, int i) {
    Console it = live.consoles().get(i);
    String path = DevicePaths.path("console", i, live.consoles().size());
    if (isVirtio(it)) {
      String alias = it.alias().orElseThrow();
      b.chardev(
          backends.backend(
              path, "char" + alias, it.source(), it.protocol(), it.logFile(), it.logAppend()));
      QemuJson device = QemuJson.device("virtconsole", alias).put("chardev", "char" + alias);
      b.device(onSerialBus(device, path, it.address()).node());
    } else if (i > 0) {
      throw Refusal.unsupported(
          path + "/target/@type",
          "only the first console can be the first serial port",
          "add a serial, or a console of type virtio");
    }
  }

  private void addChannel(CommandLine.Builder b, String path, Channel it) {
    String alias = it.alias().orElseThrow();
    String id = "char" + alias;
    String name = it.name().orElse("");
    b.chardev(
        it.source().type().equals("spicevmc")
            ? OptionText.of("spicevmc").with("id", id).with("name", spiceName(path, name))
            : backends.backend(
                path,
                id,
                isAgent(it) ? backends.ofAgent(it.source()) : it.source(),
                it.protocol(),
                it.logFile(),
                it.logAppend()));
    QemuJson device = QemuJson.device("virtserialport", alias).put("chardev", id);
    b.device(onSerialBus(device, path, it.address()).put("name", it.name()).node());
  }

  private String spiceName(String path, String name) {
    if (live.graphics().stream().noneMatch(it -> it.type().equals("spice"))) {
      throw Refusal.invalid(path + "/@type", "spicevmc", "another type, where there is no SPICE");
    }
    if (!name.equals("com.redhat.spice.0")) {
      throw Refusal.unknown(path + "/target/@name", name, "com.redhat.spice.0");
    }
    return "vdagent";
  }

  private QemuJson onSerialBus(QemuJson device, String path, Optional<DeviceAddress> address) {
    Optional<VirtioSerialAddress> place =
        address.filter(VirtioSerialAddress.class::isInstance).map(VirtioSerialAddress.class::cast);
    int controller = place.flatMap(VirtioSerialAddress::controller).orElse(0);
    String bus = alias(ControllerType.VIRTIO_SERIAL, controller, path);
    device.put("bus", bus + "." + place.flatMap(VirtioSerialAddress::bus).orElse(0));
    return device.put("nr", place.flatMap(VirtioSerialAddress::port));
  }

  private String alias(ControllerType type, int index, String path) {
    List<Controller> all = live.controllers();
    return all.stream()
        .filter(it -> it.type().equals(type) && it.index().orElse(0) == index)
        .findFirst()
        .flatMap(Controller::alias)
        .orElseThrow(() ->
            Refusal.invalid(
                path + "/address/@controller", index, "the index of a controller " + type));
  }
}
