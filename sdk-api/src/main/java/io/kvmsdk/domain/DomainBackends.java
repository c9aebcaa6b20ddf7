package io.kvmsdk.domain;

import io.kvmsdk.call.FeatureProbe;
import io.kvmsdk.domain.agent.AgentBackend;
import io.kvmsdk.domain.cpu.CpuBackend;
import io.kvmsdk.domain.disk.DiskBackend;
import io.kvmsdk.domain.memory.MemoryBackend;
import io.kvmsdk.domain.network.InterfaceBackend;

/** One narrow interface a subject, all of one connection. Thread-safe. */
public interface DomainBackends {

  /** What can be done with which domain. */
  FeatureProbe probe();

  /** Defining, starting, stopping, looking. */
  LifecycleBackend lifecycle();

  /** vCPUs. */
  CpuBackend cpus();

  /** Memory. */
  MemoryBackend memory();

  /** Disks. */
  DiskBackend disks();

  /** Network interfaces. */
  InterfaceBackend interfaces();

  /** The agent inside the guest. */
  AgentBackend agent();
}
