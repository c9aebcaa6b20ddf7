package io.kvmsdk.domain.tuning;

import io.kvmsdk.units.CpuSet;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Which threads of a domain run on which CPUs of the host, for {@link CpuTune#pinned} and {@link
 * CpuTune.Builder#pin}.
 *
 * @param vcpus where vCPUs run
 * @param ioThreads where I/O threads run
 * @param emulator where all other threads run; empty leaves it open
 */
public record Pinning(List<VcpuPin> vcpus, List<IoThreadPin> ioThreads, Optional<CpuSet> emulator) {

  public Pinning {
    vcpus = List.copyOf(vcpus);
    ioThreads = List.copyOf(ioThreads);
  }

  /**
   * A CPU of the host for each vCPU, in their order.
   *
   * @param firstHostCpu the CPU for vCPU 0
   * @param count how many vCPUs there are; at least 1
   */
  public static Pinning oneToOne(int firstHostCpu, int count) {
    return oneToOne(CpuSet.range(firstHostCpu, firstHostCpu + count - 1));
  }

  /** A CPU of the host for each vCPU: the lowest for vCPU 0, the next for vCPU 1, and so on. */
  public static Pinning oneToOne(CpuSet hostCpus) {
    List<VcpuPin> pins = new ArrayList<>();
    for (int cpu : hostCpus.stream().toArray()) {
      pins.add(VcpuPin.of(pins.size(), CpuSet.of(cpu)));
    }
    return new Pinning(pins, List.of(), Optional.empty());
  }

  /** So many vCPUs, from vCPU 0 on, each on any of these CPUs of the host. */
  public static Pinning together(int count, CpuSet hostCpus) {
    List<VcpuPin> pins = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      pins.add(VcpuPin.of(i, hostCpus));
    }
    return new Pinning(pins, List.of(), Optional.empty());
  }

  /** The same, with the threads that are not vCPUs or I/O threads on these CPUs of the host. */
  public Pinning withEmulator(CpuSet hostCpus) {
    return new Pinning(vcpus, ioThreads, Optional.of(hostCpus));
  }

  /** The same, with the I/O thread of that number, from 1, on these CPUs of the host. */
  public Pinning withIoThread(int ioThread, CpuSet hostCpus) {
    List<IoThreadPin> pins = new ArrayList<>(ioThreads);
    pins.add(IoThreadPin.of(ioThread, hostCpus));
    return new Pinning(vcpus, pins, emulator);
  }
}
