package io.kvmsdk.domain.numa;

import io.kvmsdk.error.InvalidDefinitionException;
import io.kvmsdk.internal.style.ValueStyle;
import io.kvmsdk.units.CpuSet;
import io.kvmsdk.xml.Extras;
import io.kvmsdk.xml.Strictness;
import io.kvmsdk.xml.XmlIn;
import io.kvmsdk.xml.XmlMapping;
import io.kvmsdk.xml.XmlOut;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.immutables.value.Value;

/**
 * On which NUMA nodes of the host the memory of a domain lies. Since libvirt 0.9.3.
 *
 * @see <a href="https://libvirt.org/formatdomain.html#numa-node-tuning">libvirt: NUMA Node
 *     Tuning</a>
 */
@Value.Immutable
@ValueStyle
public interface NumaTune extends WithNumaTune {

  /** How it is read and written. */
  XmlMapping<NumaTune> XML = new NumaTuneXml();

  /** On these nodes and no others; without memory there the domain does not start. */
  static NumaTune strict(CpuSet nodes) {
    return builder().mode(NumaMode.STRICT).nodes(nodes).build();
  }

  /** Page by page on one of these nodes after the other. */
  static NumaTune interleave(CpuSet nodes) {
    return builder().mode(NumaMode.INTERLEAVE).nodes(nodes).build();
  }

  /** On that node while it has memory, then on others; before QEMU 7.1 it can be only one. */
  static NumaTune preferred(CpuSet nodes) {
    return builder().mode(NumaMode.PREFERRED).nodes(nodes).build();
  }

  /** On those nodes that numad advises when the domain starts. */
  static NumaTune auto() {
    return builder().mode(NumaMode.STRICT).placement(NumaPlacement.AUTO).build();
  }

  /** Each cell of the guest, from cell 0 on, strictly on one of these nodes in rising order. */
  static NumaTune cellByCell(CpuSet nodes) {
    Builder b = builder().mode(NumaMode.STRICT).nodes(nodes);
    int cell = 0;
    for (int node : nodes.stream().toArray()) {
      b.addMemNode(MemNode.strict(cell++, CpuSet.of(node)));
    }
    return b.build();
  }

  /** An empty builder. */
  static Builder builder() {
    return new Builder();
  }

  /** A builder that starts with the values of this one. */
  default Builder toBuilder() {
    return builder().from(this);
  }

  /** What {@code <numatune>} says, keeping what has no name here. */
  static NumaTune fromXml(String xml) {
    return fromXml(xml, Strictness.LENIENT);
  }

  /** What {@code <numatune>} says. */
  static NumaTune fromXml(String xml, Strictness strictness) {
    return XML.parse(xml, strictness);
  }

  /** The value as {@code <numatune>}. */
  default String toXml() {
    return XML.format(this);
  }

  /** How strictly; absent means {@link NumaMode#STRICT}. */
  Optional<NumaMode> mode();

  /**
   * Who chooses the nodes; absent means static where nodes are said, else as the vCPUs are placed.
   * Since libvirt 0.9.12.
   */
  Optional<NumaPlacement> placement();

  /** The nodes; of no account with {@link NumaPlacement#AUTO}. */
  Optional<CpuSet> nodes();

  /** What differs from that for a cell of the guest. Since libvirt 1.2.7. */
  List<MemNode> memNodes();

  /** What is said of that cell of the guest. */
  default Optional<MemNode> memNode(int cell) {
    return memNodes().stream().filter(it -> it.cellId() == cell).findFirst();
  }

  /**
   * Refuses what is always wrong; building one does it, reading does not.
   *
   * @throws InvalidDefinitionException if two say something of one cell of the guest, or one does
   *     although numad chooses
   */
  default void checkConsistent() {
    Set<Integer> cells = new HashSet<>();
    for (MemNode node : memNodes()) {
      String cell = Integer.toString(node.cellId());
      if (!cells.add(node.cellId())) {
        throw new InvalidDefinitionException(
            "numatune/memnode/@cellid", cell, "a cell that no other memnode names");
      }
      if (placement().filter(NumaPlacement.AUTO::equals).isPresent()) {
        throw new InvalidDefinitionException(
            "numatune/memnode", "for cell " + cell, "none beside the placement auto");
      }
    }
  }

  /** What the document says beyond this. */
  Extras extras();

  /** Makes values. */
  final class Builder extends ImmutableNumaTune.Builder {
    Builder() {
      extras(Extras.NONE);
    }

    @Override
    public NumaTune build() {
      NumaTune made = super.build();
      made.checkConsistent();
      return made;
    }

    NumaTune buildAsRead() {
      return super.build();
    }
  }
}

final class NumaTuneXml extends XmlMapping<NumaTune> {

  NumaTuneXml() {
    super("numatune");
  }

  @Override
  protected NumaTune read(XmlIn in) {
    NumaTune.Builder b = NumaTune.builder();
    XmlIn memory = in.child("memory");
    if (memory.attr("mode")) b.mode(new NumaMode(in.value()));
    if (memory.attr("placement")) b.placement(new NumaPlacement(in.value()));
    if (memory.attr("nodeset")) b.nodes(in.cpuSet());
    for (XmlIn memnode : in.children("memnode")) b.addMemNode(memnode.read(MemNode.XML));
    return b.extras(in.extras()).buildAsRead();
  }

  @Override
  protected void write(NumaTune value, String name, XmlOut out) {
    out.begin(name, value.extras());
    out.beginPart("memory");
    out.attr("mode", value.mode());
    out.attr("placement", value.placement());
    out.attr("nodeset", value.nodes());
    out.end();
    out.writeAll("memnode", MemNode.XML, value.memNodes());
    out.end();
  }
}
