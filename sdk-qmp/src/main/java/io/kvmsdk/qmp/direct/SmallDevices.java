package io.kvmsdk.qmp.direct;

import io.kvmsdk.domain.audio.Audio;
import io.kvmsdk.domain.definition.DomainDefinition;
import io.kvmsdk.domain.device.DeviceAddress;
import io.kvmsdk.domain.device.UsbAddress;
import io.kvmsdk.domain.disk.DiskBus;
import io.kvmsdk.domain.input.Input;
import io.kvmsdk.domain.input.InputBus;
import io.kvmsdk.domain.input.InputType;
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
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;

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

  static boolean isOnPci(Input input) {
    return bus(input).equals(InputBus.VIRTIO);
  }

  static boolean isOnPci(Watchdog watchdog) {
    return watchdog.model().equals(WatchdogModel.I6300ESB);
  }

  static boolean isOnPci(Panic panic) {
    return panic.model().filter(PanicModel.PVPANIC::equals).isPresent();
  }

  private static InputBus bus(Input input) {
    boolean tablet = input.type().equals(InputType.TABLET);
    return input.bus().orElse(tablet ? InputBus.USB : InputBus.PS2);
  }

  /** Whether a definition has something that is plugged into USB. */
  static boolean needUsb(DomainDefinition definition) {
    return definition.disks().stream().anyMatch(disk -> DiskTarget.isOn(disk, DiskBus.USB))
        || definition.serials().stream().anyMatch(CharDevices::isUsb)
        || definition.inputs().stream().anyMatch(input -> bus(input).equals(InputBus.USB));
  }

  /** What QEMU does when a watchdog bites; empty if there is none. */
  static Optional<WatchdogAction> watchdogAction(DomainDefinition live) {
    return live.watchdogs().stream()
        .map(it -> it.action().orElse(WatchdogAction.RESET))
        .findFirst();
  }

  void addTo(CommandLine.Builder b) {
    new VideoDevices(live, pci).addTo(b);
    each("input", live.inputs(), (path, it) -> addInput(b, path, it));
    for (Audio audio : live.audios()) {
      String id = "audio" + audio.id();
      QemuJson none = QemuJson.object().put("id", id).put("driver", "none");
      b.option("-audiodev", QemuJson.text(none.node()));
    }
    each("watchdog", live.watchdogs(), (path, it) -> addWatchdog(b, path, it));
    each("panic", live.panics(), (path, it) -> addPanic(b, path, it));
    each("rng", live.rngs(), (path, it) -> addRng(b, path, it));
    live.memBalloon().ifPresent(it -> addBalloon(b, it));
  }

  private static <T> void each(String element, List<T> devices, BiConsumer<String, T> action) {
    for (int i = 0; i < devices.size(); i++) {
      action.accept(DevicePaths.path(element, i, devices.size()), devices.get(i));
    }
  }

  private void addInput(CommandLine.Builder b, String path, Input input) {
    String type = input.type().value();
    String id = input.alias().orElseThrow();
    InputBus bus = bus(input);
    if (bus.equals(InputBus.PS2)) {
      // The machine has both of them by itself.
      if (input.type().equals(InputType.TABLET)) {
        throw Refusal.unknown(path + "/@bus", bus, "usb or virtio for a tablet");
      }
      if (input.address().isPresent()) {
        throw Refusal.invalid(path + "/address", "there", "none on ps2");
      }
    } else if (bus.equals(InputBus.USB)) {
      QemuJson device = QemuJson.device(USB_INPUT.getOrDefault(type, ""), id);
      b.device(onUsb(device, path, input.address()).node());
    } else {
      QemuJson device = QemuJson.device(VIRTIO_INPUT.getOrDefault(type, ""), id);
      pci.put(device, path, input.address());
      b.device(device.node());
    }
  }

  private static QemuJson onUsb(QemuJson device, String path, Optional<DeviceAddress> address) {
    UsbAddress place = UsbAddress.builder().build();
    if (address.isPresent()) {
      if (!(address.get() instanceof UsbAddress said)) {
        throw Refusal.invalid(path + "/address/@type", address.get().type(), "usb");
      }
      place = said;
    }
    int number = place.bus().orElse(0);
    device.put("bus", (number == 0 ? "usb" : "usb" + number) + ".0");
    return device.put("port", place.port());
  }

  private void addWatchdog(CommandLine.Builder b, String path, Watchdog watchdog) {
    if (!watchdog.model().equals(WatchdogModel.ITCO)) {
      QemuJson device = QemuJson.device(watchdog.model().value(), watchdog.alias().orElseThrow());
      if (isOnPci(watchdog)) {
        pci.put(device, path, watchdog.address());
      }
      b.device(device.node());
    } else if (Chipset.of(live.os()).isExpress()) {
      b.option("-global", "ICH9-LPC.noreboot=off");
    } else {
      throw Refusal.unknown(path + "/@model", watchdog.model(), "i6300esb on this machine");
    }
  }

  private void addPanic(CommandLine.Builder b, String path, Panic panic) {
    String driver = isOnPci(panic) ? "pvpanic-pci" : "pvpanic";
    QemuJson device = QemuJson.device(driver, panic.alias().orElseThrow());
    if (isOnPci(panic)) {
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
    rng.driver().map(VirtioOptions::of).ifPresent(options -> options.put(device));
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
    balloon.driver().map(VirtioOptions::of).ifPresent(options -> options.put(device));
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
