package io.kvmsdk.libvirt;

import io.kvmsdk.domain.DomainBackends;

/** What is done with domains over one session. */
record LibvirtDomains(
    LibvirtFeatures probe,
    LibvirtLifecycle lifecycle,
    LibvirtCpus cpus,
    LibvirtMemory memory,
    LibvirtDisks disks,
    LibvirtInterfaces interfaces,
    LibvirtAgent agent)
    implements DomainBackends {}
