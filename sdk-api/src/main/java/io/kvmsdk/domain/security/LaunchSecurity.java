package io.kvmsdk.domain.security;

import io.kvmsdk.internal.style.ValueStyle;
import io.kvmsdk.xml.Extras;
import io.kvmsdk.xml.Strictness;
import io.kvmsdk.xml.XmlIn;
import io.kvmsdk.xml.XmlMapping;
import io.kvmsdk.xml.XmlOut;
import org.immutables.value.Value;

/**
 * How the guest's memory is kept from the host.
 *
 * @see <a href="https://libvirt.org/formatdomain.html#launch-security">libvirt: Launch Security</a>
 */
@Value.Immutable
@ValueStyle
public interface LaunchSecurity extends WithLaunchSecurity {

  /** How it is read and written. */
  XmlMapping<LaunchSecurity> XML = new LaunchSecurityXml();

  /** An empty builder. */
  static Builder builder() {
    return new Builder();
  }

  /** A builder that starts with the values of this one. */
  default Builder toBuilder() {
    return builder().from(this);
  }

  /** What {@code <launchSecurity>} says, keeping what has no name here. */
  static LaunchSecurity fromXml(String xml) {
    return fromXml(xml, Strictness.LENIENT);
  }

  /** What {@code <launchSecurity>} says. */
  static LaunchSecurity fromXml(String xml, Strictness strictness) {
    return XML.parse(xml, strictness);
  }

  /** The value as {@code <launchSecurity>}. */
  default String toXml() {
    return XML.format(this);
  }

  /** What the document says beyond this. */
  Extras extras();

  /** Makes values. */
  final class Builder extends ImmutableLaunchSecurity.Builder {
    Builder() {
      extras(Extras.NONE);
    }
  }
}

final class LaunchSecurityXml extends XmlMapping<LaunchSecurity> {

  LaunchSecurityXml() {
    super("launchSecurity");
  }

  @Override
  protected LaunchSecurity read(XmlIn in) {
    LaunchSecurity.Builder b = LaunchSecurity.builder();
    return b.extras(in.extras()).build();
  }

  @Override
  protected void write(LaunchSecurity value, String name, XmlOut out) {
    out.begin(name, value.extras());
    out.end();
  }
}
