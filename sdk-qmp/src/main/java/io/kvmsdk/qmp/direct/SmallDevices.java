package io.kvmsdk.qmp.direct;

import io.kvmsdk.domain.definition.DomainDefinition;
import io.kvmsdk.domain.disk.DiskBus;
import io.kvmsdk.domain.memory.BalloonModel;
import io.kvmsdk.domain.memory.MemBalloon;
import io.kvmsdk.domain.platform.Panic;
import io.kvmsdk.domain.platform.PanicModel;
import io.kvmsdk.domain.platform.Rng;
import io.kvmsdk.domain.platform.RngBackend;
import io.kvmsdk.domain.platform.RngRate;
import io.kvmsdk.domain.platform.Watchdog;
import io.kvmsdk.domain.platform.WatchdogAction;
import io.kvmsdk.domain.platform.WatchdogModel;
import io.kvmsdk.xml.XmlElement;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The devices that take a few lines each: balloon, random numbers, input, watchdog, panic, audio.
 */
final class SmallDevices {

  private static final Map<String, String> USB_INPUT =
      Map.of("mouse", "usb-mouse", "keyboard", "usb-kbd", "tablet", "usb-tablet");
  private static final Map<String, String> VIRTIO_INPUT =
      Map.of(
          "mouse", "virtio-mouse-pci",
          "keyboard", "virtio-keyboard-pci",
          "tablet", "virtio-tablet-pci");

  private final DomainDefinition live;
  private final PciBuses pci;

  /** Of a completed definition. */
  SmallDevices(DomainDefinition live, PciBuses pci) {
    this.live = live;
    this.pci = pci;
  }

  static boolean isBalloon(MemBalloon balloon) {
    return !model(balloon).equals(BalloonModel.NONE.value());
  }

  private static String model(MemBalloon balloon) {
    return balloon.model().orElse(BalloonModel.VIRTIO).value();
  }

  /** Whether a device that the model has no type for sits on PCI. */
  static boolean isOnPci(XmlElement device) {
    return switch (device.name()) {
      case "video" -> VideoDevices.isThere(device);
      case "input" -> bus(device).equals("virtio");
      default -> false;
    };
  }

  static boolean isOnPci(Watchdog watchdog) {
    return watchdog.model().equals(WatchdogModel.I6300ESB);
  }

  static boolean isOnPci(Panic panic) {
    return panic.model().filter(PanicModel.PVPANIC::equals).isPresent();
  }

  /** Whether a device that {@link #isOnPci} may sit on PCI Express. */
  static boolean isExpress(XmlElement device) {
    return device.name().equals("input");
  }

  private static String bus(XmlElement input) {
    boolean tablet = input.attribute("type").orElse("").equals("tablet");
    return input.attribute("bus").orElse(tablet ? "usb" : "ps2");
  }

  /** Whether a definition has something that is plugged into USB. */
  static boolean needUsb(DomainDefinition definition) {
    return definition.disks().stream().anyMatch(disk -> DiskTarget.isOn(disk, DiskBus.USB))
        || definition.serials().stream().anyMatch(CharDevices::isUsb)
        || DevicePaths.untyped(definition, "input").stream()
            .anyMatch(input -> bus(input).equals("usb"));
  }

  /** What QEMU does when a watchdog bites; empty if there is none. */
  static Optional<String> watchdogAction(DomainDefinition live) {
    return live.watchdogs().stream()
        .map(it -> it.action().orElse(WatchdogAction.RESET).value())
        .findFirst();
  }

  void addTo(CommandLine.Builder b) {
    new VideoDevices(live, pci).addTo(b);
    untyped("input").forEach(input -> addInput(b, input));
    for (XmlElement audio : DevicePaths.untyped(live, "audio")) {
      String id = "audio" + audio.attribute("id").orElse("1");
      QemuJson none = QemuJson.object().put("id", id).put("driver", "none");
      b.option("-audiodev", QemuJson.text(none.node()));
    }
    for (int i = 0; i < live.watchdogs().size(); i++) {
      String path = DevicePaths.path("watchdog", i, live.watchdogs().size());
      addWatchdog(b, path, live.watchdogs().get(i));
    }
    for (int i = 0; i < live.panics().size(); i++) {
      addPanic(b, DevicePaths.path("panic", i, live.panics().size()), live.panics().get(i));
    }
    for (int i = 0; i < live.rngs().size(); i++) {
      addRng(b, DevicePaths.path("rng", i, live.rngs().size()), live.rngs().get(i));
    }
    live.memBalloon().ifPresent(it -> addBalloon(b, it));
  }

  /** A device that the model has no type for, with its path. */
  private record Untold(String path, XmlElement element) {

    String attribute(String name) {
      return element.attribute(name).orElse("");
    }

    String id() {
      return DevicePaths.alias(element).orElseThrow();
    }
  }

  private List<Untold> untyped(String name) {
    return DevicePaths.map(name, DevicePaths.untyped(live, name), Untold::new);
  }

  private void addInput(CommandLine.Builder b, Untold input) {
    String bus = bus(input.element());
    String type = input.attribute("type");
    switch (bus) {
      case "ps2" -> {
        // The machine has both of them by itself.
        if (type.equals("tablet")) {
          throw Refusal.unknown(input.path() + "/@bus", bus, "usb or virtio for a tablet");
        }
        if (input.element().child("address").isPresent()) {
          throw Refusal.invalid(input.path() + "/address", "there", "none on ps2");
        }
      }
      case "usb" -> {
        QemuJson device = QemuJson.device(USB_INPUT.getOrDefault(type, ""), input.id());
        XmlElement address = input.element().child("address").orElse(XmlElement.of("address"));
        String number = address.attribute("bus").orElse("0");
        device.put("bus", (number.equals("0") ? "usb" : "usb" + number) + ".0");
        b.device(device.put("port", address.attribute("port")).node());
      }
      default -> {
        QemuJson device = QemuJson.device(VIRTIO_INPUT.getOrDefault(type, ""), input.id());
        pci.put(device, input.path(), DevicePaths.address(input.element()));
        b.device(device.node());
      }
    }
  }

  private void addWatchdog(CommandLine.Builder b, String path, Watchdog watchdog) {
    String model = watchdog.model().value();
    if (!watchdog.model().equals(WatchdogModel.ITCO)) {
      QemuJson device = QemuJson.device(model, watchdog.alias().orElseThrow());
      if (isOnPci(watchdog)) {
        pci.put(device, path, watchdog.address());
      }
      b.device(device.node());
    } else if (Chipset.of(live.os()).isExpress()) {
      b.option("-global", "ICH9-LPC.noreboot=off");
    } else {
      throw Refusal.unknown(path + "/@model", model, "i6300esb on this machine");
    }
  }

  private void addPanic(CommandLine.Builder b, String path, Panic panic) {
    boolean onPci = isOnPci(panic);
    QemuJson device =
        QemuJson.device(onPci ? "pvpanic-pci" : "pvpanic", panic.alias().orElseThrow());
    if (onPci) {
      pci.put(device, path, panic.address());
    }
    b.device(device.node());
  }

  private void addRng(CommandLine.Builder b, String path, Rng rng) {
    String alias = rng.alias().orElseThrow();
    RngBackend backend = rng.backend();
    QemuJson object;
    if (backend.model().value().equals("builtin")) {
      object = QemuJson.qom("rng-builtin", "obj" + alias);
    } else {
      object = QemuJson.qom("rng-random", "obj" + alias);
      String file = backend.device().orElse("/dev/urandom").strip();
      object.put("filename", Refusal.absolute(path + "/backend", file));
    }
    b.object(object);
    String model = rng.model().value();
    QemuJson device = QemuJson.device(VirtioModel.driver("virtio-rng", model), alias);
    device.put("rng", "obj" + alias);
    device.put("max-bytes", rng.rate().map(RngRate::bytes));
    Optional<Duration> period = rng.rate().map(rate -> rate.period().orElse(Duration.ofSeconds(1)));
    device.put("period", period.map(Duration::toMillis));
    XmlElement written = XmlElement.parse(rng.toXml());
    VirtioModel.putOptions(device, name -> Untyped.attribute(written, "driver", name));
    pci.put(device, path, rng.address());
    b.device(device.node());
  }

  private void addBalloon(CommandLine.Builder b, MemBalloon balloon) {
    if (!isBalloon(balloon)) {
      if (balloon.statsPeriod().isPresent()
          || balloon.autoDeflate().isPresent()
          || balloon.freePageReporting().isPresent()) {
        throw Refusal.invalid(
            "domain/devices/memballoon/@model", "none", "a model, for what is said beside it");
      }
      refuseBallooned();
      return;
    }
    String alias = balloon.alias().orElseThrow();
    QemuJson device = QemuJson.device(VirtioModel.driver("virtio-balloon", model(balloon)), alias);
    device.put("deflate-on-oom", balloon.autoDeflate());
    device.put("free-page-reporting", balloon.freePageReporting());
    VirtioModel.putOptions(device, Untyped.child(balloon.extras(), "driver")::attribute);
    pci.put(device, "domain/devices/memballoon", balloon.address());
    b.device(device.node());
    balloon
        .statsPeriod()
        .filter(period -> !period.isZero())
        .ifPresent(period -> b.command("qom-set", polling(alias, period)));
    MemoryArguments.current(live)
        .ifPresent(bytes -> b.command("balloon", QemuJson.object().put("value", bytes)));
  }

  private void refuseBallooned() {
    Optional<Long> current = MemoryArguments.current(live);
    if (current.isPresent()) {
      throw Refusal.invalid(
          "domain/currentMemory",
          current.get() + " bytes",
          "all of the memory, where there is no balloon");
    }
  }

  private static QemuJson polling(String alias, Duration period) {
    return QemuJson.object()
        .put("path", "/machine/peripheral/" + alias)
        .put("property", "guest-stats-polling-interval")
        .put("value", period.toSeconds());
  }
}
