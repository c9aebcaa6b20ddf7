package io.kvmsdk.domain.tuning;

import io.kvmsdk.internal.style.ValueStyle;
import io.kvmsdk.units.CpuSet;
import io.kvmsdk.xml.Extras;
import io.kvmsdk.xml.XmlIn;
import io.kvmsdk.xml.XmlMapping;
import io.kvmsdk.xml.XmlOut;
import org.immutables.value.Value;

/**
 * Watches how much memory bandwidth some vCPUs use.
 *
 * @see <a href="https://libvirt.org/formatdomain.html#cpu-tuning">libvirt: CPU Tuning</a>
 */
@Value.Immutable
@ValueStyle
public interface BandwidthMonitor extends WithBandwidthMonitor {

  /** How it is read and written. */
  XmlMapping<BandwidthMonitor> XML = new BandwidthMonitorXml();

  /** An empty builder. */
  static Builder builder() {
    return new Builder();
  }

  /** A builder that starts with the values of this one. */
  default Builder toBuilder() {
    return builder().from(this);
  }

  /** The vCPUs: all that its {@link BandwidthTune} is for, or some of them. */
  CpuSet vcpus();

  /** What the document says beyond this. */
  Extras extras();

  /** Makes values. */
  final class Builder extends ImmutableBandwidthMonitor.Builder {
    Builder() {
      extras(Extras.NONE);
    }
  }
}

final class BandwidthMonitorXml extends XmlMapping<BandwidthMonitor> {

  BandwidthMonitorXml() {
    super("monitor");
  }

  @Override
  protected BandwidthMonitor read(XmlIn in) {
    BandwidthMonitor.Builder b = BandwidthMonitor.builder();
    if (!in.attr("vcpus")) throw in.missing("@vcpus");
    b.vcpus(in.cpuSet());
    return b.extras(in.extras()).build();
  }

  @Override
  protected void write(BandwidthMonitor value, String name, XmlOut out) {
    out.begin(name, value.extras());
    out.attr("vcpus", value.vcpus().toString());
    out.end();
  }
}
