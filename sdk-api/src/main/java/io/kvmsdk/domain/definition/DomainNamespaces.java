package io.kvmsdk.domain.definition;

import io.kvmsdk.domain.namespaces.BhyveCommandLine;
import io.kvmsdk.domain.namespaces.LxcNamespace;
import io.kvmsdk.domain.namespaces.QemuCapabilities;
import io.kvmsdk.domain.namespaces.QemuCommandLine;
import io.kvmsdk.domain.namespaces.QemuDeprecation;
import io.kvmsdk.domain.namespaces.QemuOverride;
import io.kvmsdk.domain.namespaces.XenCommandLine;
import java.util.Optional;

/**
 * What one hypervisor is told of a domain past libvirt. libvirt passes it on as it is; what it does
 * is not supported by anybody.
 *
 * @see <a href="https://libvirt.org/drvqemu.html#pass-through-of-arbitrary-qemu-commands">libvirt:
 *     Pass-through of arbitrary qemu commands</a>
 */
public interface DomainNamespaces {

  /** What QEMU is told beside what libvirt tells it. Since libvirt 0.8.3. */
  Optional<QemuCommandLine> qemuCommandLine();

  /** What libvirt is to believe of its QEMU; for tests. Since libvirt 5.5.0. */
  Optional<QemuCapabilities> qemuCapabilities();

  /** What QEMU does with what it will drop one day; for tests. */
  Optional<QemuDeprecation> qemuDeprecation();

  /** What QEMU is told of devices, against what libvirt says. Since libvirt 8.2.0. */
  Optional<QemuOverride> qemuOverride();

  /** Namespaces of Linux that a container shares. Since libvirt 1.2.19. */
  Optional<LxcNamespace> lxcNamespace();

  /** What the QEMU behind a Xen guest is told beside that. Since libvirt 6.7.0. */
  Optional<XenCommandLine> xenCommandLine();

  /** What bhyve is told beside that. Since libvirt 5.1.0. */
  Optional<BhyveCommandLine> bhyveCommandLine();

  /** Where in VMware's tree of folders and data centers the domain is; read only. */
  Optional<String> vmwareDatacenterPath();
}
