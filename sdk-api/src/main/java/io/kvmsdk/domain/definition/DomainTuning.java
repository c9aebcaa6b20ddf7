package io.kvmsdk.domain.definition;

import io.kvmsdk.domain.disk.ThrottleGroup;
import io.kvmsdk.domain.memory.MemTune;
import io.kvmsdk.domain.memory.MemoryBacking;
import io.kvmsdk.domain.numa.NumaTune;
import io.kvmsdk.domain.tuning.BlkioTune;
import io.kvmsdk.domain.tuning.CpuTune;
import io.kvmsdk.domain.tuning.DefaultIoThread;
import io.kvmsdk.domain.tuning.IoThread;
import io.kvmsdk.domain.tuning.PerfEvents;
import io.kvmsdk.domain.tuning.Resource;
import java.util.List;
import java.util.Optional;

/**
 * What of the host's CPU time, memory and block devices a domain gets.
 *
 * @see <a href="https://libvirt.org/formatdomain.html">libvirt: Domain XML format</a>
 */
public interface DomainTuning {

  /** How many I/O threads it has. Since libvirt 1.2.8. */
  Optional<Integer> ioThreads();

  /** Its I/O threads one by one; absent means numbered from 1. Since libvirt 1.2.15. */
  List<IoThread> ioThreadIds();

  /** The thread of devices without an I/O thread of their own. Since libvirt 8.5.0. */
  Optional<DefaultIoThread> defaultIoThread();

  /** How its threads are placed on the host's CPUs, and what time they get. */
  Optional<CpuTune> cpuTune();

  /** What on the host its memory is made of. */
  Optional<MemoryBacking> memoryBacking();

  /** Limits of the memory that it may use on the host. */
  Optional<MemTune> memTune();

  /** On which NUMA nodes of the host its memory lies. Since libvirt 0.9.3. */
  Optional<NumaTune> numaTune();

  /** What share of the host's block devices it gets. Since libvirt 0.8.8. */
  Optional<BlkioTune> blkioTune();

  /** Limits of throughput that several of its disks share. Since libvirt 11.2.0. */
  List<ThrottleGroup> throttleGroups();

  /** The group of the host's resources in which it is. Since libvirt 1.0.5. */
  Optional<Resource> resource();

  /** What the host's performance monitoring counts of it. Since libvirt 1.3.3. */
  Optional<PerfEvents> perf();
}
