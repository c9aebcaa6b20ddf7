package io.kvmsdk.qmp.direct;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.kvmsdk.call.Call;
import io.kvmsdk.domain.definition.DomainDefinition;
import io.kvmsdk.qmp.QmpCommand;
import java.nio.charset.Charset;
import java.nio.charset.CharsetEncoder;
import java.util.ArrayList;
import java.util.List;

/**
 * What QEMU is told of a machine: the arguments it is started with, and what is left to be told
 * over QMP before its guest runs.
 *
 * <p>Whatever a user wrote stands in a JSON value, or has its commas doubled where QEMU has no JSON
 * form, or is an argument of its own: no text can become an option. Passwords are told over QMP
 * only. QEMU starts with its guest stopped ({@code -S}), so that it runs with all that was asked
 * for, and never before somebody listens to its events.
 */
final class CommandLine {

  private static final String MONITOR = "charmonitor";

  /**
   * What QEMU must not do. It makes itself a daemon, so that it cannot be denied to start processes
   * and sessions ({@code spawn}, {@code elevateprivileges}); but under any sandbox no program that
   * it starts gains rights.
   */
  private static final String SANDBOX = "on,obsolete=deny,resourcecontrol=deny";

  private final DomainDefinition live;
  private final List<String> arguments;
  private final List<QmpCommand<JsonNode>> commands;

  private CommandLine(DomainDefinition live, Builder b) {
    this.live = live;
    this.arguments = List.copyOf(b.arguments);
    this.commands = List.copyOf(b.commands);
  }

  /**
   * The command line of a machine.
   *
   * @param definition one that {@link LiveDefinition} has completed
   * @param qemu what is to run it
   * @param folder the machine's own, where its sockets are
   * @throws io.kvmsdk.error.InvalidDefinitionException if the definition contradicts itself
   * @throws io.kvmsdk.error.UnsupportedFeatureException if that QEMU cannot do what it asks for
   */
  static CommandLine of(DomainDefinition definition, QemuCapabilities qemu, MachineFolder folder) {
    String name = System.getProperty("sun.jnu.encoding", "UTF-8");
    return of(definition, qemu, folder, Charset.forName(name));
  }

  /**
   * The same.
   *
   * @param encoding in which this JVM hands arguments to processes
   */
  static CommandLine of(
      DomainDefinition definition, QemuCapabilities qemu, MachineFolder folder, Charset encoding) {
    DomainDefinition live = GraphicsArguments.withPorts(definition);
    PciBuses pci = PciBuses.of(live);
    BootOrder boot = new BootOrder(live);
    Builder b = new Builder();
    b.option("-name", OptionText.of("guest", live.name()).with("debug-threads", true));
    b.option("-S");
    new MachineArguments(live, qemu).addTo(b);
    b.option("-uuid", live.uuid().orElseThrow().toString());
    b.option("-no-user-config").option("-nodefaults").option("-display", "none");
    monitor(b, folder);
    ClockArguments.addTo(b, live);
    boot.addTo(b);
    new ControllerDevices(live, pci).addTo(b);
    disks(b, live, boot);
    interfaces(b, live, boot);
    String agent = folder.path(MachineFile.AGENT_SOCKET).toString();
    new CharDevices(live, new CharBackends(qemu.version(), agent), pci).addTo(b);
    new GraphicsArguments(live).addTo(b);
    new SmallDevices(live, pci).addTo(b);
    b.option("-sandbox", SANDBOX);
    b.checkEncoding(encoding);
    return new CommandLine(live, b);
  }

  private static void monitor(Builder b, MachineFolder folder) {
    b.chardev(
        OptionText.of("socket")
            .with("id", MONITOR)
            .with("path", folder.path(MachineFile.QMP_SOCKET).toString())
            .with("server", true)
            .with("wait", false));
    b.option(
        "-mon", OptionText.of("chardev", MONITOR).with("id", "monitor").with("mode", "control"));
  }

  private static void disks(Builder b, DomainDefinition live, BootOrder boot) {
    for (int i = 0; i < live.disks().size(); i++) {
      String path = DevicePaths.path("disk", i, live.disks().size());
      QemuDisk disk = QemuDisk.of(path, live, live.disks().get(i), boot.ofDisk(i));
      disk.nodes().forEach(b::blockdev);
      b.device(disk.device());
      disk.throttling().ifPresent(b::command);
    }
  }

  private static void interfaces(Builder b, DomainDefinition live, BootOrder boot) {
    for (int i = 0; i < live.interfaces().size(); i++) {
      String path = DevicePaths.path("interface", i, live.interfaces().size());
      QemuInterface it =
          QemuInterface.of(path, live, live.interfaces().get(i), boot.ofInterface(i));
      b.option("-netdev", QemuJson.text(it.netdev()));
      b.device(it.device());
      it.link().ifPresent(b::command);
    }
  }

  /** The definition of the machine as it will run, with the ports that were chosen for it. */
  DomainDefinition live() {
    return live;
  }

  /** The arguments behind QEMU's name. */
  List<String> arguments() {
    return arguments;
  }

  /** What is to be told over QMP before the guest runs; a secret may be among the arguments. */
  List<QmpCommand<JsonNode>> commands() {
    return commands;
  }

  /** Tells a QEMU that was started so what is left, before its guest runs. */
  void prepare(Call call, Monitor monitor) {
    for (QmpCommand<JsonNode> command : commands) {
      monitor.ask(call, command.name(), command.arguments());
    }
  }

  @Override
  public String toString() {
    return "QEMU of " + live.name() + " with " + arguments.size() + " arguments";
  }

  /** Collects arguments. For one thread. */
  static final class Builder {

    private final List<String> arguments = new ArrayList<>();
    private final List<QmpCommand<JsonNode>> commands = new ArrayList<>();

    Builder option(String name) {
      arguments.add(name);
      return this;
    }

    /** An option with a value that needs no quoting: QEMU takes the whole argument for it. */
    Builder option(String name, String value) {
      arguments.add(name);
      arguments.add(value);
      return this;
    }

    Builder option(String name, OptionText value) {
      return option(name, value.toString());
    }

    Builder device(ObjectNode device) {
      return option("-device", QemuJson.text(device));
    }

    Builder object(QemuJson object) {
      return option("-object", QemuJson.text(object.node()));
    }

    Builder blockdev(ObjectNode node) {
      return option("-blockdev", QemuJson.text(node));
    }

    Builder chardev(OptionText chardev) {
      return option("-chardev", chardev);
    }

    /** A command for QMP, before the guest runs. */
    Builder command(QmpCommand<JsonNode> command) {
      commands.add(command);
      return this;
    }

    Builder command(String name, QemuJson arguments) {
      return command(QmpCommand.of(name, arguments.node()));
    }

    /** Refuses what would not reach QEMU as it is, but with question marks. */
    private void checkEncoding(Charset encoding) {
      CharsetEncoder encoder = encoding.newEncoder();
      for (String argument : arguments) {
        if (!encoder.canEncode(argument)) {
          throw Refusal.invalid(
              "domain",
              argument,
              "texts in the encoding of this process's locale, "
                  + encoding
                  + "; a locale such as C.UTF-8 has all characters");
        }
      }
    }
  }
}
