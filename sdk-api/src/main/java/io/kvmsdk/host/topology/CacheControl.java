package io.kvmsdk.host.topology;

import io.kvmsdk.internal.style.ValueStyle;
import io.kvmsdk.units.ByteSize;
import io.kvmsdk.xml.Extras;
import io.kvmsdk.xml.XmlIn;
import io.kvmsdk.xml.XmlMapping;
import io.kvmsdk.xml.XmlOut;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * How parts of a cache can be kept for domains.
 *
 * @see <a href="https://libvirt.org/formatcaps.html#host-capabilities">libvirt: Host
 *     capabilities</a>
 */
@Value.Immutable
@ValueStyle
public interface CacheControl extends WithCacheControl {

  /** How it is read and written. */
  XmlMapping<CacheControl> XML = new CacheControlXml();

  /** An empty builder. */
  static Builder builder() {
    return new Builder();
  }

  /** A builder that starts with the values of this one. */
  default Builder toBuilder() {
    return builder().from(this);
  }

  /** The step in which it is given. */
  ByteSize granularity();

  /** The least that can be given. Absent means one step. */
  Optional<ByteSize> min();

  /** What is given: a part for code, for data, or for both. */
  CacheType type();

  /** How many groups can have a part of their own. */
  int maxAllocs();

  /** What the document says beyond this. */
  Extras extras();

  /** Makes values. */
  final class Builder extends ImmutableCacheControl.Builder {
    Builder() {
      extras(Extras.NONE);
    }
  }
}

final class CacheControlXml extends XmlMapping<CacheControl> {

  CacheControlXml() {
    super("control");
  }

  @Override
  protected CacheControl read(XmlIn in) {
    CacheControl.Builder b = CacheControl.builder();
    if (!in.sizeAttr("granularity", "B")) throw in.missing("@granularity");
    ByteSize granularity = in.size();
    b.granularity(granularity);
    String unit = in.attr("unit") ? in.value() : "B";
    if (in.fixedSizeAttr("min", unit)) {
      b.min(in.size());
      in.spelledAs(in.size().bytes() / ByteSize.of(1, unit(granularity)).bytes());
    }
    b.type(new CacheType(in.required("type")));
    if (!in.intAttr("maxAllocs")) throw in.missing("@maxAllocs");
    b.maxAllocs(in.intValue());
    return b.extras(in.extras()).build();
  }

  /** The one unit of both amounts when they are written. */
  private static String unit(ByteSize granularity) {
    return granularity.bytes() % 1024 == 0 ? "KiB" : "bytes";
  }

  @Override
  protected void write(CacheControl value, String name, XmlOut out) {
    out.begin(name, value.extras());
    out.sizeAttr("granularity", Optional.of(value.granularity()));
    out.fixedSizeAttr("min", unit(value.granularity()), value.min());
    out.attr("type", value.type().toString());
    out.attr("maxAllocs", value.maxAllocs());
    out.end();
  }
}
