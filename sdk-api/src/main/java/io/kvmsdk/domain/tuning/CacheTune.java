package io.kvmsdk.domain.tuning;

import io.kvmsdk.internal.style.ValueStyle;
import io.kvmsdk.units.CpuSet;
import io.kvmsdk.xml.Extras;
import io.kvmsdk.xml.XmlIn;
import io.kvmsdk.xml.XmlMapping;
import io.kvmsdk.xml.XmlOut;
import java.util.List;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * What parts of the host's CPU caches some vCPUs get, and what of their use is watched, by the
 * kernel's resctrl. Since libvirt 4.1.0.
 *
 * @see <a href="https://libvirt.org/formatdomain.html#cpu-tuning">libvirt: CPU Tuning</a>
 */
@Value.Immutable
@ValueStyle
public interface CacheTune extends WithCacheTune {

  /** How it is read and written. */
  XmlMapping<CacheTune> XML = new CacheTuneXml();

  /** An empty builder. */
  static Builder builder() {
    return new Builder();
  }

  /** A builder that starts with the values of this one. */
  default Builder toBuilder() {
    return builder().from(this);
  }

  /** The vCPUs; no vCPU is in two of these. */
  CpuSet vcpus();

  /** What libvirt calls the group in resctrl; only hypervisors say it. */
  Optional<String> id();

  /** What they get of which cache. */
  List<CacheAllocation> caches();

  /** What of their use is watched. Since libvirt 4.10.0. */
  List<CacheMonitor> monitors();

  /** What the document says beyond this. */
  Extras extras();

  /** Makes values. */
  final class Builder extends ImmutableCacheTune.Builder {
    Builder() {
      extras(Extras.NONE);
    }
  }
}

final class CacheTuneXml extends XmlMapping<CacheTune> {

  CacheTuneXml() {
    super("cachetune");
  }

  @Override
  protected CacheTune read(XmlIn in) {
    CacheTune.Builder b = CacheTune.builder();
    if (!in.attr("vcpus")) throw in.missing("@vcpus");
    b.vcpus(in.cpuSet());
    if (in.attr("id")) b.id(in.value());
    for (XmlIn cache : in.children("cache")) b.addCache(cache.read(CacheAllocation.XML));
    for (XmlIn monitor : in.children("monitor")) b.addMonitor(monitor.read(CacheMonitor.XML));
    return b.extras(in.extras()).build();
  }

  @Override
  protected void write(CacheTune value, String name, XmlOut out) {
    out.begin(name, value.extras());
    out.attr("vcpus", value.vcpus().toString());
    out.attr("id", value.id());
    out.writeAll("cache", CacheAllocation.XML, value.caches());
    out.writeAll("monitor", CacheMonitor.XML, value.monitors());
    out.end();
  }
}
