package io.kvmsdk.domain.tuning;

import io.kvmsdk.error.InvalidDefinitionException;
import io.kvmsdk.units.CpuSet;
import java.time.Duration;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What libvirt refuses of {@code <cputune>} wherever it reads it. */
final class CpuTuneChecks {

  private static final Duration LEAST_PERIOD = Duration.ofMillis(1);
  private static final Duration MOST_PERIOD = Duration.ofSeconds(1);

  private CpuTuneChecks() {}

  static void check(CpuTune tune) {
    period("period", tune.period());
    quota("quota", tune.quota());
    period("global_period", tune.globalPeriod());
    quota("global_quota", tune.globalQuota());
    period("emulator_period", tune.emulatorPeriod());
    quota("emulator_quota", tune.emulatorQuota());
    period("iothread_period", tune.ioThreadPeriod());
    quota("iothread_quota", tune.ioThreadQuota());
    pins(tune);
    schedulers(tune);
    groups(tune);
  }

  private static void period(String name, Optional<Duration> period) {
    if (period.isEmpty() || period.get().isZero()) {
      return;
    }
    if (period.get().compareTo(LEAST_PERIOD) < 0 || period.get().compareTo(MOST_PERIOD) > 0) {
      throw wrong(name, period.get(), "1 ms to 1 s, or 0");
    }
  }

  private static void quota(String name, Optional<CpuQuota> quota) {
    if (quota.isPresent() && !quota.get().isPossible()) {
      throw wrong(
          name,
          quota.get(),
          CpuQuota.LEAST + " to " + CpuQuota.MOST + " microseconds, or -1 for no limit, or 0");
    }
  }

  private static void pins(CpuTune tune) {
    Set<Integer> vcpus = new HashSet<>();
    for (VcpuPin pin : tune.vcpuPins()) {
      if (!vcpus.add(pin.vcpu())) {
        throw wrong("vcpupin/@vcpu", pin.vcpu(), "a vCPU that is pinned once");
      }
    }
    Set<Integer> threads = new HashSet<>();
    for (IoThreadPin pin : tune.ioThreadPins()) {
      if (pin.ioThread() < 1 || !threads.add(pin.ioThread())) {
        throw wrong(
            "iothreadpin/@iothread", pin.ioThread(), "at least 1, an I/O thread pinned once");
      }
    }
  }

  private static void schedulers(CpuTune tune) {
    BitSet vcpus = new BitSet();
    for (VcpuScheduler it : tune.vcpuSchedulers()) {
      priority("vcpusched", it.scheduler(), it.priority());
      if (it.vcpus().isPresent()) {
        disjoint("vcpusched/@vcpus", vcpus, it.vcpus().get());
      }
    }
    BitSet threads = new BitSet();
    for (IoThreadScheduler it : tune.ioThreadSchedulers()) {
      priority("iothreadsched", it.scheduler(), it.priority());
      if (it.ioThreads().isPresent()) {
        disjoint("iothreadsched/@iothreads", threads, it.ioThreads().get());
      }
    }
    if (tune.emulatorScheduler().isPresent()) {
      priority("emulatorsched", tune.emulatorScheduler().get(), tune.emulatorPriority());
    }
  }

  private static void priority(String name, CpuScheduler scheduler, Optional<Integer> priority) {
    boolean realTime = scheduler.equals(CpuScheduler.FIFO) || scheduler.equals(CpuScheduler.RR);
    if (realTime && priority.isEmpty()) {
      throw wrong(name + "/@priority", "absent", "a priority, which " + scheduler + " needs");
    }
  }

  /** A vCPU is in one group of resctrl: a cache and a memory group are the same, or disjoint. */
  private static void groups(CpuTune tune) {
    List<CpuSet> caches = tune.cacheTunes().stream().map(CacheTune::vcpus).toList();
    List<CpuSet> memory = tune.memoryTunes().stream().map(BandwidthTune::vcpus).toList();
    BitSet inCaches = new BitSet();
    for (CpuSet vcpus : caches) {
      disjoint("cachetune/@vcpus", inCaches, vcpus);
    }
    BitSet inMemory = new BitSet();
    for (CpuSet vcpus : memory) {
      disjoint("memorytune/@vcpus", inMemory, vcpus);
      if (!caches.contains(vcpus) && vcpus.stream().anyMatch(inCaches::get)) {
        throw wrong("memorytune/@vcpus", vcpus, "the vCPUs of one cachetune, or of none");
      }
    }
  }

  private static void disjoint(String path, BitSet taken, CpuSet numbers) {
    if (numbers.stream().anyMatch(taken::get)) {
      throw wrong(path, numbers, "none that another has");
    }
    numbers.stream().forEach(taken::set);
  }

  private static InvalidDefinitionException wrong(String path, Object value, String expected) {
    return new InvalidDefinitionException("cputune/" + path, value.toString(), expected);
  }
}
