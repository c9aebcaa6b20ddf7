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
 * A device that encrypts for the guest. Since libvirt 9.0.0.
 *
 * @see <a href="https://libvirt.org/formatdomain.html#crypto">libvirt: Crypto</a>
 */
@Value.Immutable
@ValueStyle
public interface Crypto extends Device, WithCrypto {

  /** How it is read and written. */
  XmlMapping<Crypto> XML = new CryptoXml();

  /** A virtio device for which QEMU itself encrypts. */
  static Crypto builtin() {
    return of(CryptoBackend.BUILTIN);
  }

  /** A virtio device for which the host's kernel encrypts. */
  static Crypto lkcf() {
    return of(CryptoBackend.LKCF);
  }

  /** A virtio device for which this encrypts. */
  static Crypto of(CryptoBackend backend) {
    return builder().model(CryptoModel.VIRTIO).type(CryptoType.QEMU).backend(backend).build();
  }

  /** An empty builder. */
  static Builder builder() {
    return new Builder();
  }

  /** A builder that starts with the values of this one. */
  default Builder toBuilder() {
    return builder().from(this);
  }

  /** What {@code <crypto>} says, keeping what has no name here. */
  static Crypto fromXml(String xml) {
    return fromXml(xml, Strictness.LENIENT);
  }

  /** What {@code <crypto>} says. */
  static Crypto fromXml(String xml, Strictness strictness) {
    return XML.parse(xml, strictness);
  }

  @Override
  default String toXml() {
    return XML.format(this);
  }

  /** What the guest sees. */
  CryptoModel model();

  /** What the hypervisor's part of it is. */
  CryptoType type();

  /** What encrypts. */
  CryptoBackend backend();

  /** How many queues it has, at least one. Absent means the hypervisor's choice. */
  Optional<Integer> queues();

  /** How the virtio device talks with the host. */
  Optional<VirtioDriver> driver();

  /** What the document says beyond this. */
  @Override
  Extras extras();

  /** Makes values. */
  final class Builder extends ImmutableCrypto.Builder {
    Builder() {
      extras(Extras.NONE);
    }
  }
}

final class CryptoXml extends XmlMapping<Crypto> {

  CryptoXml() {
    super("crypto");
  }

  @Override
  protected Crypto read(XmlIn in) {
    Crypto.Builder b = Crypto.builder();
    b.model(new CryptoModel(in.required("model")));
    b.type(new CryptoType(in.required("type")));
    XmlIn backend = in.child("backend");
    b.backend(new CryptoBackend(backend.required("model")));
    if (backend.intAttr("queues")) b.queues(in.intValue());
    XmlIn driver = in.child("driver");
    if (driver.present()) b.driver(driver.read(VirtioDriver.XML));
    if (in.child("alias").attr("name")) b.alias(in.value());
    XmlIn address = in.child("address");
    if (address.present()) b.address(address.read(DeviceAddress.XML));
    return b.extras(in.extras()).build();
  }

  @Override
  protected void write(Crypto value, String name, XmlOut out) {
    out.begin(name, value.extras());
    out.attr("model", value.model().toString());
    out.attr("type", value.type().toString());
    out.beginPart("backend");
    out.attr("model", value.backend().toString());
    out.attr("queues", value.queues());
    out.end();
    out.write("driver", VirtioDriver.XML, value.driver());
    out.part("alias", "name", value.alias());
    out.write(DeviceAddress.XML, value.address());
    out.end();
  }
}
