package io.kvmsdk.domain.platform;

import io.kvmsdk.domain.device.Device;
import io.kvmsdk.domain.device.DeviceAddress;
import io.kvmsdk.internal.style.ValueStyle;
import io.kvmsdk.xml.Extras;
import io.kvmsdk.xml.Strictness;
import io.kvmsdk.xml.XmlIn;
import io.kvmsdk.xml.XmlMapping;
import io.kvmsdk.xml.XmlOut;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * An IOMMU that the guest has. Since libvirt 2.1.0.
 *
 * @see <a href="https://libvirt.org/formatdomain.html#iommu-devices">libvirt: IOMMU devices</a>
 */
@Value.Immutable
@ValueStyle
public interface Iommu extends Device, WithIommu {

  /** How it is read and written. */
  XmlMapping<Iommu> XML = new IommuXml();

  /** Intel's, for {@code q35}. */
  static Iommu intel() {
    return of(IommuModel.INTEL);
  }

  /**
   * Intel's with interrupt remapping and the extended interrupt mode, which more than 255 vCPUs
   * need; the domain's features have to say an I/O APIC of QEMU's as well. Since libvirt 3.4.0.
   */
  static Iommu intelForManyVcpus() {
    return intel().withDriver(IommuDriver.builder().intRemap(true).eim(true).build());
  }

  /** Arm's. Since libvirt 5.5.0. */
  static Iommu smmuV3() {
    return of(IommuModel.SMMUV3);
  }

  /** The virtio one. Since libvirt 8.3.0. */
  static Iommu virtio() {
    return of(IommuModel.VIRTIO);
  }

  /** One of such a model. */
  static Iommu of(IommuModel model) {
    return builder().model(model).build();
  }

  /** An empty builder. */
  static Builder builder() {
    return new Builder();
  }

  /** A builder that starts with the values of this one. */
  default Builder toBuilder() {
    return builder().from(this);
  }

  /** What {@code <iommu>} says, keeping what has no name here. */
  static Iommu fromXml(String xml) {
    return fromXml(xml, Strictness.LENIENT);
  }

  /** What {@code <iommu>} says. */
  static Iommu fromXml(String xml, Strictness strictness) {
    return XML.parse(xml, strictness);
  }

  @Override
  default String toXml() {
    return XML.format(this);
  }

  /** What the guest sees. */
  IommuModel model();

  /** What it can do. */
  Optional<IommuDriver> driver();

  /**
   * The number by which ACPI tells the guest of a PCI device, so that its name in the guest is
   * stable.
   */
  Optional<Integer> acpiIndex();

  /** What the document says beyond this. */
  @Override
  Extras extras();

  /** Makes values. */
  final class Builder extends ImmutableIommu.Builder {
    Builder() {
      extras(Extras.NONE);
    }
  }
}

final class IommuXml extends XmlMapping<Iommu> {

  IommuXml() {
    super("iommu");
  }

  @Override
  protected Iommu read(XmlIn in) {
    Iommu.Builder b = Iommu.builder();
    b.model(new IommuModel(in.required("model")));
    XmlIn driver = in.child("driver");
    if (driver.present()) b.driver(driver.read(IommuDriver.XML));
    if (in.child("acpi").intAttr("index")) b.acpiIndex(in.intValue());
    if (in.child("alias").attr("name")) b.alias(in.value());
    XmlIn address = in.child("address");
    if (address.present()) b.address(address.read(DeviceAddress.XML));
    return b.extras(in.extras()).build();
  }

  @Override
  protected void write(Iommu value, String name, XmlOut out) {
    out.begin(name, value.extras());
    out.attr("model", value.model().toString());
    out.write("driver", IommuDriver.XML, value.driver());
    out.part("acpi", "index", value.acpiIndex());
    out.part("alias", "name", value.alias());
    out.write(DeviceAddress.XML, value.address());
    out.end();
  }
}
