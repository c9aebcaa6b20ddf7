package io.kvmsdk.domain.tuning;

import io.kvmsdk.host.topology.CacheType;
import io.kvmsdk.internal.style.ValueStyle;
import io.kvmsdk.units.ByteSize;
import io.kvmsdk.xml.Extras;
import io.kvmsdk.xml.XmlIn;
import io.kvmsdk.xml.XmlMapping;
import io.kvmsdk.xml.XmlOut;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * A part of a CPU cache of the host.
 *
 * @see <a href="https://libvirt.org/formatdomain.html#cpu-tuning">libvirt: CPU Tuning</a>
 */
@Value.Immutable
@ValueStyle
public interface CacheAllocation extends WithCacheAllocation {

  /** How it is read and written. */
  XmlMapping<CacheAllocation> XML = new CacheAllocationXml();

  /** An empty builder. */
  static Builder builder() {
    return new Builder();
  }

  /** A builder that starts with the values of this one. */
  default Builder toBuilder() {
    return builder().from(this);
  }

  /** The number of the cache among those of its level. */
  int id();

  /** The level of the cache, such as 3. */
  int level();

  /** What it is for; has to be what the host can tell apart. */
  CacheType type();

  /** How much of it; hosts want multiples of what their capabilities say. */
  ByteSize size();

  /** What the document says beyond this. */
  Extras extras();

  /** Makes values. */
  final class Builder extends ImmutableCacheAllocation.Builder {
    Builder() {
      extras(Extras.NONE);
    }
  }
}

final class CacheAllocationXml extends XmlMapping<CacheAllocation> {

  CacheAllocationXml() {
    super("cache");
  }

  @Override
  protected CacheAllocation read(XmlIn in) {
    CacheAllocation.Builder b = CacheAllocation.builder();
    if (!in.intAttr("id")) throw in.missing("@id");
    b.id(in.intValue());
    if (!in.intAttr("level")) throw in.missing("@level");
    b.level(in.intValue());
    b.type(new CacheType(in.required("type")));
    if (!in.sizeAttr("size", "B")) throw in.missing("@size");
    b.size(in.size());
    return b.extras(in.extras()).build();
  }

  @Override
  protected void write(CacheAllocation value, String name, XmlOut out) {
    out.begin(name, value.extras());
    out.attr("id", value.id());
    out.attr("level", value.level());
    out.attr("type", value.type().toString());
    out.sizeAttr("size", Optional.of(value.size()));
    out.end();
  }
}
