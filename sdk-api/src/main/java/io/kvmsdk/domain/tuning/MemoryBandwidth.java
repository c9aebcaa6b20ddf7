package io.kvmsdk.domain.tuning;

import io.kvmsdk.internal.style.ValueStyle;
import io.kvmsdk.xml.Extras;
import io.kvmsdk.xml.XmlIn;
import io.kvmsdk.xml.XmlMapping;
import io.kvmsdk.xml.XmlOut;
import org.immutables.value.Value;

/**
 * A part of the memory bandwidth of a NUMA node of the host.
 *
 * @see <a href="https://libvirt.org/formatdomain.html#cpu-tuning">libvirt: CPU Tuning</a>
 */
@Value.Immutable
@ValueStyle
public interface MemoryBandwidth extends WithMemoryBandwidth {

  /** How it is read and written. */
  XmlMapping<MemoryBandwidth> XML = new MemoryBandwidthXml();

  /** So much of that node. */
  static MemoryBandwidth of(int node, int bandwidth) {
    return builder().id(node).bandwidth(bandwidth).build();
  }

  /** An empty builder. */
  static Builder builder() {
    return new Builder();
  }

  /** A builder that starts with the values of this one. */
  default Builder toBuilder() {
    return builder().from(this);
  }

  /** The node. */
  int id();

  /** How much: per cent on Intel, 1/8 GB/s on AMD, MB/s where resctrl is mounted with mba_MBps. */
  int bandwidth();

  /** What the document says beyond this. */
  Extras extras();

  /** Makes values. */
  final class Builder extends ImmutableMemoryBandwidth.Builder {
    Builder() {
      extras(Extras.NONE);
    }
  }
}

final class MemoryBandwidthXml extends XmlMapping<MemoryBandwidth> {

  MemoryBandwidthXml() {
    super("node");
  }

  @Override
  protected MemoryBandwidth read(XmlIn in) {
    MemoryBandwidth.Builder b = MemoryBandwidth.builder();
    if (!in.intAttr("id")) throw in.missing("@id");
    b.id(in.intValue());
    if (!in.intAttr("bandwidth")) throw in.missing("@bandwidth");
    b.bandwidth(in.intValue());
    return b.extras(in.extras()).build();
  }

  @Override
  protected void write(MemoryBandwidth value, String name, XmlOut out) {
    out.begin(name, value.extras());
    out.attr("id", value.id());
    out.attr("bandwidth", value.bandwidth());
    out.end();
  }
}
