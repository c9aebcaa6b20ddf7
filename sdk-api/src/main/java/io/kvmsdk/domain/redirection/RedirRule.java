package io.kvmsdk.domain.redirection;

import io.kvmsdk.internal.style.ValueStyle;
import io.kvmsdk.xml.Extras;
import io.kvmsdk.xml.XmlIn;
import io.kvmsdk.xml.XmlMapping;
import io.kvmsdk.xml.XmlOut;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * Whether a kind of USB device of a client may be given to the guest. What is absent, or -1, is the
 * same for all.
 *
 * @see <a href="https://libvirt.org/formatdomain.html#redirected-devices">libvirt: Redirected
 *     devices</a>
 */
@Value.Immutable
@ValueStyle
public interface RedirRule extends WithRedirRule {

  /** How it is read and written. */
  XmlMapping<RedirRule> XML = new RedirRuleXml();

  /** Lets in a product. */
  static RedirRule allow(int vendor, int product) {
    return builder().vendor(vendor).product(product).allow(true).build();
  }

  /** Lets in a class of devices, such as 8 for storage. */
  static RedirRule allowClass(int deviceClass) {
    return builder().deviceClass(deviceClass).allow(true).build();
  }

  /** Keeps out a class of devices, such as 8 for storage. */
  static RedirRule denyClass(int deviceClass) {
    return builder().deviceClass(deviceClass).allow(false).build();
  }

  /** Keeps out all that no rule before lets in. */
  static RedirRule denyAll() {
    return builder().allow(false).build();
  }

  /** An empty builder. */
  static Builder builder() {
    return new Builder();
  }

  /** A builder that starts with the values of this one. */
  default Builder toBuilder() {
    return builder().from(this);
  }

  /** The class of the device, 0 to 0xff, such as 8 for storage. */
  Optional<Integer> deviceClass();

  /** The number of its maker, 0 to 0xffff. */
  Optional<Integer> vendor();

  /** The number of the product, 0 to 0xffff. */
  Optional<Integer> product();

  /** The version of the device itself, such as {@code 2.56}. */
  Optional<String> version();

  /** Whether it may be given to the guest; libvirt wants it said. */
  Optional<Boolean> allow();

  /** What the document says beyond this. */
  Extras extras();

  /** Makes values. */
  final class Builder extends ImmutableRedirRule.Builder {
    Builder() {
      extras(Extras.NONE);
    }
  }
}

final class RedirRuleXml extends XmlMapping<RedirRule> {

  RedirRuleXml() {
    super("usbdev");
  }

  @Override
  protected RedirRule read(XmlIn in) {
    RedirRule.Builder b = RedirRule.builder();
    if (in.signedIntAttr("class")) b.deviceClass(in.intValue());
    if (in.signedIntAttr("vendor")) b.vendor(in.intValue());
    if (in.signedIntAttr("product")) b.product(in.intValue());
    if (in.attr("version")) b.version(in.value());
    if (in.yesNo("allow")) b.allow(in.flag());
    return b.extras(in.extras()).build();
  }

  @Override
  protected void write(RedirRule value, String name, XmlOut out) {
    out.begin(name, value.extras());
    out.attr("class", number(value.deviceClass(), "0x%02x"));
    out.attr("vendor", number(value.vendor(), "0x%04x"));
    out.attr("product", number(value.product(), "0x%04x"));
    out.attr("version", value.version());
    out.yesNo("allow", value.allow());
    out.end();
  }

  /** Where -1 stands for all, it stays so. */
  private static Optional<String> number(Optional<Integer> value, String form) {
    return value.map(it -> it < 0 ? it.toString() : String.format(form, it));
  }
}
