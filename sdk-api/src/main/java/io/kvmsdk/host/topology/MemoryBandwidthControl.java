package io.kvmsdk.host.topology;

import io.kvmsdk.internal.style.ValueStyle;
import io.kvmsdk.xml.Extras;
import io.kvmsdk.xml.XmlIn;
import io.kvmsdk.xml.XmlMapping;
import io.kvmsdk.xml.XmlOut;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * How memory bandwidth can be shared out.
 *
 * @see <a href="https://libvirt.org/formatcaps.html#host-capabilities">libvirt: Host
 *     capabilities</a>
 */
@Value.Immutable
@ValueStyle
public interface MemoryBandwidthControl extends WithMemoryBandwidthControl {

  /** How it is read and written. */
  XmlMapping<MemoryBandwidthControl> XML = new MemoryBandwidthControlXml();

  /** An empty builder. */
  static Builder builder() {
    return new Builder();
  }

  /** A builder that starts with the values of this one. */
  default Builder toBuilder() {
    return builder().from(this);
  }

  /** The step in which it is given, in percent. */
  int granularity();

  /** The least that can be given, in percent. */
  Optional<Integer> min();

  /** How many groups can have a share of their own. */
  int maxAllocs();

  /** What the document says beyond this. */
  Extras extras();

  /** Makes values. */
  final class Builder extends ImmutableMemoryBandwidthControl.Builder {
    Builder() {
      extras(Extras.NONE);
    }
  }
}

final class MemoryBandwidthControlXml extends XmlMapping<MemoryBandwidthControl> {

  MemoryBandwidthControlXml() {
    super("control");
  }

  @Override
  protected MemoryBandwidthControl read(XmlIn in) {
    MemoryBandwidthControl.Builder b = MemoryBandwidthControl.builder();
    if (!in.intAttr("granularity")) throw in.missing("@granularity");
    b.granularity(in.intValue());
    if (in.intAttr("min")) b.min(in.intValue());
    if (!in.intAttr("maxAllocs")) throw in.missing("@maxAllocs");
    b.maxAllocs(in.intValue());
    return b.extras(in.extras()).build();
  }

  @Override
  protected void write(MemoryBandwidthControl value, String name, XmlOut out) {
    out.begin(name, value.extras());
    out.attr("granularity", value.granularity());
    out.attr("min", value.min());
    out.attr("maxAllocs", value.maxAllocs());
    out.end();
  }
}
