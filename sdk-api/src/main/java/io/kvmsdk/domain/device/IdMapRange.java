package io.kvmsdk.domain.device;

import io.kvmsdk.internal.style.ValueStyle;
import io.kvmsdk.xml.Extras;
import io.kvmsdk.xml.XmlIn;
import io.kvmsdk.xml.XmlMapping;
import io.kvmsdk.xml.XmlOut;
import org.immutables.value.Value;

/**
 * Users or groups of a container or guest that are others on the host.
 *
 * @see <a href="https://libvirt.org/formatdomain.html#container-boot">libvirt: Container boot</a>
 */
@Value.Immutable
@ValueStyle
public interface IdMapRange extends WithIdMapRange {

  /** How it is read and written. */
  XmlMapping<IdMapRange> XML = new IdMapRangeXml();

  /** So many of them, from {@code start} inside and {@code target} on the host. */
  static IdMapRange of(long start, long target, long count) {
    return builder().start(start).target(target).count(count).build();
  }

  /** An empty builder. */
  static Builder builder() {
    return new Builder();
  }

  /** A builder that starts with the values of this one. */
  default Builder toBuilder() {
    return builder().from(this);
  }

  /** The first one inside, 0 to 4294967295; of a container, libvirt wants 0 for the first range. */
  long start();

  /** What that one is on the host, 0 to 4294967295. */
  long target();

  /** How many there are, each one higher than the one before. */
  long count();

  /** What the document says beyond this. */
  Extras extras();

  /** Makes values. */
  final class Builder extends ImmutableIdMapRange.Builder {
    Builder() {
      extras(Extras.NONE);
    }
  }
}

final class IdMapRangeXml extends XmlMapping<IdMapRange> {

  IdMapRangeXml() {
    super("uid");
  }

  @Override
  protected IdMapRange read(XmlIn in) {
    IdMapRange.Builder b = IdMapRange.builder();
    if (!in.longAttr("start")) throw in.missing("@start");
    b.start(in.longValue());
    if (!in.longAttr("target")) throw in.missing("@target");
    b.target(in.longValue());
    if (!in.longAttr("count")) throw in.missing("@count");
    b.count(in.longValue());
    return b.extras(in.extras()).build();
  }

  @Override
  protected void write(IdMapRange value, String name, XmlOut out) {
    out.begin(name, value.extras());
    out.attr("start", value.start());
    out.attr("target", value.target());
    out.attr("count", value.count());
    out.end();
  }
}
