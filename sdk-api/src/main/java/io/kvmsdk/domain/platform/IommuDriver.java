package io.kvmsdk.domain.platform;

import io.kvmsdk.internal.style.ValueStyle;
import io.kvmsdk.xml.Extras;
import io.kvmsdk.xml.XmlIn;
import io.kvmsdk.xml.XmlMapping;
import io.kvmsdk.xml.XmlOut;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * What an IOMMU can do; most of it is for Intel's.
 *
 * @see <a href="https://libvirt.org/formatdomain.html#iommu-devices">libvirt: IOMMU devices</a>
 */
@Value.Immutable
@ValueStyle
public interface IommuDriver extends WithIommuDriver {

  /** How it is read and written. */
  XmlMapping<IommuDriver> XML = new IommuDriverXml();

  /** An empty builder. */
  static Builder builder() {
    return new Builder();
  }

  /** A builder that starts with the values of this one. */
  default Builder toBuilder() {
    return builder().from(this);
  }

  /** Whether it remaps interrupts; wants an I/O APIC of QEMU's. Since libvirt 3.4.0. */
  Optional<Boolean> intRemap();

  /**
   * Whether it has the caching mode, which devices of the host need that are given to the guest.
   * Since libvirt 3.4.0.
   */
  Optional<Boolean> cachingMode();

  /**
   * Whether it has the extended interrupt mode, which more than 255 vCPUs need. Since libvirt
   * 3.4.0.
   */
  Optional<Boolean> eim();

  /** Whether it keeps translations that devices asked for. Since libvirt 3.5.0. */
  Optional<Boolean> iotlb();

  /** How many bits the addresses of devices have, such as 39 or 48. Since libvirt 6.5.0. */
  Optional<Integer> awBits();

  /**
   * Whether it translates addresses at all, rather than interrupts only. Absent means yes. Since
   * libvirt 10.7.0.
   */
  Optional<Boolean> dmaTranslation();

  /** What the document says beyond this. */
  Extras extras();

  /** Makes values. */
  final class Builder extends ImmutableIommuDriver.Builder {
    Builder() {
      extras(Extras.NONE);
    }
  }
}

final class IommuDriverXml extends XmlMapping<IommuDriver> {

  IommuDriverXml() {
    super("driver");
  }

  @Override
  protected IommuDriver read(XmlIn in) {
    IommuDriver.Builder b = IommuDriver.builder();
    if (in.onOff("intremap")) b.intRemap(in.flag());
    if (in.onOff("caching_mode")) b.cachingMode(in.flag());
    if (in.onOff("eim")) b.eim(in.flag());
    if (in.onOff("iotlb")) b.iotlb(in.flag());
    if (in.intAttr("aw_bits")) b.awBits(in.intValue());
    if (in.onOff("dma_translation")) b.dmaTranslation(in.flag());
    return b.extras(in.extrasAndPresence()).build();
  }

  @Override
  protected void write(IommuDriver value, String name, XmlOut out) {
    out.beginIfAny(name, value.extras());
    out.onOff("intremap", value.intRemap());
    out.onOff("caching_mode", value.cachingMode());
    out.onOff("eim", value.eim());
    out.onOff("iotlb", value.iotlb());
    out.attr("aw_bits", value.awBits());
    out.onOff("dma_translation", value.dmaTranslation());
    out.end();
  }
}
