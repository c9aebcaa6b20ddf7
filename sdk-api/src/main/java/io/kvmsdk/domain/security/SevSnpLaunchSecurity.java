package io.kvmsdk.domain.security;

import io.kvmsdk.internal.style.ValueStyle;
import io.kvmsdk.xml.Extras;
import io.kvmsdk.xml.XmlIn;
import io.kvmsdk.xml.XmlMapping;
import io.kvmsdk.xml.XmlOut;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * AMD's SEV-SNP: the guest's memory is encrypted by the CPU, and kept from being changed. Since
 * libvirt 10.5.0.
 *
 * @see <a href="https://libvirt.org/formatdomain.html#launch-security">libvirt: Launch Security</a>
 */
@Value.Immutable
@ValueStyle
public sealed interface SevSnpLaunchSecurity extends LaunchSecurity, WithSevSnpLaunchSecurity
    permits ImmutableSevSnpLaunchSecurity {

  /** How it is read and written. */
  XmlMapping<SevSnpLaunchSecurity> XML = new SevSnpLaunchSecurityXml();

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
    return "sev-snp";
  }

  /**
   * Whether the measurement holds kernel, RAM disk and command line; only with a kernel that is
   * booted directly. Absent means not.
   */
  Optional<Boolean> kernelHashes();

  /** Whether {@link #idAuth()} holds the key of the author. */
  Optional<Boolean> authorKey();

  /**
   * Whether the guest may ask for reports that are signed with the key of the chip (VCEK). Absent
   * means yes.
   */
  Optional<Boolean> vcek();

  /**
   * Which bit of an address in the page tables says that the page is encrypted. Absent means the
   * host's, see its domain capabilities.
   */
  Optional<Integer> cBitPosition();

  /** How many bits of physical addresses are lost to that. Absent means the host's. */
  Optional<Integer> reducedPhysBits();

  /**
   * What the firmware has to hold to, as bits. Bits 0 to 15 are the least version of its interface;
   * 16: SMT is allowed; 17: has to be set; 18: a migration agent is allowed; 19: debugging is
   * allowed; 20: one socket only; 21: CXL is allowed; 22: AES 256 XTS; 23: no RAPL; 24: the
   * ciphertext is hidden.
   */
  long policy();

  /** Workarounds that the guest is told of: 16 bytes in Base64. */
  Optional<String> guestVisibleWorkarounds();

  /** The identity of the guest: 96 bytes in Base64. */
  Optional<String> idBlock();

  /** What proves that identity: 4096 bytes in Base64. */
  Optional<String> idAuth();

  /** What the guest finds in its reports: 32 bytes in Base64. */
  Optional<String> hostData();

  /** Whether the host can debug the guest, and so read its memory. */
  default boolean debuggable() {
    return (policy() & 1 << 19) != 0;
  }

  /** Whether threads of one core may run the guest and something else (SMT). */
  default boolean multithreading() {
    return (policy() & 1 << 16) != 0;
  }

  /** What the document says beyond this. */
  @Override
  Extras extras();

  /** Makes values. */
  final class Builder extends ImmutableSevSnpLaunchSecurity.Builder {
    Builder() {
      extras(Extras.NONE);
    }
  }
}

final class SevSnpLaunchSecurityXml extends XmlMapping<SevSnpLaunchSecurity> {

  SevSnpLaunchSecurityXml() {
    super("launchSecurity");
  }

  @Override
  protected SevSnpLaunchSecurity read(XmlIn in) {
    SevSnpLaunchSecurity.Builder b = SevSnpLaunchSecurity.builder();
    if (in.yesNo("kernelHashes")) b.kernelHashes(in.flag());
    if (in.yesNo("authorKey")) b.authorKey(in.flag());
    if (in.yesNo("vcek")) b.vcek(in.flag());
    if (in.child("cbitpos").intText()) b.cBitPosition(in.intValue());
    if (in.child("reducedPhysBits").intText()) b.reducedPhysBits(in.intValue());
    XmlIn policy = in.child("policy");
    if (!policy.longHexText(8)) throw policy.unreadable("a hexadecimal number");
    b.policy(in.longValue());
    if (in.child("guestVisibleWorkarounds").text()) b.guestVisibleWorkarounds(in.value());
    if (in.child("idBlock").text()) b.idBlock(in.value());
    if (in.child("idAuth").text()) b.idAuth(in.value());
    if (in.child("hostData").text()) b.hostData(in.value());
    return b.extras(in.extras()).build();
  }

  @Override
  protected void write(SevSnpLaunchSecurity value, String name, XmlOut out) {
    out.begin(name, value.extras());
    out.attr("type", value.type());
    out.yesNo("kernelHashes", value.kernelHashes());
    out.yesNo("authorKey", value.authorKey());
    out.yesNo("vcek", value.vcek());
    out.partText("cbitpos", value.cBitPosition());
    out.partText("reducedPhysBits", value.reducedPhysBits());
    out.beginPart("policy");
    out.longHexText(8, Optional.of(value.policy()));
    out.end();
    out.partText("guestVisibleWorkarounds", value.guestVisibleWorkarounds());
    out.partText("idBlock", value.idBlock());
    out.partText("idAuth", value.idAuth());
    out.partText("hostData", value.hostData());
    out.end();
  }
}
