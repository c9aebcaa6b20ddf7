package io.kvmsdk.domain.tuning;

import io.kvmsdk.internal.style.ValueStyle;
import io.kvmsdk.units.CpuSet;
import io.kvmsdk.xml.Extras;
import io.kvmsdk.xml.XmlIn;
import io.kvmsdk.xml.XmlMapping;
import io.kvmsdk.xml.XmlOut;
import java.util.List;
import org.immutables.value.Value;

/**
 * What part of the host's memory bandwidth some vCPUs get, by the kernel's resctrl. Since libvirt
 * 4.7.0.
 *
 * @see <a href="https://libvirt.org/formatdomain.html#cpu-tuning">libvirt: CPU Tuning</a>
 */
@Value.Immutable
@ValueStyle
public interface BandwidthTune extends WithBandwidthTune {

  /** How it is read and written. */
  XmlMapping<BandwidthTune> XML = new BandwidthTuneXml();

  /** An empty builder. */
  static Builder builder() {
    return new Builder();
  }

  /** A builder that starts with the values of this one. */
  default Builder toBuilder() {
    return builder().from(this);
  }

  /**
   * The vCPUs; no vCPU is in two of these. They are the same as those of a {@link CacheTune}, or
   * have none in common with it.
   */
  CpuSet vcpus();

  /** How much of the bandwidth of which node. */
  List<MemoryBandwidth> nodes();

  /** What of their use is watched. */
  List<BandwidthMonitor> monitors();

  /** What the document says beyond this. */
  Extras extras();

  /** Makes values. */
  final class Builder extends ImmutableBandwidthTune.Builder {
    Builder() {
      extras(Extras.NONE);
    }
  }
}

final class BandwidthTuneXml extends XmlMapping<BandwidthTune> {

  BandwidthTuneXml() {
    super("memorytune");
  }

  @Override
  protected BandwidthTune read(XmlIn in) {
    BandwidthTune.Builder b = BandwidthTune.builder();
    if (!in.attr("vcpus")) throw in.missing("@vcpus");
    b.vcpus(in.cpuSet());
    for (XmlIn node : in.children("node")) b.addNode(node.read(MemoryBandwidth.XML));
    for (XmlIn monitor : in.children("monitor")) b.addMonitor(monitor.read(BandwidthMonitor.XML));
    return b.extras(in.extras()).build();
  }

  @Override
  protected void write(BandwidthTune value, String name, XmlOut out) {
    out.begin(name, value.extras());
    out.attr("vcpus", value.vcpus().toString());
    out.writeAll("node", MemoryBandwidth.XML, value.nodes());
    out.writeAll("monitor", BandwidthMonitor.XML, value.monitors());
    out.end();
  }
}
