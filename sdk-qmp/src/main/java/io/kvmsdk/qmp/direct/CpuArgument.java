package io.kvmsdk.qmp.direct;

import io.kvmsdk.domain.boot.Timer;
import io.kvmsdk.domain.cpu.Cpu;
import io.kvmsdk.domain.cpu.CpuCacheMode;
import io.kvmsdk.domain.cpu.CpuCheck;
import io.kvmsdk.domain.cpu.CpuFeature;
import io.kvmsdk.domain.cpu.CpuMatch;
import io.kvmsdk.domain.cpu.CpuMode;
import io.kvmsdk.domain.cpu.FeaturePolicy;
import io.kvmsdk.domain.cpu.MaxPhysAddr;
import io.kvmsdk.domain.cpu.MaxPhysAddrMode;
import io.kvmsdk.domain.definition.DomainDefinition;
import io.kvmsdk.domain.definition.VirtType;
import io.kvmsdk.domain.features.Apic;
import io.kvmsdk.domain.features.KvmFeatures;
import io.kvmsdk.domain.features.MachineFeatures;
import java.util.Optional;

/**
 * The CPU that a guest sees.
 *
 * <p>Where a definition leaves it open, a KVM guest gets the host's CPU ({@code host}), for that is
 * what it runs on anyway, and an emulated one {@code qemu64}, which is emulated fastest. A host
 * model is the host's CPU too, without what would not survive a migration; libvirt would name a
 * model and features instead.
 */
final class CpuArgument {

  private final DomainDefinition live;
  private final QemuCapabilities qemu;
  private final Cpu cpu;
  private final boolean kvm;

  CpuArgument(DomainDefinition live, QemuCapabilities qemu) {
    this.live = live;
    this.qemu = qemu;
    this.cpu = live.cpu().orElseGet(() -> Cpu.builder().build());
    this.kvm = live.type().equals(VirtType.KVM);
  }

  /** QEMU has no way to quote in it, so that every part of it is a word. */
  String text() {
    StringBuilder text = new StringBuilder(model());
    cpu.model()
        .flatMap(model -> model.vendorId())
        .ifPresent(id -> set(text, "vendor", Refusal.word("domain/cpu/model/@vendor_id", id)));
    for (CpuFeature feature : cpu.features()) {
      String name = Refusal.word("domain/cpu/feature/@name", feature.name());
      set(text, name.replace('_', '-'), OptionText.onOff(isOn(feature)));
    }
    caches(text);
    addressBits(text);
    features(text);
    timers(text);
    if (cpu.check().filter(CpuCheck.FULL::equals).isPresent()
        || cpu.match().filter(CpuMatch.STRICT::equals).isPresent()) {
      text.append(",enforce");
    }
    return text.toString();
  }

  private String model() {
    String mode = cpu.mode().orElse(CpuMode.CUSTOM).value();
    if (cpu.migratable().isPresent()
        && !mode.equals("host-passthrough")
        && !mode.equals("maximum")) {
      throw Refusal.invalid(
          "domain/cpu/@migratable", mode, "the mode host-passthrough or maximum beside it");
    }
    String name = cpu.model().map(model -> model.name().strip()).orElse("");
    if (!mode.equals("custom") && !name.isEmpty()) {
      throw Refusal.invalid("domain/cpu/model", name, "none in the mode " + mode);
    }
    return switch (mode) {
      case "custom" -> name.isEmpty() ? usual() : named(name);
      case "host-passthrough" -> {
        if (!kvm) {
          throw Refusal.unsupported(
              "domain/cpu/@mode",
              "an emulated CPU is not the host's",
              "use the mode maximum or a named model, or the type kvm");
        }
        yield "host" + migratable(true);
      }
      case "host-model" -> kvm ? "host" + migratable(true) : "max";
      case "maximum" -> "max" + (cpu.migratable().isPresent() ? migratable(true) : "");
      default -> throw Refusal.unknown("domain/cpu/@mode", mode, "host-passthrough or custom");
    };
  }

  private String usual() {
    if (kvm) {
      return "host" + migratable(true);
    }
    return qemu.architecture().equals("i386") ? "qemu32" : "qemu64";
  }

  private String migratable(boolean usual) {
    return ",migratable=" + OptionText.onOff(cpu.migratable().orElse(usual));
  }

  private String named(String model) {
    String name = Refusal.word("domain/cpu/model", model);
    if (!qemu.cpuModels().isEmpty() && !qemu.cpuModels().contains(name)) {
      throw Refusal.unsupported(
          "domain/cpu/model", qemu + " has no CPU model " + name, "use one that it has");
    }
    return name;
  }

  private static boolean isOn(CpuFeature feature) {
    FeaturePolicy policy = feature.policy().orElse(FeaturePolicy.REQUIRE);
    return !policy.equals(FeaturePolicy.DISABLE) && !policy.equals(FeaturePolicy.FORBID);
  }

  private void caches(StringBuilder text) {
    if (cpu.cache().isPresent()) {
      CpuCacheMode mode = cpu.cache().get().mode();
      set(text, "host-cache-info", OptionText.onOff(mode.equals(CpuCacheMode.PASSTHROUGH)));
      set(text, "l3-cache", OptionText.onOff(mode.equals(CpuCacheMode.EMULATE)));
    }
  }

  private void addressBits(StringBuilder text) {
    Optional<Integer> bits = cpu.maxPhysAddr().flatMap(MaxPhysAddr::bits);
    if (cpu.maxPhysAddr().map(MaxPhysAddr::mode).equals(Optional.of(MaxPhysAddrMode.PASSTHROUGH))) {
      if (bits.isPresent()) {
        throw Refusal.invalid(
            "domain/cpu/maxphysaddr/@bits", bits.get(), "none in the mode passthrough");
      }
      set(text, "host-phys-bits", "on");
    } else {
      bits.ifPresent(it -> set(text, "phys-bits", Integer.toString(it)));
    }
  }

  private void features(StringBuilder text) {
    MachineFeatures features = live.features().orElseGet(MachineFeatures::pc);
    features
        .apic()
        .flatMap(Apic::eoi)
        .ifPresent(on -> set(text, "kvm-pv-eoi", OptionText.onOff(on)));
    features.pmu().ifPresent(on -> set(text, "pmu", OptionText.onOff(on)));
    features
        .kvm()
        .flatMap(KvmFeatures::hidden)
        .ifPresent(hidden -> set(text, "kvm", OptionText.onOff(!hidden)));
    features
        .kvm()
        .flatMap(KvmFeatures::hintDedicated)
        .ifPresent(on -> set(text, "kvm-hint-dedicated", OptionText.onOff(on)));
  }

  private void timers(StringBuilder text) {
    ClockArguments.present(live, "kvmclock")
        .ifPresent(on -> set(text, "kvmclock", OptionText.onOff(on)));
    ClockArguments.timer(live, "tsc")
        .flatMap(Timer::frequency)
        .ifPresent(frequency -> set(text, "tsc-frequency", Long.toString(frequency)));
  }

  private static void set(StringBuilder text, String name, String value) {
    text.append(',').append(name).append('=').append(value);
  }
}
