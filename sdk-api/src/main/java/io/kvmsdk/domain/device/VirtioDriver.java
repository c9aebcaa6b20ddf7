package io.kvmsdk.domain.device;

import io.kvmsdk.internal.style.ValueStyle;
import io.kvmsdk.xml.Extras;
import io.kvmsdk.xml.XmlIn;
import io.kvmsdk.xml.XmlMapping;
import io.kvmsdk.xml.XmlOut;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * What all virtio devices can be told about the way they talk with the host. Other kinds of {@code
 * <driver>} have the same options beside their own.
 *
 * @see <a href="https://libvirt.org/formatdomain.html#virtio-related-options">libvirt:
 *     Virtio-related options</a>
 */
@Value.Immutable
@ValueStyle
public interface VirtioDriver extends WithVirtioDriver {

  /** How it is read and written. */
  XmlMapping<VirtioDriver> XML = new VirtioDriverXml();

  /** An empty builder. */
  static Builder builder() {
    return new Builder();
  }

  /** A builder that starts with the values of this one. */
  default Builder toBuilder() {
    return builder().from(this);
  }

  /** Whether the device goes through an IOMMU that the guest has. Since libvirt 3.5.0. */
  Optional<Boolean> iommu();

  /** Whether it has address translation services. Since libvirt 3.5.0. */
  Optional<Boolean> ats();

  /** Whether it has packed virtqueues. Since libvirt 6.3.0. */
  Optional<Boolean> packed();

  /** Whether each of its queues is notified on a page of its own. Since libvirt 7.9.0. */
  Optional<Boolean> pagePerVq();

  /** What the document says beyond this. */
  Extras extras();

  /** Makes values. */
  final class Builder extends ImmutableVirtioDriver.Builder {
    Builder() {
      extras(Extras.NONE);
    }
  }
}

final class VirtioDriverXml extends XmlMapping<VirtioDriver> {

  VirtioDriverXml() {
    super("driver");
  }

  @Override
  protected VirtioDriver read(XmlIn in) {
    VirtioDriver.Builder b = VirtioDriver.builder();
    if (in.onOff("iommu")) b.iommu(in.flag());
    if (in.onOff("ats")) b.ats(in.flag());
    if (in.onOff("packed")) b.packed(in.flag());
    if (in.onOff("page_per_vq")) b.pagePerVq(in.flag());
    return b.extras(in.extrasAndPresence()).build();
  }

  @Override
  protected void write(VirtioDriver value, String name, XmlOut out) {
    out.beginIfAny(name, value.extras());
    out.onOff("iommu", value.iommu());
    out.onOff("ats", value.ats());
    out.onOff("packed", value.packed());
    out.onOff("page_per_vq", value.pagePerVq());
    out.end();
  }
}
