package io.kvmsdk.domain.cpu;

import io.kvmsdk.internal.style.ValueStyle;
import io.kvmsdk.xml.Extras;
import io.kvmsdk.xml.XmlIn;
import io.kvmsdk.xml.XmlMapping;
import io.kvmsdk.xml.XmlOut;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * The cache that the vCPUs of a guest say they have. Since libvirt 3.3.0.
 *
 * @see <a href="https://libvirt.org/formatdomain.html#cpu-model-and-topology">libvirt: CPU model
 *     and topology</a>
 */
@Value.Immutable
@ValueStyle
public interface CpuCache extends WithCpuCache {

  /** How it is read and written. */
  XmlMapping<CpuCache> XML = new CpuCacheXml();

  /** All levels of the host's. */
  static CpuCache passthrough() {
    return builder().mode(CpuCacheMode.PASSTHROUGH).build();
  }

  /** Such a cache of that level as the hypervisor makes up; 1 to 3. */
  static CpuCache emulated(int level) {
    return builder().mode(CpuCacheMode.EMULATE).level(level).build();
  }

  /** None at all. */
  static CpuCache none() {
    return builder().mode(CpuCacheMode.DISABLE).build();
  }

  /** An empty builder. */
  static Builder builder() {
    return new Builder();
  }

  /** A builder that starts with the values of this one. */
  default Builder toBuilder() {
    return builder().from(this);
  }

  /** Which level is meant, 1 to 3; absent means all. */
  Optional<Integer> level();

  /** Where what they say comes from. */
  CpuCacheMode mode();

  /** What the document says beyond this. */
  Extras extras();

  /** Makes values. */
  final class Builder extends ImmutableCpuCache.Builder {
    Builder() {
      extras(Extras.NONE);
    }
  }
}

final class CpuCacheXml extends XmlMapping<CpuCache> {

  CpuCacheXml() {
    super("cache");
  }

  @Override
  protected CpuCache read(XmlIn in) {
    CpuCache.Builder b = CpuCache.builder();
    if (in.intAttr("level")) b.level(in.intValue());
    b.mode(new CpuCacheMode(in.required("mode")));
    return b.extras(in.extras()).build();
  }

  @Override
  protected void write(CpuCache value, String name, XmlOut out) {
    out.begin(name, value.extras());
    out.attr("level", value.level());
    out.attr("mode", value.mode().toString());
    out.end();
  }
}
