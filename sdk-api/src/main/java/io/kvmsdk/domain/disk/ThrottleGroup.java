package io.kvmsdk.domain.disk;

import io.kvmsdk.internal.style.ValueStyle;
import io.kvmsdk.xml.Extras;
import io.kvmsdk.xml.Strictness;
import io.kvmsdk.xml.XmlIn;
import io.kvmsdk.xml.XmlMapping;
import io.kvmsdk.xml.XmlOut;
import org.immutables.value.Value;

/**
 * Limits of throughput that several disks share.
 *
 * @see <a href="https://libvirt.org/formatdomain.html#block-i-o-tuning">libvirt: Block I/O
 *     Tuning</a>
 */
@Value.Immutable
@ValueStyle
public interface ThrottleGroup extends WithThrottleGroup {

  /** How it is read and written. */
  XmlMapping<ThrottleGroup> XML = new ThrottleGroupXml();

  /** An empty builder. */
  static Builder builder() {
    return new Builder();
  }

  /** A builder that starts with the values of this one. */
  default Builder toBuilder() {
    return builder().from(this);
  }

  /** What {@code <throttlegroup>} says, keeping what has no name here. */
  static ThrottleGroup fromXml(String xml) {
    return fromXml(xml, Strictness.LENIENT);
  }

  /** What {@code <throttlegroup>} says. */
  static ThrottleGroup fromXml(String xml, Strictness strictness) {
    return XML.parse(xml, strictness);
  }

  /** The value as {@code <throttlegroup>}. */
  default String toXml() {
    return XML.format(this);
  }

  /** What the document says beyond this. */
  Extras extras();

  /** Makes values. */
  final class Builder extends ImmutableThrottleGroup.Builder {
    Builder() {
      extras(Extras.NONE);
    }
  }
}

final class ThrottleGroupXml extends XmlMapping<ThrottleGroup> {

  ThrottleGroupXml() {
    super("throttlegroup");
  }

  @Override
  protected ThrottleGroup read(XmlIn in) {
    ThrottleGroup.Builder b = ThrottleGroup.builder();
    return b.extras(in.extras()).build();
  }

  @Override
  protected void write(ThrottleGroup value, String name, XmlOut out) {
    out.begin(name, value.extras());
    out.end();
  }
}
