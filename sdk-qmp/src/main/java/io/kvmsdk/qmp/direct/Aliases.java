package io.kvmsdk.qmp.direct;

import io.kvmsdk.domain.chardev.Console;
import io.kvmsdk.domain.controller.Controller;
import io.kvmsdk.domain.controller.ControllerType;
import io.kvmsdk.domain.definition.DomainDefinition;
import io.kvmsdk.domain.device.Device;
import io.kvmsdk.domain.device.DriveAddress;
import io.kvmsdk.domain.disk.Disk;
import io.kvmsdk.domain.disk.DiskBus;
import io.kvmsdk.domain.network.NetworkInterface;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The names of devices, which are QEMU's ids too: those that a definition gives, and libvirt's for
 * the rest. For one thread.
 */
final class Aliases {

  private static final Pattern ID = Pattern.compile("[A-Za-z][A-Za-z0-9._-]*");

  private final Chipset chipset;
  private final Set<String> taken = new HashSet<>();

  /**
   * Notes the aliases that a definition gives.
   *
   * @throws io.kvmsdk.error.InvalidDefinitionException if QEMU would not take one, or two devices
   *     have the same
   */
  Aliases(DomainDefinition definition) {
    chipset = Chipset.of(definition.os());
    note("disk", definition.disks());
    note("controller", definition.controllers());
    note("interface", definition.interfaces());
    note("serial", definition.serials());
    note("channel", definition.channels());
    note("memballoon", definition.memBalloon().stream().toList());
    note("rng", definition.rngs());
    note("video", definition.videos());
    note("input", definition.inputs());
    note("watchdog", definition.watchdogs());
    note("panic", definition.panics());
    noteConsoles(definition);
  }

  private void note(String element, List<? extends Device> devices) {
    for (int i = 0; i < devices.size(); i++) {
      String path = DevicePaths.path(element, i, devices.size());
      // Controllers of one USB bus share its name: a main controller and its companions.
      Device device = devices.get(i);
      if (device.alias().isPresent() && !(device instanceof Controller c && isUsb(c))) {
        note(path, device.alias().get());
      } else if (device.alias().isPresent()) {
        check(path, device.alias().get());
        taken.add(device.alias().get());
      }
    }
  }

  /** The first console may be the first serial port, under the same name. */
  private void noteConsoles(DomainDefinition definition) {
    for (int i = 0; i < definition.consoles().size(); i++) {
      if (i > 0 || !CharDevices.isFirstSerial(definition.consoles().get(0))) {
        String path = DevicePaths.path("console", i, definition.consoles().size());
        definition.consoles().get(i).alias().ifPresent(alias -> note(path, alias));
      }
    }
  }

  private void note(String path, String alias) {
    check(path, alias);
    if (!taken.add(alias)) {
      throw Refusal.invalid(path + "/alias/@name", alias, "a name that no other device has");
    }
  }

  private static void check(String path, String alias) {
    if (!ID.matcher(alias).matches()) {
      throw Refusal.invalid(
          path + "/alias/@name", alias, "a letter, then letters, digits and . _ -");
    }
  }

  private static boolean isUsb(Controller controller) {
    return controller.type().equals(ControllerType.USB);
  }

  /** Gives the alias that is asked for, or that with the next free number. */
  private String give(String wanted, String prefix) {
    String alias = wanted;
    for (int i = 0; !taken.add(alias); i++) {
      alias = prefix + i;
    }
    return alias;
  }

  /** The device's own alias, or the first free one of the form that libvirt gives. */
  private String of(Optional<String> own, String prefix) {
    return own.orElseGet(() -> give(prefix + 0, prefix));
  }

  Disk given(String path, Disk disk) {
    if (disk.alias().isPresent()) {
      return disk;
    }
    DiskBus bus = DiskTarget.bus(disk);
    if (disk.address().isPresent() && disk.address().get() instanceof DriveAddress drive) {
      String wanted =
          bus
              + drive.controller().orElse(0).toString()
              + "-"
              + drive.bus().orElse(0)
              + (bus.equals(DiskBus.SCSI) ? "-" + drive.target().orElse(0) : "")
              + "-"
              + drive.unit().orElse(0);
      return disk.withAlias(give(wanted, wanted + "-"));
    }
    String prefix = bus.equals(DiskBus.USB) ? "usb-disk" : "virtio-disk";
    return disk.withAlias(give(prefix + DiskTarget.index(path, disk), prefix));
  }

  private Controller given(Controller controller) {
    if (controller.alias().isPresent()) {
      return controller;
    }
    int index = controller.index().orElse(0);
    ControllerType type = controller.type();
    String name = type + Integer.toString(index);
    if (type.equals(ControllerType.PCI)) {
      String model = ControllerDevices.model(controller);
      name = (model.equals("pcie-root") ? "pcie." : "pci.") + index;
    } else if (isUsb(controller)) {
      String usb = index == 0 ? "usb" : "usb" + index;
      taken.add(usb);
      return controller.withAlias(usb);
    } else if (!type.equals(ControllerType.FDC)
        && ControllerDevices.isBuiltIn(chipset, controller)) {
      name = "ide";
    }
    return controller.withAlias(give(name, name + "-"));
  }

  /** The definition with an alias for each device. */
  DomainDefinition given(DomainDefinition definition) {
    DomainDefinition.Builder b = definition.toBuilder();
    b.disks(DevicePaths.map("disk", definition.disks(), this::given));
    b.controllers(definition.controllers().stream().map(this::given).toList());
    b.interfaces(definition.interfaces().stream().map(this::given).toList());
    b.serials(
        definition.serials().stream().map(it -> it.withAlias(of(it.alias(), "serial"))).toList());
    b.channels(
        definition.channels().stream().map(it -> it.withAlias(of(it.alias(), "channel"))).toList());
    b.rngs(definition.rngs().stream().map(it -> it.withAlias(of(it.alias(), "rng"))).toList());
    b.videos(
        definition.videos().stream().map(it -> it.withAlias(of(it.alias(), "video"))).toList());
    b.inputs(
        definition.inputs().stream().map(it -> it.withAlias(of(it.alias(), "input"))).toList());
    b.watchdogs(
        definition.watchdogs().stream()
            .map(it -> it.withAlias(of(it.alias(), "watchdog")))
            .toList());
    b.panics(
        definition.panics().stream().map(it -> it.withAlias(of(it.alias(), "panic"))).toList());
    b.memBalloon(definition.memBalloon().map(it -> it.withAlias(of(it.alias(), "balloon"))));
    DomainDefinition named = b.build();
    return named.withConsoles(consoles(named));
  }

  private List<Console> consoles(DomainDefinition named) {
    List<Console> consoles = new ArrayList<>(named.consoles());
    for (int i = 0; i < consoles.size(); i++) {
      Console it = consoles.get(i);
      consoles.set(
          i,
          i == 0 && CharDevices.isFirstSerial(it)
              ? it.withAlias(named.serials().get(0).alias())
              : it.withAlias(of(it.alias(), "console")));
    }
    return consoles;
  }

  NetworkInterface given(NetworkInterface it) {
    return it.withAlias(of(it.alias(), "net"));
  }
}
