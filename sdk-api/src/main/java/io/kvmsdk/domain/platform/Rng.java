package io.kvmsdk.domain.platform;

import io.kvmsdk.domain.device.Device;
import io.kvmsdk.domain.device.DeviceAddress;
import io.kvmsdk.domain.device.VirtioDriver;
import io.kvmsdk.internal.style.ValueStyle;
import io.kvmsdk.xml.Extras;
import io.kvmsdk.xml.Strictness;
import io.kvmsdk.xml.XmlIn;
import io.kvmsdk.xml.XmlMapping;
import io.kvmsdk.xml.XmlOut;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * A random number generator of a domain. Since libvirt 1.0.3.
 *
 * @see <a href="https://libvirt.org/formatdomain.html#random-number-generator-device">libvirt:
 *     Random number generator device</a>
 */
@Value.Immutable
@ValueStyle
public interface Rng extends Device, WithRng {

  /** How it is read and written. */
  XmlMapping<Rng> XML = new RngXml();

  /** A virtio generator fed from {@code /dev/urandom}. */
  static Rng virtio() {
    return of(RngBackend.device("/dev/urandom"));
  }

  /** A virtio generator fed from such a source. */
  static Rng of(RngBackend backend) {
    return builder().model(RngModel.VIRTIO).backend(backend).build();
  }

  /** An empty builder. */
  static Builder builder() {
    return new Builder();
  }

  /** A builder that starts with the values of this one. */
  default Builder toBuilder() {
    return builder().from(this);
  }

  /** What {@code <rng>} says, keeping what has no name here. */
  static Rng fromXml(String xml) {
    return fromXml(xml, Strictness.LENIENT);
  }

  /** What {@code <rng>} says. */
  static Rng fromXml(String xml, Strictness strictness) {
    return XML.parse(xml, strictness);
  }

  @Override
  default String toXml() {
    return XML.format(this);
  }

  /** What the guest sees. */
  RngModel model();

  /** How much the guest may take. Absent means without limit. Since libvirt 1.0.4. */
  Optional<RngRate> rate();

  /** Where the randomness comes from. */
  RngBackend backend();

  /** How the virtio device talks with the host. Since libvirt 3.5.0. */
  Optional<VirtioDriver> driver();

  /**
   * The number by which ACPI tells the guest of a PCI device, so that its name in the guest is
   * stable.
   */
  Optional<Integer> acpiIndex();

  /** What the document says beyond this. */
  @Override
  Extras extras();

  /** Makes values. */
  final class Builder extends ImmutableRng.Builder {
    Builder() {
      extras(Extras.NONE);
    }
  }
}

final class RngXml extends XmlMapping<Rng> {

  RngXml() {
    super("rng");
  }

  @Override
  protected Rng read(XmlIn in) {
    Rng.Builder b = Rng.builder();
    b.model(new RngModel(in.required("model")));
    XmlIn rate = in.child("rate");
    if (rate.present()) b.rate(rate.read(RngRate.XML));
    XmlIn backend = in.child("backend");
    if (!backend.present()) throw in.missing("backend");
    b.backend(backend.read(RngBackend.XML));
    XmlIn driver = in.child("driver");
    if (driver.present()) b.driver(driver.read(VirtioDriver.XML));
    if (in.child("acpi").intAttr("index")) b.acpiIndex(in.intValue());
    if (in.child("alias").attr("name")) b.alias(in.value());
    XmlIn address = in.child("address");
    if (address.present()) b.address(address.read(DeviceAddress.XML));
    return b.extras(in.extras()).build();
  }

  @Override
  protected void write(Rng value, String name, XmlOut out) {
    out.begin(name, value.extras());
    out.attr("model", value.model().toString());
    out.write("rate", RngRate.XML, value.rate());
    out.write("backend", RngBackend.XML, value.backend());
    out.write("driver", VirtioDriver.XML, value.driver());
    out.part("acpi", "index", value.acpiIndex());
    out.part("alias", "name", value.alias());
    out.write(DeviceAddress.XML, value.address());
    out.end();
  }
}
