package io.kvmsdk.domain.memory;

import io.kvmsdk.domain.device.Device;
import io.kvmsdk.domain.device.DeviceAddress;
import io.kvmsdk.domain.device.VirtioDriver;
import io.kvmsdk.internal.style.ValueStyle;
import io.kvmsdk.xml.Extras;
import io.kvmsdk.xml.Strictness;
import io.kvmsdk.xml.XmlIn;
import io.kvmsdk.xml.XmlMapping;
import io.kvmsdk.xml.XmlOut;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * The device by which a running guest gives memory back to the host.
 *
 * @see <a href="https://libvirt.org/formatdomain.html#memory-balloon-device">libvirt: Memory
 *     balloon device</a>
 */
@Value.Immutable
@ValueStyle
public interface MemBalloon extends Device, WithMemBalloon {

  /** How it is read and written. */
  XmlMapping<MemBalloon> XML = new MemBalloonXml();

  /** A virtio balloon. */
  static MemBalloon virtio() {
    return builder().model(BalloonModel.VIRTIO).build();
  }

  /** No balloon at all. */
  static MemBalloon none() {
    return builder().model(BalloonModel.NONE).build();
  }

  /** An empty builder. */
  static Builder builder() {
    return new Builder();
  }

  /** A builder that starts with the values of this one. */
  default Builder toBuilder() {
    return builder().from(this);
  }

  /** What {@code <memballoon>} says, keeping what has no name here. */
  static MemBalloon fromXml(String xml) {
    return fromXml(xml, Strictness.LENIENT);
  }

  /** What {@code <memballoon>} says. */
  static MemBalloon fromXml(String xml, Strictness strictness) {
    return XML.parse(xml, strictness);
  }

  @Override
  default String toXml() {
    return XML.format(this);
  }

  /** What the guest sees; {@link BalloonModel#NONE} for no balloon. */
  Optional<BalloonModel> model();

  /**
   * Whether memory is given back to the guest before it kills a process for want of it. Since
   * libvirt 1.3.1 and QEMU 2.1.
   */
  Optional<Boolean> autoDeflate();

  /**
   * Whether the guest tells the host of pages that it does not use. Since libvirt 6.9.0 and QEMU
   * 5.1.
   */
  Optional<Boolean> freePageReporting();

  /**
   * How often the guest reports its memory statistics, in whole seconds; absent or 0 means never.
   * Since libvirt 1.1.1.
   */
  Optional<Duration> statsPeriod();

  /** How it talks with the host. Since libvirt 3.5.0. */
  Optional<VirtioDriver> driver();

  /** The number that ACPI gives the device in the guest. */
  Optional<Integer> acpiIndex();

  /** What the document says beyond this. */
  @Override
  Extras extras();

  /** Makes values. */
  final class Builder extends ImmutableMemBalloon.Builder {
    Builder() {
      extras(Extras.NONE);
    }
  }
}

final class MemBalloonXml extends XmlMapping<MemBalloon> {

  MemBalloonXml() {
    super("memballoon");
  }

  @Override
  protected MemBalloon read(XmlIn in) {
    MemBalloon.Builder b = MemBalloon.builder();
    if (in.attr("model")) b.model(new BalloonModel(in.value()));
    if (in.onOff("autodeflate")) b.autoDeflate(in.flag());
    if (in.onOff("freePageReporting")) b.freePageReporting(in.flag());
    if (in.child("stats").longAttr("period")) b.statsPeriod(Duration.ofSeconds(in.longValue()));
    XmlIn driver = in.child("driver");
    if (driver.present()) b.driver(driver.read(VirtioDriver.XML));
    if (in.child("acpi").intAttr("index")) b.acpiIndex(in.intValue());
    if (in.child("alias").attr("name")) b.alias(in.value());
    XmlIn address = in.child("address");
    if (address.present()) b.address(address.read(DeviceAddress.XML));
    return b.extras(in.extras()).build();
  }

  @Override
  protected void write(MemBalloon value, String name, XmlOut out) {
    out.begin(name, value.extras());
    out.attr("model", value.model());
    out.onOff("autodeflate", value.autoDeflate());
    out.onOff("freePageReporting", value.freePageReporting());
    out.beginPart("stats");
    out.durationAttr("period", ChronoUnit.SECONDS, value.statsPeriod());
    out.end();
    out.write("driver", VirtioDriver.XML, value.driver());
    out.part("acpi", "index", value.acpiIndex());
    out.part("alias", "name", value.alias());
    out.write(DeviceAddress.XML, value.address());
    out.end();
  }
}
