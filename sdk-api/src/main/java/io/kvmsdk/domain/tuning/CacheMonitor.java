package io.kvmsdk.domain.tuning;

import io.kvmsdk.internal.style.ValueStyle;
import io.kvmsdk.units.CpuSet;
import io.kvmsdk.xml.Extras;
import io.kvmsdk.xml.XmlIn;
import io.kvmsdk.xml.XmlMapping;
import io.kvmsdk.xml.XmlOut;
import org.immutables.value.Value;

/**
 * Watches how much of a cache some vCPUs use. Since libvirt 4.10.0.
 *
 * @see <a href="https://libvirt.org/formatdomain.html#cpu-tuning">libvirt: CPU Tuning</a>
 */
@Value.Immutable
@ValueStyle
public interface CacheMonitor extends WithCacheMonitor {

  /** How it is read and written. */
  XmlMapping<CacheMonitor> XML = new CacheMonitorXml();

  /** An empty builder. */
  static Builder builder() {
    return new Builder();
  }

  /** A builder that starts with the values of this one. */
  default Builder toBuilder() {
    return builder().from(this);
  }

  /** The level of the cache. */
  int level();

  /** The vCPUs: all that its {@link CacheTune} is for, or some of them that no other is for. */
  CpuSet vcpus();

  /** What the document says beyond this. */
  Extras extras();

  /** Makes values. */
  final class Builder extends ImmutableCacheMonitor.Builder {
    Builder() {
      extras(Extras.NONE);
    }
  }
}

final class CacheMonitorXml extends XmlMapping<CacheMonitor> {

  CacheMonitorXml() {
    super("monitor");
  }

  @Override
  protected CacheMonitor read(XmlIn in) {
    CacheMonitor.Builder b = CacheMonitor.builder();
    if (!in.intAttr("level")) throw in.missing("@level");
    b.level(in.intValue());
    if (!in.attr("vcpus")) throw in.missing("@vcpus");
    b.vcpus(in.cpuSet());
    return b.extras(in.extras()).build();
  }

  @Override
  protected void write(CacheMonitor value, String name, XmlOut out) {
    out.begin(name, value.extras());
    out.attr("level", value.level());
    out.attr("vcpus", value.vcpus().toString());
    out.end();
  }
}
