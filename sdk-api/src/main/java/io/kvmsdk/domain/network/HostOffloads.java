package io.kvmsdk.domain.network;

import io.kvmsdk.internal.style.ValueStyle;
import io.kvmsdk.xml.Extras;
import io.kvmsdk.xml.XmlIn;
import io.kvmsdk.xml.XmlMapping;
import io.kvmsdk.xml.XmlOut;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * What the host takes over for a guest that sends packets. What is absent is on where QEMU has it.
 * Since libvirt 1.2.9.
 *
 * @see <a href="https://libvirt.org/formatdomain.html#setting-nic-driver-specific-options">libvirt:
 *     Setting NIC driver-specific options</a>
 */
@Value.Immutable
@ValueStyle
public interface HostOffloads extends WithHostOffloads {

  /** How it is read and written. */
  XmlMapping<HostOffloads> XML = new HostOffloadsXml();

  /** An empty builder. */
  static Builder builder() {
    return new Builder();
  }

  /** A builder that starts with the values of this one. */
  default Builder toBuilder() {
    return builder().from(this);
  }

  /** Computing checksums. */
  Optional<Boolean> checksum();

  /** Cutting large packets of any kind. */
  Optional<Boolean> genericSegmentation();

  /** Cutting large packets of TCP over IPv4. */
  Optional<Boolean> tcp4Segmentation();

  /** Cutting large packets of TCP over IPv6. */
  Optional<Boolean> tcp6Segmentation();

  /** Doing so while TCP announces congestion. */
  Optional<Boolean> congestionNotification();

  /** Cutting large packets of UDP. */
  Optional<Boolean> udpFragmentation();

  /** Giving one packet to the guest in several buffers. Absent means on. Since libvirt 1.2.13. */
  Optional<Boolean> mergeableBuffers();

  /** What the document says beyond this. */
  Extras extras();

  /** Makes values. */
  final class Builder extends ImmutableHostOffloads.Builder {
    Builder() {
      extras(Extras.NONE);
    }
  }
}

final class HostOffloadsXml extends XmlMapping<HostOffloads> {

  HostOffloadsXml() {
    super("host");
  }

  @Override
  protected HostOffloads read(XmlIn in) {
    HostOffloads.Builder b = HostOffloads.builder();
    if (in.onOff("csum")) b.checksum(in.flag());
    if (in.onOff("gso")) b.genericSegmentation(in.flag());
    if (in.onOff("tso4")) b.tcp4Segmentation(in.flag());
    if (in.onOff("tso6")) b.tcp6Segmentation(in.flag());
    if (in.onOff("ecn")) b.congestionNotification(in.flag());
    if (in.onOff("ufo")) b.udpFragmentation(in.flag());
    if (in.onOff("mrg_rxbuf")) b.mergeableBuffers(in.flag());
    return b.extras(in.extrasAndPresence()).build();
  }

  @Override
  protected void write(HostOffloads value, String name, XmlOut out) {
    out.beginIfAny(name, value.extras());
    out.onOff("csum", value.checksum());
    out.onOff("gso", value.genericSegmentation());
    out.onOff("tso4", value.tcp4Segmentation());
    out.onOff("tso6", value.tcp6Segmentation());
    out.onOff("ecn", value.congestionNotification());
    out.onOff("ufo", value.udpFragmentation());
    out.onOff("mrg_rxbuf", value.mergeableBuffers());
    out.end();
  }
}
