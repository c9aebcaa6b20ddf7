package io.kvmsdk.domain.security;

import io.kvmsdk.internal.style.ValueStyle;
import io.kvmsdk.xml.Extras;
import io.kvmsdk.xml.XmlIn;
import io.kvmsdk.xml.XmlMapping;
import io.kvmsdk.xml.XmlOut;
import org.immutables.value.Value;

/**
 * IBM's Secure Execution on s390, for which the guest has to be prepared. Since libvirt 7.6.0.
 *
 * @see <a href="https://libvirt.org/formatdomain.html#launch-security">libvirt: Launch Security</a>
 */
@Value.Immutable
@ValueStyle
public sealed interface S390PvLaunchSecurity extends LaunchSecurity, WithS390PvLaunchSecurity
    permits ImmutableS390PvLaunchSecurity {

  /** How it is read and written. */
  XmlMapping<S390PvLaunchSecurity> XML = new S390PvLaunchSecurityXml();

  /** An empty builder. */
  static Builder builder() {
    return new Builder();
  }

  /** A builder that starts with the values of this one. */
  default Builder toBuilder() {
    return builder().from(this);
  }

  @Override
  default String type() {
    return "s390-pv";
  }

  /** What the document says beyond this. */
  @Override
  Extras extras();

  /** Makes values. */
  final class Builder extends ImmutableS390PvLaunchSecurity.Builder {
    Builder() {
      extras(Extras.NONE);
    }
  }
}

final class S390PvLaunchSecurityXml extends XmlMapping<S390PvLaunchSecurity> {

  S390PvLaunchSecurityXml() {
    super("launchSecurity");
  }

  @Override
  protected S390PvLaunchSecurity read(XmlIn in) {
    S390PvLaunchSecurity.Builder b = S390PvLaunchSecurity.builder();
    return b.extras(in.extras()).build();
  }

  @Override
  protected void write(S390PvLaunchSecurity value, String name, XmlOut out) {
    out.begin(name, value.extras());
    out.attr("type", value.type());
    out.end();
  }
}
