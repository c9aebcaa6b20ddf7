package io.kvmsdk.domain.redirection;

import io.kvmsdk.internal.style.ValueStyle;
import io.kvmsdk.xml.Document;
import io.kvmsdk.xml.Extras;
import io.kvmsdk.xml.Strictness;
import io.kvmsdk.xml.XmlIn;
import io.kvmsdk.xml.XmlMapping;
import io.kvmsdk.xml.XmlOut;
import java.util.List;
import org.immutables.value.Value;

/**
 * Which USB devices of a client may be given to the guest: the first rule that fits a device
 * decides.
 *
 * @see <a href="https://libvirt.org/formatdomain.html#redirected-devices">libvirt: Redirected
 *     devices</a>
 */
@Value.Immutable
@ValueStyle
public interface RedirFilter extends Document, WithRedirFilter {

  /** How it is read and written. */
  XmlMapping<RedirFilter> XML = new RedirFilterXml();

  /** These rules, in that order. */
  static RedirFilter of(RedirRule... rules) {
    return builder().addRules(rules).build();
  }

  /** Only what these rules say. */
  static RedirFilter only(RedirRule... rules) {
    return builder().addRules(rules).addRule(RedirRule.denyAll()).build();
  }

  /** An empty builder. */
  static Builder builder() {
    return new Builder();
  }

  /** A builder that starts with the values of this one. */
  default Builder toBuilder() {
    return builder().from(this);
  }

  /** What {@code <redirfilter>} says, keeping what has no name here. */
  static RedirFilter fromXml(String xml) {
    return fromXml(xml, Strictness.LENIENT);
  }

  /** What {@code <redirfilter>} says. */
  static RedirFilter fromXml(String xml, Strictness strictness) {
    return XML.parse(xml, strictness);
  }

  /** The value as {@code <redirfilter>}. */
  @Override
  default String toXml() {
    return XML.format(this);
  }

  /** The rules, in order. None means that all may. */
  List<RedirRule> rules();

  /** What the document says beyond this. */
  @Override
  Extras extras();

  /** Makes values. */
  final class Builder extends ImmutableRedirFilter.Builder {
    Builder() {
      extras(Extras.NONE);
    }
  }
}

final class RedirFilterXml extends XmlMapping<RedirFilter> {

  RedirFilterXml() {
    super("redirfilter");
  }

  @Override
  protected RedirFilter read(XmlIn in) {
    RedirFilter.Builder b = RedirFilter.builder();
    for (XmlIn usbdev : in.children("usbdev")) b.addRule(usbdev.read(RedirRule.XML));
    return b.extras(in.extras()).build();
  }

  @Override
  protected void write(RedirFilter value, String name, XmlOut out) {
    out.begin(name, value.extras());
    out.writeAll("usbdev", RedirRule.XML, value.rules());
    out.end();
  }
}
