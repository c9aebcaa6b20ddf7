package io.kvmsdk.domain.numa;

import io.kvmsdk.internal.style.ValueStyle;
import io.kvmsdk.units.CpuSet;
import io.kvmsdk.xml.Extras;
import io.kvmsdk.xml.XmlIn;
import io.kvmsdk.xml.XmlMapping;
import io.kvmsdk.xml.XmlOut;
import org.immutables.value.Value;

/**
 * On which NUMA nodes of the host the memory of one cell of a guest lies. Since libvirt 1.2.7.
 *
 * @see <a href="https://libvirt.org/formatdomain.html#numa-node-tuning">libvirt: NUMA Node
 *     Tuning</a>
 */
@Value.Immutable
@ValueStyle
public interface MemNode extends WithMemNode {

  /** How it is read and written. */
  XmlMapping<MemNode> XML = new MemNodeXml();

  /** On these nodes and no others. */
  static MemNode strict(int cellId, CpuSet nodes) {
    return builder().cellId(cellId).mode(NumaMode.STRICT).nodes(nodes).build();
  }

  /** On that node while it has memory, then on others. */
  static MemNode preferred(int cellId, CpuSet nodes) {
    return builder().cellId(cellId).mode(NumaMode.PREFERRED).nodes(nodes).build();
  }

  /** An empty builder. */
  static Builder builder() {
    return new Builder();
  }

  /** A builder that starts with the values of this one. */
  default Builder toBuilder() {
    return builder().from(this);
  }

  /** The cell of the guest. */
  int cellId();

  /** How strictly. */
  NumaMode mode();

  /** The nodes of the host. */
  CpuSet nodes();

  /** What the document says beyond this. */
  Extras extras();

  /** Makes values. */
  final class Builder extends ImmutableMemNode.Builder {
    Builder() {
      extras(Extras.NONE);
    }
  }
}

final class MemNodeXml extends XmlMapping<MemNode> {

  MemNodeXml() {
    super("memnode");
  }

  @Override
  protected MemNode read(XmlIn in) {
    MemNode.Builder b = MemNode.builder();
    if (!in.intAttr("cellid")) throw in.missing("@cellid");
    b.cellId(in.intValue());
    b.mode(new NumaMode(in.required("mode")));
    if (!in.attr("nodeset")) throw in.missing("@nodeset");
    b.nodes(in.cpuSet());
    return b.extras(in.extras()).build();
  }

  @Override
  protected void write(MemNode value, String name, XmlOut out) {
    out.begin(name, value.extras());
    out.attr("cellid", value.cellId());
    out.attr("mode", value.mode().toString());
    out.attr("nodeset", value.nodes().toString());
    out.end();
  }
}
