package io.kvmsdk.domain.controller;

import io.kvmsdk.internal.style.ValueStyle;
import io.kvmsdk.units.ByteSize;
import io.kvmsdk.xml.Extras;
import io.kvmsdk.xml.XmlIn;
import io.kvmsdk.xml.XmlMapping;
import io.kvmsdk.xml.XmlOut;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * What the guest sees of a PCI controller. libvirt chooses and notes it; in the life of a guest it
 * has to stay what it was. Since libvirt 1.2.19.
 *
 * @see <a href="https://libvirt.org/formatdomain.html#controllers">libvirt: Controllers</a>
 */
@Value.Immutable
@ValueStyle
public interface ControllerTarget extends WithControllerTarget {

  /** How it is read and written. */
  XmlMapping<ControllerTarget> XML = new ControllerTargetXml();

  /** An empty builder. */
  static Builder builder() {
    return new Builder();
  }

  /** A builder that starts with the values of this one. */
  default Builder toBuilder() {
    return builder().from(this);
  }

  /** The number of the chassis of a PCI bridge, 1 to 255. */
  Optional<Integer> chassisNr();

  /** The number of the chassis of a PCI Express port, 0 to 255. */
  Optional<Integer> chassis();

  /** The number of a PCI Express port, 0 to 255. */
  Optional<Integer> port();

  /**
   * The number of an expander's bus, 1 to 254; those from it to the next expander's are for what is
   * plugged behind it.
   */
  Optional<Integer> busNr();

  /**
   * The place of a pSeries machine's root in the order in which the guest sees them, from 0. Since
   * libvirt 3.6.0.
   */
  Optional<Integer> index();

  /**
   * Whether devices can be hot-plugged. Absent means yes. Since libvirt 6.3.0, for {@code pci-root}
   * 7.9.0.
   */
  Optional<Boolean> hotplug();

  /**
   * How much memory the firmware sets aside for devices that are hot-plugged, where its own guess
   * is too small. Since libvirt 10.3.0.
   */
  Optional<ByteSize> memReserve();

  /**
   * The NUMA node of the guest, from 0, that an expander's bus or a pSeries machine's root is near.
   * Since libvirt 1.3.4.
   */
  Optional<Integer> node();

  /** What the document says beyond this. */
  Extras extras();

  /** Makes values. */
  final class Builder extends ImmutableControllerTarget.Builder {
    Builder() {
      extras(Extras.NONE);
    }
  }
}

final class ControllerTargetXml extends XmlMapping<ControllerTarget> {

  ControllerTargetXml() {
    super("target");
  }

  @Override
  protected ControllerTarget read(XmlIn in) {
    ControllerTarget.Builder b = ControllerTarget.builder();
    if (in.intAttr("chassisNr")) b.chassisNr(in.intValue());
    if (in.intAttr("chassis")) b.chassis(in.intValue());
    if (in.intAttr("port")) b.port(in.intValue());
    if (in.intAttr("busNr")) b.busNr(in.intValue());
    if (in.intAttr("index")) b.index(in.intValue());
    if (in.onOff("hotplug")) b.hotplug(in.flag());
    if (in.fixedSizeAttr("memReserve", "KiB")) b.memReserve(in.size());
    if (in.child("node").intText()) b.node(in.intValue());
    return b.extras(in.extrasAndPresence()).build();
  }

  @Override
  protected void write(ControllerTarget value, String name, XmlOut out) {
    out.beginIfAny(name, value.extras());
    out.attr("chassisNr", value.chassisNr());
    out.attr("chassis", value.chassis());
    out.hexAttr("port", 1, value.port());
    out.attr("busNr", value.busNr());
    out.attr("index", value.index());
    out.onOff("hotplug", value.hotplug());
    out.fixedSizeAttr("memReserve", "KiB", value.memReserve());
    out.partText("node", value.node());
    out.end();
  }
}
