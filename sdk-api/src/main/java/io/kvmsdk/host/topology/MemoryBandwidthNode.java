package io.kvmsdk.host.topology;

import io.kvmsdk.internal.style.ValueStyle;
import io.kvmsdk.units.CpuSet;
import io.kvmsdk.xml.Extras;
import io.kvmsdk.xml.XmlIn;
import io.kvmsdk.xml.XmlMapping;
import io.kvmsdk.xml.XmlOut;
import java.util.List;
import org.immutables.value.Value;

/**
 * A part of a host whose memory bandwidth can be shared out among domains.
 *
 * @see <a href="https://libvirt.org/formatcaps.html#host-capabilities">libvirt: Host
 *     capabilities</a>
 */
@Value.Immutable
@ValueStyle
public interface MemoryBandwidthNode extends WithMemoryBandwidthNode {

  /** How it is read and written. */
  XmlMapping<MemoryBandwidthNode> XML = new MemoryBandwidthNodeXml();

  /** An empty builder. */
  static Builder builder() {
    return new Builder();
  }

  /** A builder that starts with the values of this one. */
  default Builder toBuilder() {
    return builder().from(this);
  }

  /** Its number. */
  int id();

  /** The CPUs that share it. */
  CpuSet cpus();

  /** How it can be shared out. */
  List<MemoryBandwidthControl> controls();

  /** What the document says beyond this. */
  Extras extras();

  /** Makes values. */
  final class Builder extends ImmutableMemoryBandwidthNode.Builder {
    Builder() {
      extras(Extras.NONE);
    }
  }
}

final class MemoryBandwidthNodeXml extends XmlMapping<MemoryBandwidthNode> {

  MemoryBandwidthNodeXml() {
    super("node");
  }

  @Override
  protected MemoryBandwidthNode read(XmlIn in) {
    MemoryBandwidthNode.Builder b = MemoryBandwidthNode.builder();
    if (!in.intAttr("id")) throw in.missing("@id");
    b.id(in.intValue());
    if (!in.attr("cpus")) throw in.missing("@cpus");
    b.cpus(in.cpuSet());
    for (XmlIn control : in.children("control"))
      b.addControl(control.read(MemoryBandwidthControl.XML));
    return b.extras(in.extras()).build();
  }

  @Override
  protected void write(MemoryBandwidthNode value, String name, XmlOut out) {
    out.begin(name, value.extras());
    out.attr("id", value.id());
    out.attr("cpus", value.cpus().toString());
    out.writeAll("control", MemoryBandwidthControl.XML, value.controls());
    out.end();
  }
}
