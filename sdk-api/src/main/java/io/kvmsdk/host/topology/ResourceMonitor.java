package io.kvmsdk.host.topology;

import io.kvmsdk.internal.style.ValueStyle;
import io.kvmsdk.xml.Extras;
import io.kvmsdk.xml.XmlIn;
import io.kvmsdk.xml.XmlMapping;
import io.kvmsdk.xml.XmlOut;
import java.util.List;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * What the host can count of the use of caches or of memory bandwidth.
 *
 * @see <a href="https://libvirt.org/formatcaps.html#host-capabilities">libvirt: Host
 *     capabilities</a>
 */
@Value.Immutable
@ValueStyle
public interface ResourceMonitor extends WithResourceMonitor {

  /** How it is read and written. */
  XmlMapping<ResourceMonitor> XML = new ResourceMonitorXml();

  /** An empty builder. */
  static Builder builder() {
    return new Builder();
  }

  /** A builder that starts with the values of this one. */
  default Builder toBuilder() {
    return builder().from(this);
  }

  /** The level of the cache that is counted. Absent for memory bandwidth. */
  Optional<Integer> level();

  /**
   * How many bytes a monitor that was given up may still have in the cache when its number is given
   * away again.
   */
  Optional<Integer> reuseThreshold();

  /** How many groups can be counted at once. */
  int maxMonitors();

  /** What can be counted, such as llc_occupancy or mbm_total_bytes. */
  List<String> features();

  /** What the document says beyond this. */
  Extras extras();

  /** Makes values. */
  final class Builder extends ImmutableResourceMonitor.Builder {
    Builder() {
      extras(Extras.NONE);
    }
  }
}

final class ResourceMonitorXml extends XmlMapping<ResourceMonitor> {

  ResourceMonitorXml() {
    super("monitor");
  }

  @Override
  protected ResourceMonitor read(XmlIn in) {
    ResourceMonitor.Builder b = ResourceMonitor.builder();
    if (in.intAttr("level")) b.level(in.intValue());
    if (in.intAttr("reuseThreshold")) b.reuseThreshold(in.intValue());
    if (!in.intAttr("maxMonitors")) throw in.missing("@maxMonitors");
    b.maxMonitors(in.intValue());
    for (String text : in.attrsOf("feature", "name")) b.addFeature(text);
    return b.extras(in.extras()).build();
  }

  @Override
  protected void write(ResourceMonitor value, String name, XmlOut out) {
    out.begin(name, value.extras());
    out.attr("level", value.level());
    out.attr("reuseThreshold", value.reuseThreshold());
    out.attr("maxMonitors", value.maxMonitors());
    out.partAttrs("feature", "name", value.features());
    out.end();
  }
}
