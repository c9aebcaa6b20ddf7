package io.kvmsdk.qmp.direct;

import io.kvmsdk.domain.boot.PowerManagement;
import io.kvmsdk.domain.cpu.CpuTopology;
import io.kvmsdk.domain.cpu.Vcpus;
import io.kvmsdk.domain.definition.DomainDefinition;
import io.kvmsdk.domain.definition.LifecycleAction;
import io.kvmsdk.domain.definition.VirtType;
import io.kvmsdk.domain.features.MachineFeatures;
import java.util.Optional;

/** The machine without its devices: type, accelerator, CPUs, memory, and how it ends. */
final class MachineArguments {

  private static final String MEMORY = "pc.ram";

  private final DomainDefinition live;
  private final QemuCapabilities qemu;

  MachineArguments(DomainDefinition live, QemuCapabilities qemu) {
    this.live = live;
    this.qemu = qemu;
  }

  void addTo(CommandLine.Builder b) {
    MemoryArguments memory = new MemoryArguments(live);
    b.object(memory.backend(MEMORY));
    b.option("-machine", machine());
    b.option("-accel", accelerator());
    b.option("-cpu", new CpuArgument(live, qemu).text());
    b.option("-m", memory.size());
    b.option("-overcommit", OptionText.of("mem-lock", OptionText.onOff(memory.isLocked())));
    b.option("-smp", processors());
    ioThreads(b);
    powerManagement(b);
    b.option("-action", actions());
    if (features().vmCoreInfo().orElse(false)) {
      b.device(QemuJson.device("vmcoreinfo", "vmcoreinfo0").node());
    }
  }

  private MachineFeatures features() {
    return live.features().orElseGet(MachineFeatures::pc);
  }

  private OptionText machine() {
    String type = Chipset.machine(live.os());
    if (qemu.machine(type).isEmpty()) {
      throw Refusal.unsupported(
          "domain/os/type/@machine",
          qemu + " has no machine " + type,
          "use q35 or pc, or another QEMU as emulator");
    }
    MachineFeatures features = features();
    OptionText machine = OptionText.of("type", type).with("memory-backend", MEMORY);
    machine.with("acpi", features.acpi());
    machine.with("smm", features.smm().map(OptionText::onOff));
    machine.with("vmport", features.vmport().map(OptionText::onOff));
    machine.with("hpet", ClockArguments.present(live, "hpet").map(OptionText::onOff));
    machine.with("pit", ClockArguments.present(live, "pit").map(OptionText::onOff));
    MemoryArguments memory = new MemoryArguments(live);
    machine.with("dump-guest-core", memory.isDumped().map(OptionText::onOff));
    return memory.isShared() ? machine : machine.with("mem-merge", false);
  }

  private OptionText accelerator() {
    if (live.type().equals(VirtType.KVM)) {
      if (!qemu.kvm()) {
        throw Refusal.unsupported(
            "domain/@type",
            "KVM cannot be had here: /dev/kvm is not there, or not for this user",
            "use the type qemu, which emulates the CPU and is slow, or see to /dev/kvm");
      }
      return OptionText.of("kvm");
    }
    return OptionText.of("tcg").with("thread", "multi");
  }

  /** All CPUs that there may be have their place from the start, so that the rest can be added. */
  private OptionText processors() {
    Vcpus vcpus = live.vcpus().orElseGet(() -> Vcpus.of(1));
    int most = vcpus.maximum();
    int known = qemu.machine(Chipset.machine(live.os())).orElseThrow().maxCpus();
    if (most > known) {
      throw Refusal.unsupported(
          "domain/vcpu",
          "this machine type has at most " + known + " vCPUs",
          "ask for fewer, or for another machine type");
    }
    OptionText text = OptionText.of("cpus", Integer.toString(vcpus.online()));
    text.with("maxcpus", most);
    Optional<CpuTopology> topology = live.cpu().flatMap(it -> it.topology());
    if (topology.isEmpty()) {
      return text.with("sockets", most).with("cores", 1).with("threads", 1);
    }
    CpuTopology said = topology.get();
    if (said.vcpus() != most) {
      throw Refusal.invalid(
          "domain/cpu/topology",
          said.vcpus() + " CPUs",
          "as many as the machine may have, which is " + most);
    }
    text.with("sockets", said.sockets());
    text.with("dies", said.dies().filter(dies -> dies > 1));
    return text.with("cores", said.cores()).with("threads", said.threads());
  }

  private void ioThreads(CommandLine.Builder b) {
    for (int i = 1; i <= live.ioThreads().orElse(0); i++) {
      b.object(QemuJson.qom("iothread", "iothread" + i));
    }
  }

  private void powerManagement(CommandLine.Builder b) {
    String bridge = Chipset.of(live.os()) == Chipset.Q35 ? "ICH9-LPC" : "PIIX4_PM";
    Optional<PowerManagement> said = live.powerManagement();
    disable(b, bridge + ".disable_s3", said.flatMap(PowerManagement::suspendToMem));
    disable(b, bridge + ".disable_s4", said.flatMap(PowerManagement::suspendToDisk));
  }

  private static void disable(CommandLine.Builder b, String property, Optional<Boolean> enabled) {
    if (enabled.isPresent()) {
      b.option("-global", property + "=" + (enabled.get() ? "0" : "1"));
    }
  }

  /**
   * What QEMU does by itself when the guest ends. It has no way to boot again after a shutdown or a
   * panic: it pauses, and is told what to do.
   */
  private OptionText actions() {
    boolean rebootEnds = is(live.onReboot(), LifecycleAction.DESTROY);
    boolean shutdownEnds =
        live.onPoweroff().isEmpty() || is(live.onPoweroff(), LifecycleAction.DESTROY);
    boolean panicEnds = live.onCrash().isEmpty() || is(live.onCrash(), LifecycleAction.DESTROY);
    OptionText text = OptionText.of("reboot", rebootEnds ? "shutdown" : "reset");
    text.with("shutdown", shutdownEnds ? "poweroff" : "pause");
    text.with("panic", panicEnds ? "shutdown" : "pause");
    return text.with("watchdog", SmallDevices.watchdogAction(live));
  }

  private static boolean is(Optional<LifecycleAction> action, LifecycleAction which) {
    return action.filter(which::equals).isPresent();
  }
}
