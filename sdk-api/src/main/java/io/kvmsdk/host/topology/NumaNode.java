package io.kvmsdk.host.topology;

import io.kvmsdk.domain.numa.NumaCache;
import io.kvmsdk.domain.numa.NumaDistance;
import io.kvmsdk.internal.style.ValueStyle;
import io.kvmsdk.units.ByteSize;
import io.kvmsdk.units.CpuSet;
import io.kvmsdk.xml.Extras;
import io.kvmsdk.xml.XmlIn;
import io.kvmsdk.xml.XmlMapping;
import io.kvmsdk.xml.XmlOut;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.immutables.value.Value;

/**
 * A NUMA node of a host: memory and the CPUs that are next to it.
 *
 * @see <a href="https://libvirt.org/formatcaps.html#host-capabilities">libvirt: Host
 *     capabilities</a>
 */
@Value.Immutable
@ValueStyle
public interface NumaNode extends WithNumaNode {

  /** How it is read and written. */
  XmlMapping<NumaNode> XML = new NumaNodeXml();

  /** An empty builder. */
  static Builder builder() {
    return new Builder();
  }

  /** A builder that starts with the values of this one. */
  default Builder toBuilder() {
    return builder().from(this);
  }

  /** Its number. Numbers may have gaps. */
  int id();

  /** Its memory. */
  Optional<ByteSize> memory();

  /** How many pages of each size it has, ordinary ones first. */
  List<NodePages> pages();

  /** How far the nodes are from it, itself among them. */
  List<NumaDistance> distances();

  /** Caches of its memory. */
  List<NumaCache> caches();

  /** Its CPUs; empty for a node of memory only, and where the hypervisor does not say them. */
  List<HostCpu> cpus();

  /** Whether the hypervisor says that it has no CPUs. */
  boolean memoryOnly();

  /** The CPU of that number, if it is one of the node's. */
  default Optional<HostCpu> cpu(int cpu) {
    return cpus().stream().filter(one -> one.id() == cpu).findFirst();
  }

  /** The numbers of its CPUs. */
  default CpuSet cpuSet() {
    return CpuSet.of(cpus().stream().mapToInt(HostCpu::id).toArray());
  }

  /** How far a node is from this one; empty where the hypervisor does not say it. */
  default OptionalInt distanceTo(int node) {
    return distances().stream()
        .filter(one -> one.id() == node)
        .mapToInt(NumaDistance::value)
        .findFirst();
  }

  /** How many pages of that size it has, used ones among them; empty if there is no such size. */
  default OptionalLong pages(ByteSize size) {
    return pages().stream()
        .filter(one -> one.size().equals(size))
        .mapToLong(NodePages::count)
        .findFirst();
  }

  /** What the document says beyond this. */
  Extras extras();

  /** Makes values. */
  final class Builder extends ImmutableNumaNode.Builder {
    Builder() {
      extras(Extras.NONE);
      memoryOnly(false);
    }
  }
}

final class NumaNodeXml extends XmlMapping<NumaNode> {

  NumaNodeXml() {
    super("cell");
  }

  @Override
  protected NumaNode read(XmlIn in) {
    NumaNode.Builder b = NumaNode.builder();
    if (!in.intAttr("id")) throw in.missing("@id");
    b.id(in.intValue());
    if (in.child("memory").sizeText("KiB")) b.memory(in.size());
    for (XmlIn pages : in.children("pages")) b.addPage(pages.read(NodePages.XML));
    XmlIn distances = in.child("distances");
    for (XmlIn distancesSibling : distances.children("sibling"))
      b.addDistance(distancesSibling.read(NumaDistance.XML));
    for (XmlIn cache : in.children("cache")) b.addCache(cache.read(NumaCache.XML));
    XmlIn list = in.child("cpus");
    List<XmlIn> cpus = list.children("cpu");
    NumaTopologyXml.count(list, cpus.size());
    b.memoryOnly(list.present() && cpus.isEmpty());
    for (XmlIn cpu : cpus) b.addCpu(cpu.read(HostCpu.XML));
    return b.extras(in.extras()).build();
  }

  @Override
  protected void write(NumaNode value, String name, XmlOut out) {
    out.begin(name, value.extras());
    out.attr("id", value.id());
    out.partSize("memory", value.memory());
    out.writeAll("pages", NodePages.XML, value.pages());
    out.beginPart("distances");
    out.writeAll("sibling", NumaDistance.XML, value.distances());
    out.end();
    out.writeAll("cache", NumaCache.XML, value.caches());
    out.beginPart("cpus");
    if (value.memoryOnly() || !value.cpus().isEmpty()) out.attr("num", value.cpus().size());
    out.writeAll("cpu", HostCpu.XML, value.cpus());
    out.end();
    out.end();
  }
}
