package io.kvmsdk.domain.security;

import io.kvmsdk.internal.style.ValueStyle;
import io.kvmsdk.xml.Extras;
import io.kvmsdk.xml.XmlIn;
import io.kvmsdk.xml.XmlMapping;
import io.kvmsdk.xml.XmlOut;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * AMD's SEV: the guest's memory is encrypted by the CPU. Since libvirt 4.4.0.
 *
 * @see <a href="https://libvirt.org/formatdomain.html#launch-security">libvirt: Launch Security</a>
 */
@Value.Immutable
@ValueStyle
public sealed interface SevLaunchSecurity extends LaunchSecurity, WithSevLaunchSecurity
    permits ImmutableSevLaunchSecurity {

  /** How it is read and written. */
  XmlMapping<SevLaunchSecurity> XML = new SevLaunchSecurityXml();

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
    return "sev";
  }

  /**
   * Whether the measurement holds kernel, RAM disk and command line; only with a kernel that is
   * booted directly. Absent means not. Since libvirt 8.0.0.
   */
  Optional<Boolean> kernelHashes();

  /**
   * Which bit of an address in the page tables says that the page is encrypted. Absent means the
   * host's, see its domain capabilities.
   */
  Optional<Integer> cBitPosition();

  /** How many bits of physical addresses are lost to that. Absent means the host's. */
  Optional<Integer> reducedPhysBits();

  /**
   * What the firmware has to hold to, as bits. Bit 0: no debugging; 1: no keys shared with other
   * guests; 2: SEV-ES; 3: not sent to another host; 4: only to one of the domain; 5: only to one
   * with SEV. Bits 16 to 31 are the least version of the firmware.
   */
  long policy();

  /** The firmware's handle of the guest, which libvirt shows while it runs; read only. */
  Optional<Long> handle();

  /** The Diffie-Hellman key of the guest's owner, in Base64. */
  @Value.Redacted
  Optional<String> dhCert();

  /** The owner's session, in Base64: what LAUNCH_START of the firmware is given. */
  @Value.Redacted
  Optional<String> session();

  /** Whether the CPU's registers are encrypted as well (SEV-ES). */
  default boolean encryptedState() {
    return (policy() & 1 << 2) != 0;
  }

  /** Whether the host can debug the guest, and so read its memory. */
  default boolean debuggable() {
    return (policy() & 1) == 0;
  }

  /** What the document says beyond this. */
  @Override
  Extras extras();

  /** Makes values. */
  final class Builder extends ImmutableSevLaunchSecurity.Builder {
    Builder() {
      extras(Extras.NONE);
    }
  }
}

final class SevLaunchSecurityXml extends XmlMapping<SevLaunchSecurity> {

  SevLaunchSecurityXml() {
    super("launchSecurity");
  }

  @Override
  protected SevLaunchSecurity read(XmlIn in) {
    SevLaunchSecurity.Builder b = SevLaunchSecurity.builder();
    if (in.yesNo("kernelHashes")) b.kernelHashes(in.flag());
    if (in.child("cbitpos").intText()) b.cBitPosition(in.intValue());
    if (in.child("reducedPhysBits").intText()) b.reducedPhysBits(in.intValue());
    XmlIn policy = in.child("policy");
    if (!policy.longHexText(4)) throw policy.unreadable("a hexadecimal number");
    b.policy(in.longValue());
    if (in.child("handle").longText()) b.handle(in.longValue());
    if (in.child("dhCert").text()) b.dhCert(in.value());
    if (in.child("session").text()) b.session(in.value());
    return b.extras(in.extras()).build();
  }

  @Override
  protected void write(SevLaunchSecurity value, String name, XmlOut out) {
    out.begin(name, value.extras());
    out.attr("type", value.type());
    out.yesNo("kernelHashes", value.kernelHashes());
    out.partText("cbitpos", value.cBitPosition());
    out.partText("reducedPhysBits", value.reducedPhysBits());
    out.beginPart("policy");
    out.longHexText(4, Optional.of(value.policy()));
    out.end();
    out.partText("handle", value.handle());
    out.partText("dhCert", value.dhCert());
    out.partText("session", value.session());
    out.end();
  }
}
