package io.kvmsdk.host.topology;

import io.kvmsdk.domain.numa.NumaBandwidth;
import io.kvmsdk.domain.numa.NumaLatency;
import io.kvmsdk.internal.style.ValueStyle;
import io.kvmsdk.units.ByteSize;
import io.kvmsdk.units.CpuSet;
import io.kvmsdk.xml.Extras;
import io.kvmsdk.xml.Strictness;
import io.kvmsdk.xml.XmlIn;
import io.kvmsdk.xml.XmlMapping;
import io.kvmsdk.xml.XmlOut;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.immutables.value.Value;

/**
 * The NUMA nodes of a host with their memory and CPUs, and the ways between them. A host without
 * NUMA has one node.
 *
 * @see <a href="https://libvirt.org/formatcaps.html#host-capabilities">libvirt: Host
 *     capabilities</a>
 */
@Value.Immutable
@ValueStyle
public interface NumaTopology extends WithNumaTopology {

  /** How it is read and written. */
  XmlMapping<NumaTopology> XML = new NumaTopologyXml();

  /** An empty builder. */
  static Builder builder() {
    return new Builder();
  }

  /** A builder that starts with the values of this one. */
  default Builder toBuilder() {
    return builder().from(this);
  }

  /** What {@code <topology>} says, keeping what has no name here. */
  static NumaTopology fromXml(String xml) {
    return fromXml(xml, Strictness.LENIENT);
  }

  /** What {@code <topology>} says. */
  static NumaTopology fromXml(String xml, Strictness strictness) {
    return XML.parse(xml, strictness);
  }

  /** The value as {@code <topology>}. */
  default String toXml() {
    return XML.format(this);
  }

  /** The nodes; the hypervisor lists at least one. */
  List<NumaNode> nodes();

  /**
   * How long an access from one node to another takes. Empty where the firmware does not say it.
   */
  List<NumaLatency> latencies();

  /** How much can be moved from one node to another. Empty where the firmware does not say it. */
  List<NumaBandwidth> bandwidths();

  /** The node of that number. */
  default Optional<NumaNode> node(int id) {
    return nodes().stream().filter(node -> node.id() == id).findFirst();
  }

  /** The node that the CPU belongs to; empty for a CPU that is not listed. */
  default Optional<NumaNode> nodeOf(int cpu) {
    return nodes().stream().filter(node -> node.cpu(cpu).isPresent()).findFirst();
  }

  /** The CPU of that number. */
  default Optional<HostCpu> cpu(int id) {
    return nodes().stream().flatMap(node -> node.cpu(id).stream()).findFirst();
  }

  /** The numbers of all CPUs. */
  default CpuSet cpuSet() {
    return CpuSet.of(
        nodes().stream().flatMap(node -> node.cpus().stream()).mapToInt(HostCpu::id).toArray());
  }

  /** The numbers of the CPUs of a node; empty for a node that is not listed. */
  default CpuSet cpusOf(int node) {
    return node(node).map(NumaNode::cpuSet).orElse(CpuSet.of());
  }

  /**
   * The threads that share a core with the CPU, itself among them; empty where the hypervisor does
   * not say it.
   */
  default Optional<CpuSet> siblingsOf(int cpu) {
    return cpu(cpu).flatMap(HostCpu::siblings);
  }

  /** How many CPUs all nodes have together. */
  default int cpuCount() {
    return nodes().stream().mapToInt(node -> node.cpus().size()).sum();
  }

  /** The memory of all nodes together; a node that does not say it counts as none. */
  default ByteSize memory() {
    return nodes().stream()
        .flatMap(node -> node.memory().stream())
        .reduce(ByteSize.ZERO, ByteSize::plus);
  }

  /**
   * How far one node is from another, 10 being a node from itself; empty where the hypervisor does
   * not say it.
   */
  default OptionalInt distance(int from, int to) {
    return node(from).map(node -> node.distanceTo(to)).orElse(OptionalInt.empty());
  }

  /**
   * The sizes of huge pages that some node has, in rising order: all sizes but the smallest, which
   * is that of ordinary pages. Such a size is known to the kernel; that does not mean that any page
   * of it is set aside.
   */
  default List<ByteSize> hugePageSizes() {
    return nodes().stream()
        .flatMap(node -> node.pages().stream())
        .map(NodePages::size)
        .distinct()
        .sorted()
        .skip(1)
        .toList();
  }

  /** What the document says beyond this. */
  Extras extras();

  /** Makes values. */
  final class Builder extends ImmutableNumaTopology.Builder {
    Builder() {
      extras(Extras.NONE);
    }
  }
}

final class NumaTopologyXml extends XmlMapping<NumaTopology> {

  NumaTopologyXml() {
    super("topology");
  }

  @Override
  protected NumaTopology read(XmlIn in) {
    NumaTopology.Builder b = NumaTopology.builder();
    XmlIn cells = in.child("cells");
    List<XmlIn> nodes = cells.children("cell");
    count(cells, nodes.size());
    for (XmlIn node : nodes) b.addNode(node.read(NumaNode.XML));
    XmlIn interconnects = in.child("interconnects");
    for (XmlIn interconnectsLatency : interconnects.children("latency"))
      b.addLatency(interconnectsLatency.read(NumaLatency.XML));
    for (XmlIn interconnectsBandwidth : interconnects.children("bandwidth"))
      b.addBandwidth(interconnectsBandwidth.read(NumaBandwidth.XML));
    return b.extras(in.extras()).build();
  }

  /** Reads a number that says nothing but how many elements follow, and may be wrong. */
  static void count(XmlIn list, int size) {
    if (list.present() && !list.intAttr("num")) list.attrOr("num", Integer.toString(size));
    if (list.present()) list.spelledAs(size);
  }

  @Override
  protected void write(NumaTopology value, String name, XmlOut out) {
    out.begin(name, value.extras());
    out.beginPart("cells");
    out.attr("num", value.nodes().size());
    out.writeAll("cell", NumaNode.XML, value.nodes());
    out.end();
    out.beginPart("interconnects");
    out.writeAll("latency", NumaLatency.XML, value.latencies());
    out.writeAll("bandwidth", NumaBandwidth.XML, value.bandwidths());
    out.end();
    out.end();
  }
}
