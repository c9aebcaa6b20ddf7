package io.kvmsdk.qmp.direct;

import io.kvmsdk.call.FeatureProbe;
import io.kvmsdk.domain.DomainBackends;
import io.kvmsdk.domain.LifecycleBackend;
import io.kvmsdk.domain.agent.AgentBackend;
import io.kvmsdk.domain.cpu.CpuBackend;
import io.kvmsdk.domain.disk.DiskBackend;
import io.kvmsdk.domain.memory.MemoryBackend;
import io.kvmsdk.domain.network.InterfaceBackend;

/** All that is done with the domains of a connection. */
record Subjects(
    FeatureProbe probe,
    LifecycleBackend lifecycle,
    CpuBackend cpus,
    MemoryBackend memory,
    DiskBackend disks,
    InterfaceBackend interfaces,
    AgentBackend agent)
    implements DomainBackends {

  static Subjects of(QmpDomains domains, FeatureProbe probe, LifecycleBackend lifecycle) {
    return new Subjects(
        probe,
        lifecycle,
        new QmpCpus(domains),
        new QmpMemory(domains),
        new QmpDisks(domains),
        new QmpInterfaces(domains),
        new QmpAgent(domains));
  }
}
