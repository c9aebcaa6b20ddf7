package io.kvmsdk.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.kvmsdk.call.Apply;
import io.kvmsdk.capability.Feature;
import io.kvmsdk.capability.Support;
import io.kvmsdk.domain.Domain;
import io.kvmsdk.domain.DomainFeatures;
import io.kvmsdk.domain.ShutdownMode;
import io.kvmsdk.domain.agent.AgentFeatures;
import io.kvmsdk.domain.cpu.CpuFeatures;
import io.kvmsdk.domain.definition.DomainDefinition;
import io.kvmsdk.domain.disk.Disk;
import io.kvmsdk.domain.disk.DiskFeatures;
import io.kvmsdk.domain.disk.IoTune;
import io.kvmsdk.domain.memory.MemoryFeatures;
import io.kvmsdk.domain.network.InterfaceFeatures;
import io.kvmsdk.testkit.contract.Outcomes.Kind;
import io.kvmsdk.units.ByteSize;
import io.kvmsdk.units.MacAddress;
import java.util.LinkedHashMap;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * What can be had and what cannot. That what can be had works is proved subject by subject; here
 * each feature of each subject is asked for, and those that cannot be had are refused.
 */
@Tag("feature")
abstract class FeatureContract extends Contract {

  private static final ByteSize LESS = ByteSize.mebibytes(208);

  @Override
  DomainDefinition definition() {
    return guest("shared").addDisk(DiskContract.disk("vda", image("vda", 16))).build();
  }

  /** Each feature, with a call that needs it and that starts nothing where it is had. */
  final Map<Feature, ThrowingCallable> calls(Domain domain) {
    DomainDefinition other = guest("other").build();
    MacAddress mac = MacAddress.random();
    Disk disk = DiskContract.disk("vdd", target().scratch().resolve(name("none") + ".raw"));
    Map<Feature, ThrowingCallable> calls = new LinkedHashMap<>();
    calls.put(DomainFeatures.DEFINE, () -> kvm().domains().define(other));
    calls.put(DomainFeatures.CREATE_TRANSIENT, () -> kvm().domains().create(other));
    calls.put(DomainFeatures.START, domain::start);
    calls.put(DomainFeatures.START_PAUSED, domain::startPaused);
    calls.put(DomainFeatures.SUSPEND, domain::suspend);
    calls.put(DomainFeatures.SHUTDOWN_ACPI, domain::shutdown);
    calls.put(DomainFeatures.SHUTDOWN_AGENT, () -> domain.shutdown(ShutdownMode.AGENT));
    calls.put(DomainFeatures.REBOOT_ACPI, domain::reboot);
    calls.put(DomainFeatures.REBOOT_AGENT, () -> domain.reboot(ShutdownMode.AGENT));
    calls.put(DomainFeatures.RESET, domain::reset);
    calls.put(DomainFeatures.AUTOSTART, () -> domain.setAutostart(true));
    calls.put(AgentFeatures.COMMAND, () -> domain.agent().ping());
    calls.put(CpuFeatures.HOT_ADD, () -> domain.cpus().setOnline(2, Apply.LIVE));
    calls.put(CpuFeatures.HOT_REMOVE, () -> domain.cpus().setOnline(1, Apply.LIVE));
    calls.put(CpuFeatures.CONFIG, () -> domain.cpus().setOnline(2, Apply.CONFIG));
    calls.put(MemoryFeatures.BALLOON, () -> domain.memory().balloonTo(LESS));
    calls.put(MemoryFeatures.CONFIG, () -> domain.memory().balloonTo(LESS, Apply.CONFIG));
    calls.put(DiskFeatures.HOT_ATTACH, () -> domain.disks().attach(disk, Apply.LIVE));
    calls.put(DiskFeatures.HOT_DETACH, () -> domain.disks().detach("vda", Apply.LIVE));
    calls.put(
        DiskFeatures.THROTTLE,
        () -> domain.disks().throttle("vda", IoTune.totalIops(9), Apply.LIVE));
    calls.put(DiskFeatures.CONFIG, () -> domain.disks().detach("vda", Apply.CONFIG));
    calls.put(
        InterfaceFeatures.HOT_ATTACH,
        () -> domain.interfaces().attach(target().networkInterface(), Apply.LIVE));
    calls.put(InterfaceFeatures.HOT_DETACH, () -> domain.interfaces().detach(mac, Apply.LIVE));
    calls.put(InterfaceFeatures.CONFIG, () -> domain.interfaces().detach(mac, Apply.CONFIG));
    return calls;
  }

  @Test
  void whatCannotBeHadIsRefused() {
    record(
        "a guest boots",
        target().boots() ? Kind.FEATURE_YES : Kind.FEATURE_NO,
        target().boots() ? "" : "no guest runs: what one would see is not proved");
    Domain domain = running();
    calls(domain)
        .forEach((feature, call) -> {
          Support support = domain.support(feature);
          if (support instanceof Support.No no) {
            record(feature.id(), Kind.FEATURE_NO, no.reason() + "; " + no.remedy());
            proveFeatureRefused(domain, feature, no, call);
          } else {
            record(feature.id(), Kind.FEATURE_YES, "");
          }
        });
  }

  /** A vCPU can only be taken from a machine that has more than one. */
  private void proveFeatureRefused(
      Domain domain, Feature feature, Support.No no, ThrowingCallable call) {
    if (!feature.equals(CpuFeatures.HOT_REMOVE)) {
      proveRefused(domain, feature, no, call);
      return;
    }
    if (domain.support(CpuFeatures.HOT_ADD).isYes()) {
      domain.cpus().setOnline(2, Apply.LIVE);
      proveRefused(domain, feature, no, call);
      domain.destroy();
      domain.start();
    }
  }

  @Test
  void aDomainCanDoNoMoreThanItsConnection() {
    Domain domain = shared();
    for (Feature feature : calls(domain).keySet()) {
      if (!kvm().support(feature).isYes()) {
        assertThat(domain.support(feature)).as("%s", feature).isInstanceOf(Support.No.class);
      }
    }
  }

  @Test
  void nobodyCanDoWhatNobodyHeardOf() {
    Feature fantasy = new Feature("domain.teleport");
    for (Support support : new Support[] {kvm().support(fantasy), shared().support(fantasy)}) {
      assertThat(support)
          .isInstanceOfSatisfying(
              Support.No.class,
              no -> {
                assertThat(no.reason()).isNotBlank();
                assertThat(no.remedy()).isNotBlank();
              });
    }
  }
}
