package io.kvmsdk.domain.definition;

import static io.kvmsdk.domain.namespaces.HypervisorNamespace.BHYVE;
import static io.kvmsdk.domain.namespaces.HypervisorNamespace.LXC;
import static io.kvmsdk.domain.namespaces.HypervisorNamespace.QEMU;
import static io.kvmsdk.domain.namespaces.HypervisorNamespace.VMWARE;
import static io.kvmsdk.domain.namespaces.HypervisorNamespace.XEN;

import io.kvmsdk.domain.namespaces.BhyveCommandLine;
import io.kvmsdk.domain.namespaces.LxcNamespace;
import io.kvmsdk.domain.namespaces.QemuCapabilities;
import io.kvmsdk.domain.namespaces.QemuCommandLine;
import io.kvmsdk.domain.namespaces.QemuDeprecation;
import io.kvmsdk.domain.namespaces.QemuOverride;
import io.kvmsdk.domain.namespaces.XenCommandLine;
import io.kvmsdk.xml.XmlIn;
import io.kvmsdk.xml.XmlOut;

/** Reads and writes what single hypervisors are told of a domain. */
final class NamespacesXml {

  private NamespacesXml() {}

  static void read(XmlIn in, DomainDefinition.Builder b) {
    XmlIn commands = in.child(QEMU, "commandline");
    if (commands.present()) b.qemuCommandLine(commands.read(QemuCommandLine.XML));
    XmlIn capabilities = in.child(QEMU, "capabilities");
    if (capabilities.present()) b.qemuCapabilities(capabilities.read(QemuCapabilities.XML));
    XmlIn override = in.child(QEMU, "override");
    if (override.present()) b.qemuOverride(override.read(QemuOverride.XML));
    XmlIn deprecation = in.child(QEMU, "deprecation");
    if (deprecation.present()) b.qemuDeprecation(deprecation.read(QemuDeprecation.XML));
    XmlIn shared = in.child(LXC, "namespace");
    if (shared.present()) b.lxcNamespace(shared.read(LxcNamespace.XML));
    XmlIn xen = in.child(XEN, "commandline");
    if (xen.present()) b.xenCommandLine(xen.read(XenCommandLine.XML));
    XmlIn bhyve = in.child(BHYVE, "commandline");
    if (bhyve.present()) b.bhyveCommandLine(bhyve.read(BhyveCommandLine.XML));
    if (in.child(VMWARE, "datacenterpath").text()) b.vmwareDatacenterPath(in.value());
  }

  static void write(DomainDefinition value, XmlOut out) {
    out.write(QemuCommandLine.XML, value.qemuCommandLine());
    out.write(QemuCapabilities.XML, value.qemuCapabilities());
    out.write(QemuOverride.XML, value.qemuOverride());
    out.write(QemuDeprecation.XML, value.qemuDeprecation());
    out.write(LxcNamespace.XML, value.lxcNamespace());
    out.write(XenCommandLine.XML, value.xenCommandLine());
    out.write(BhyveCommandLine.XML, value.bhyveCommandLine());
    out.beginPart("vmware", VMWARE, "datacenterpath");
    out.text(value.vmwareDatacenterPath());
    out.end();
  }
}
