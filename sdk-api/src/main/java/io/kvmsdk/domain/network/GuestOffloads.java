package io.kvmsdk.domain.network;

import io.kvmsdk.internal.style.ValueStyle;
import io.kvmsdk.xml.Extras;
import io.kvmsdk.xml.XmlIn;
import io.kvmsdk.xml.XmlMapping;
import io.kvmsdk.xml.XmlOut;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * What a guest that receives packets lets the host leave undone. What is absent is on where QEMU
 * has it. Since libvirt 1.2.9.
 *
 * @see <a href="https://libvirt.org/formatdomain.html#setting-nic-driver-specific-options">libvirt:
 *     Setting NIC driver-specific options</a>
 */
@Value.Immutable
@ValueStyle
public interface GuestOffloads extends WithGuestOffloads {

  /** How it is read and written. */
  XmlMapping<GuestOffloads> XML = new GuestOffloadsXml();

  /** An empty builder. */
  static Builder builder() {
    return new Builder();
  }

  /** A builder that starts with the values of this one. */
  default Builder toBuilder() {
    return builder().from(this);
  }

  /** Packets without checksums. */
  Optional<Boolean> checksum();

  /** Large packets of TCP over IPv4. */
  Optional<Boolean> tcp4Segmentation();

  /** Large packets of TCP over IPv6. */
  Optional<Boolean> tcp6Segmentation();

  /** These while TCP announces congestion. */
  Optional<Boolean> congestionNotification();

  /** Large packets of UDP. */
  Optional<Boolean> udpFragmentation();

  /** What the document says beyond this. */
  Extras extras();

  /** Makes values. */
  final class Builder extends ImmutableGuestOffloads.Builder {
    Builder() {
      extras(Extras.NONE);
    }
  }
}

final class GuestOffloadsXml extends XmlMapping<GuestOffloads> {

  GuestOffloadsXml() {
    super("guest");
  }

  @Override
  protected GuestOffloads read(XmlIn in) {
    GuestOffloads.Builder b = GuestOffloads.builder();
    if (in.onOff("csum")) b.checksum(in.flag());
    if (in.onOff("tso4")) b.tcp4Segmentation(in.flag());
    if (in.onOff("tso6")) b.tcp6Segmentation(in.flag());
    if (in.onOff("ecn")) b.congestionNotification(in.flag());
    if (in.onOff("ufo")) b.udpFragmentation(in.flag());
    return b.extras(in.extrasAndPresence()).build();
  }

  @Override
  protected void write(GuestOffloads value, String name, XmlOut out) {
    out.beginIfAny(name, value.extras());
    out.onOff("csum", value.checksum());
    out.onOff("tso4", value.tcp4Segmentation());
    out.onOff("tso6", value.tcp6Segmentation());
    out.onOff("ecn", value.congestionNotification());
    out.onOff("ufo", value.udpFragmentation());
    out.end();
  }
}
