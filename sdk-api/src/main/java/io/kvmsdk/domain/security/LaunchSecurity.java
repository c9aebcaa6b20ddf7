package io.kvmsdk.domain.security;

import io.kvmsdk.xml.Extras;
import io.kvmsdk.xml.Strictness;
import io.kvmsdk.xml.XmlIn;
import io.kvmsdk.xml.XmlMapping;
import io.kvmsdk.xml.XmlOut;

/**
 * How the guest's memory is kept from the host.
 *
 * @see <a href="https://libvirt.org/formatdomain.html#launch-security">libvirt: Launch Security</a>
 */
public sealed interface LaunchSecurity
    permits S390PvLaunchSecurity, SevLaunchSecurity, SevSnpLaunchSecurity, UnknownLaunchSecurity {

  /** How it is read and written. */
  XmlMapping<LaunchSecurity> XML = new LaunchSecurityXml();

  /**
   * AMD's SEV. Since libvirt 4.4.0.
   *
   * @param policy see {@link SevLaunchSecurity#policy()}
   */
  static SevLaunchSecurity sev(long policy) {
    return SevLaunchSecurity.builder().policy(policy).build();
  }

  /**
   * AMD's SEV-SNP. Since libvirt 10.5.0.
   *
   * @param policy see {@link SevSnpLaunchSecurity#policy()}; 0x30000 is what QEMU has by itself
   */
  static SevSnpLaunchSecurity sevSnp(long policy) {
    return SevSnpLaunchSecurity.builder().policy(policy).build();
  }

  /** IBM's Secure Execution. Since libvirt 7.6.0. */
  static LaunchSecurity s390Pv() {
    return S390PvLaunchSecurity.builder().build();
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

  /** What libvirt calls the kind, in the attribute {@code type}. */
  String type();

  /** What the document says beyond what has a name here. */
  Extras extras();
}

final class LaunchSecurityXml extends XmlMapping<LaunchSecurity> {

  LaunchSecurityXml() {
    super("launchSecurity");
  }

  @Override
  protected LaunchSecurity read(XmlIn in) {
    String type = in.required("type");
    return switch (type) {
      case "sev" -> in.read(SevLaunchSecurity.XML);
      case "sev-snp" -> in.read(SevSnpLaunchSecurity.XML);
      case "s390-pv" -> in.read(S390PvLaunchSecurity.XML);
      default -> UnknownLaunchSecurity.builder().type(type).extras(in.extras()).build();
    };
  }

  @Override
  protected void write(LaunchSecurity value, String name, XmlOut out) {
    if (value instanceof SevLaunchSecurity sevLaunchSecurity) {
      out.write(name, SevLaunchSecurity.XML, sevLaunchSecurity);
    } else if (value instanceof SevSnpLaunchSecurity sevSnpLaunchSecurity) {
      out.write(name, SevSnpLaunchSecurity.XML, sevSnpLaunchSecurity);
    } else if (value instanceof S390PvLaunchSecurity s390PvLaunchSecurity) {
      out.write(name, S390PvLaunchSecurity.XML, s390PvLaunchSecurity);
    } else {
      out.begin(name, value.extras());
      out.attr("type", value.type());
      out.end();
    }
  }
}
