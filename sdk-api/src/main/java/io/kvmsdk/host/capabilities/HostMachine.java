package io.kvmsdk.host.capabilities;

import io.kvmsdk.domain.cpu.Cpu;
import io.kvmsdk.host.topology.CacheBank;
import io.kvmsdk.host.topology.MemoryBandwidthNode;
import io.kvmsdk.host.topology.NumaTopology;
import io.kvmsdk.host.topology.ResourceMonitor;
import io.kvmsdk.internal.style.ValueStyle;
import io.kvmsdk.xml.Extras;
import io.kvmsdk.xml.XmlIn;
import io.kvmsdk.xml.XmlMapping;
import io.kvmsdk.xml.XmlOut;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.immutables.value.Value;

/**
 * The machine that a hypervisor runs on.
 *
 * @see <a href="https://libvirt.org/formatcaps.html#host-capabilities">libvirt: Host
 *     capabilities</a>
 */
@Value.Immutable
@ValueStyle
public interface HostMachine extends WithHostMachine {

  /** How it is read and written. */
  XmlMapping<HostMachine> XML = new HostMachineXml();

  /** An empty builder. */
  static Builder builder() {
    return new Builder();
  }

  /** A builder that starts with the values of this one. */
  default Builder toBuilder() {
    return builder().from(this);
  }

  /** Its identity, as its firmware or the configuration of libvirt says it. */
  Optional<UUID> uuid();

  /** Its CPU as libvirt names it. What is in which place is better taken from the topology. */
  Cpu cpu();

  /** How it can sleep. */
  Optional<HostPowerManagement> powerManagement();

  /** Whether it has an IOMMU that is in use, which passing PCI devices to guests needs. */
  Optional<Boolean> iommu();

  /** How its domains can move to another host. */
  Optional<MigrationFeatures> migration();

  /** Its NUMA nodes. Absent where the hypervisor does not know. */
  Optional<NumaTopology> topology();

  /** The caches of its CPUs; empty where the hypervisor does not say it. */
  List<CacheBank> caches();

  /** What can be counted of the use of its caches. */
  Optional<ResourceMonitor> cacheMonitor();

  /** How its memory bandwidth can be shared out. */
  List<MemoryBandwidthNode> bandwidthNodes();

  /** What can be counted of the use of its memory bandwidth. */
  Optional<ResourceMonitor> bandwidthMonitor();

  /** How the hypervisor keeps domains apart, the first being its main one. */
  List<SecurityModel> securityModels();

  /** The security model of that name, such as {@code selinux}. */
  default Optional<SecurityModel> securityModel(String model) {
    return securityModels().stream().filter(one -> one.model().equals(model)).findFirst();
  }

  /** What the document says beyond this. */
  Extras extras();

  /** Makes values. */
  final class Builder extends ImmutableHostMachine.Builder {
    Builder() {
      extras(Extras.NONE);
    }
  }
}

final class HostMachineXml extends XmlMapping<HostMachine> {

  HostMachineXml() {
    super("host");
  }

  @Override
  protected HostMachine read(XmlIn in) {
    HostMachine.Builder b = HostMachine.builder();
    if (in.child("uuid").text()) b.uuid(in.uuid());
    XmlIn cpu = in.child("cpu");
    if (!cpu.present()) throw in.missing("cpu");
    b.cpu(cpu.read(Cpu.XML));
    XmlIn powerManagement = in.child("power_management");
    if (powerManagement.present()) b.powerManagement(powerManagement.read(HostPowerManagement.XML));
    if (in.child("iommu").yesNo("support")) b.iommu(in.flag());
    XmlIn migrationFeatures = in.child("migration_features");
    if (migrationFeatures.present()) b.migration(migrationFeatures.read(MigrationFeatures.XML));
    XmlIn topology = in.child("topology");
    if (topology.present()) b.topology(topology.read(NumaTopology.XML));
    XmlIn cache = in.child("cache");
    for (XmlIn cacheBank : cache.children("bank")) b.addCache(cacheBank.read(CacheBank.XML));
    XmlIn cacheMonitor = cache.child("monitor");
    if (cacheMonitor.present()) b.cacheMonitor(cacheMonitor.read(ResourceMonitor.XML));
    XmlIn memoryBandwidth = in.child("memory_bandwidth");
    for (XmlIn memoryBandwidthNode : memoryBandwidth.children("node"))
      b.addBandwidthNode(memoryBandwidthNode.read(MemoryBandwidthNode.XML));
    XmlIn memoryBandwidthMonitor = memoryBandwidth.child("monitor");
    if (memoryBandwidthMonitor.present())
      b.bandwidthMonitor(memoryBandwidthMonitor.read(ResourceMonitor.XML));
    for (XmlIn secmodel : in.children("secmodel"))
      b.addSecurityModel(secmodel.read(SecurityModel.XML));
    return b.extras(in.extras()).build();
  }

  @Override
  protected void write(HostMachine value, String name, XmlOut out) {
    out.begin(name, value.extras());
    out.partText("uuid", value.uuid());
    out.write("cpu", Cpu.XML, value.cpu());
    out.write("power_management", HostPowerManagement.XML, value.powerManagement());
    out.beginPart("iommu");
    out.yesNo("support", value.iommu());
    out.end();
    out.write("migration_features", MigrationFeatures.XML, value.migration());
    out.write("topology", NumaTopology.XML, value.topology());
    out.beginPart("cache");
    out.writeAll("bank", CacheBank.XML, value.caches());
    out.write("monitor", ResourceMonitor.XML, value.cacheMonitor());
    out.end();
    out.beginPart("memory_bandwidth");
    out.writeAll("node", MemoryBandwidthNode.XML, value.bandwidthNodes());
    out.write("monitor", ResourceMonitor.XML, value.bandwidthMonitor());
    out.end();
    out.writeAll("secmodel", SecurityModel.XML, value.securityModels());
    out.end();
  }
}
