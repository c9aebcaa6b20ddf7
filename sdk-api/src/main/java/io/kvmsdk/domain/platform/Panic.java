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
 * A device by which the guest's kernel tells that it crashed. Since libvirt 1.2.1.
 *
 * @see <a href="https://libvirt.org/formatdomain.html#panic-device">libvirt: panic device</a>
 */
@Value.Immutable
@ValueStyle
public interface Panic extends Device, WithPanic {

  /** How it is read and written. */
  XmlMapping<Panic> XML = new PanicXml();

  /** The PCI device of QEMU. Since libvirt 9.1.0. */
  static Panic pvpanic() {
    return of(PanicModel.PVPANIC);
  }

  /** The ISA device of QEMU, for PCs. */
  static Panic isa() {
    return of(PanicModel.ISA);
  }

  /** The way of Hyper-V, for Windows. Since libvirt 1.3.0. */
  static Panic hyperV() {
    return of(PanicModel.HYPERV);
  }

  /** A device of such a model. */
  static Panic of(PanicModel model) {
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

  /** What {@code <panic>} says, keeping what has no name here. */
  static Panic fromXml(String xml) {
    return fromXml(xml, Strictness.LENIENT);
  }

  /** What {@code <panic>} says. */
  static Panic fromXml(String xml, Strictness strictness) {
    return XML.parse(xml, strictness);
  }

  @Override
  default String toXml() {
    return XML.format(this);
  }

  /** What the guest sees. Absent means what the machine usually has. */
  Optional<PanicModel> model();

  /** What the document says beyond this. */
  @Override
  Extras extras();

  /** Makes values. */
  final class Builder extends ImmutablePanic.Builder {
    Builder() {
      extras(Extras.NONE);
    }
  }
}

final class PanicXml extends XmlMapping<Panic> {

  PanicXml() {
    super("panic");
  }

  @Override
  protected Panic read(XmlIn in) {
    Panic.Builder b = Panic.builder();
    if (in.attr("model")) b.model(new PanicModel(in.value()));
    if (in.child("alias").attr("name")) b.alias(in.value());
    XmlIn address = in.child("address");
    if (address.present()) b.address(address.read(DeviceAddress.XML));
    return b.extras(in.extras()).build();
  }

  @Override
  protected void write(Panic value, String name, XmlOut out) {
    out.begin(name, value.extras());
    out.attr("model", value.model());
    out.part("alias", "name", value.alias());
    out.write(DeviceAddress.XML, value.address());
    out.end();
  }
}
