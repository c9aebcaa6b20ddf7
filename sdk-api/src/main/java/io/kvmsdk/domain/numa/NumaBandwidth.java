package io.kvmsdk.domain.numa;

import io.kvmsdk.internal.style.ValueStyle;
import io.kvmsdk.units.ByteRate;
import io.kvmsdk.units.ByteSize;
import io.kvmsdk.xml.Extras;
import io.kvmsdk.xml.XmlIn;
import io.kvmsdk.xml.XmlMapping;
import io.kvmsdk.xml.XmlOut;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * How much data goes from the memory of a NUMA cell to another. Since libvirt 6.6.0.
 *
 * @see <a
 *     href="https://libvirt.org/formatdomain.html#acpi-heterogeneous-memory-attribute-table">libvirt:
 *     ACPI Heterogeneous Memory Attribute Table</a>
 */
@Value.Immutable
@ValueStyle
public interface NumaBandwidth extends WithNumaBandwidth {

  /** How it is read and written. */
  XmlMapping<NumaBandwidth> XML = new NumaBandwidthXml();

  /** So much in each second, reading or writing. */
  static NumaBandwidth of(int initiator, int target, ByteRate value) {
    return builder()
        .initiator(initiator)
        .target(target)
        .type(NumaAccess.ACCESS)
        .value(value)
        .build();
  }

  /** An empty builder. */
  static Builder builder() {
    return new Builder();
  }

  /** A builder that starts with the values of this one. */
  default Builder toBuilder() {
    return builder().from(this);
  }

  /** The cell that asks. */
  int initiator();

  /** The cell that has the memory. */
  int target();

  /** The level of the target's cache that is meant; absent means its memory. */
  Optional<Integer> cache();

  /** Reading, writing, or both. */
  NumaAccess type();

  /** How much in each second; libvirt counts it in KiB. */
  ByteRate value();

  /** What the document says beyond this. */
  Extras extras();

  /** Makes values. */
  final class Builder extends ImmutableNumaBandwidth.Builder {
    Builder() {
      extras(Extras.NONE);
    }
  }
}

final class NumaBandwidthXml extends XmlMapping<NumaBandwidth> {

  NumaBandwidthXml() {
    super("bandwidth");
  }

  @Override
  protected NumaBandwidth read(XmlIn in) {
    NumaBandwidth.Builder b = NumaBandwidth.builder();
    if (!in.intAttr("initiator")) throw in.missing("@initiator");
    b.initiator(in.intValue());
    if (!in.intAttr("target")) throw in.missing("@target");
    b.target(in.intValue());
    if (in.intAttr("cache")) b.cache(in.intValue());
    b.type(new NumaAccess(in.required("type")));
    if (!in.sizeAttr("value", "KiB")) throw in.missing("@value");
    b.value(in.rate());
    return b.extras(in.extras()).build();
  }

  @Override
  protected void write(NumaBandwidth value, String name, XmlOut out) {
    out.begin(name, value.extras());
    out.attr("initiator", value.initiator());
    out.attr("target", value.target());
    out.attr("cache", value.cache());
    out.attr("type", value.type().toString());
    out.sizeAttr("value", Optional.of(ByteSize.bytes(value.value().bytesPerSecond())));
    out.end();
  }
}
