package io.kvmsdk.domain.platform;

import io.kvmsdk.domain.device.Device;
import io.kvmsdk.domain.device.DeviceAddress;
import io.kvmsdk.domain.device.VirtioDriver;
import io.kvmsdk.error.InvalidDefinitionException;
import io.kvmsdk.internal.style.ValueStyle;
import io.kvmsdk.xml.Extras;
import io.kvmsdk.xml.Strictness;
import io.kvmsdk.xml.XmlIn;
import io.kvmsdk.xml.XmlMapping;
import io.kvmsdk.xml.XmlOut;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * A socket between guest and host, without a network. Since libvirt 4.4.0.
 *
 * @see <a href="https://libvirt.org/formatdomain.html#vsock">libvirt: Vsock</a>
 */
@Value.Immutable
@ValueStyle
public interface Vsock extends Device, WithVsock {

  /** How it is read and written. */
  XmlMapping<Vsock> XML = new VsockXml();

  /** One with a free CID, which libvirt chooses whenever the domain starts. */
  static Vsock auto() {
    return builder().model(VsockModel.VIRTIO).autoCid(true).build();
  }

  /** One with that CID, from 3, which no other domain of the host may have. */
  static Vsock cid(long cid) {
    return builder().model(VsockModel.VIRTIO).autoCid(false).cid(cid).build();
  }

  /** An empty builder. */
  static Builder builder() {
    return new Builder();
  }

  /** A builder that starts with the values of this one. */
  default Builder toBuilder() {
    return builder().from(this);
  }

  /** What {@code <vsock>} says, keeping what has no name here. */
  static Vsock fromXml(String xml) {
    return fromXml(xml, Strictness.LENIENT);
  }

  /** What {@code <vsock>} says. */
  static Vsock fromXml(String xml, Strictness strictness) {
    return XML.parse(xml, strictness);
  }

  @Override
  default String toXml() {
    return XML.format(this);
  }

  /** What the guest sees. Absent means virtio. */
  Optional<VsockModel> model();

  /** Whether libvirt chooses the CID whenever the domain starts. Absent means no. */
  Optional<Boolean> autoCid();

  /** The CID, the number by which the host reaches the guest, 3 to 4294967295. */
  Optional<Long> cid();

  /** How the virtio device talks with the host. Since libvirt 7.1.0. */
  Optional<VirtioDriver> driver();

  /**
   * The number by which ACPI tells the guest of a PCI device, so that its name in the guest is
   * stable.
   */
  Optional<Integer> acpiIndex();

  /**
   * Refuses what is always wrong; building it does it.
   *
   * @throws InvalidDefinitionException if the CID is one of those of hypervisor and host
   */
  @Value.Check
  default void checkConsistent() {
    if (cid().isPresent() && cid().get() < 3) {
      throw new InvalidDefinitionException(
          "vsock/cid/@address", cid().get().toString(), "a number from 3");
    }
  }

  /** What the document says beyond this. */
  @Override
  Extras extras();

  /** Makes values. */
  final class Builder extends ImmutableVsock.Builder {
    Builder() {
      extras(Extras.NONE);
    }
  }
}

final class VsockXml extends XmlMapping<Vsock> {

  VsockXml() {
    super("vsock");
  }

  @Override
  protected Vsock read(XmlIn in) {
    Vsock.Builder b = Vsock.builder();
    if (in.attr("model")) b.model(new VsockModel(in.value()));
    XmlIn cid = in.child("cid");
    if (cid.yesNo("auto")) b.autoCid(in.flag());
    if (cid.longAttr("address")) b.cid(in.longValue());
    XmlIn driver = in.child("driver");
    if (driver.present()) b.driver(driver.read(VirtioDriver.XML));
    if (in.child("acpi").intAttr("index")) b.acpiIndex(in.intValue());
    if (in.child("alias").attr("name")) b.alias(in.value());
    XmlIn address = in.child("address");
    if (address.present()) b.address(address.read(DeviceAddress.XML));
    return b.extras(in.extras()).build();
  }

  @Override
  protected void write(Vsock value, String name, XmlOut out) {
    out.begin(name, value.extras());
    out.attr("model", value.model());
    out.beginPart("cid");
    out.yesNo("auto", value.autoCid());
    out.attr("address", value.cid());
    out.end();
    out.write("driver", VirtioDriver.XML, value.driver());
    out.part("acpi", "index", value.acpiIndex());
    out.part("alias", "name", value.alias());
    out.write(DeviceAddress.XML, value.address());
    out.end();
  }
}
