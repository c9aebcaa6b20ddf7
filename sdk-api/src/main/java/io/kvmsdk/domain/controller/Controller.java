package io.kvmsdk.domain.controller;

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
 * A controller of a domain: a bus, a bridge, a port. libvirt adds those that devices need.
 *
 * @see <a href="https://libvirt.org/formatdomain.html#controllers">libvirt: Controllers</a>
 */
@Value.Immutable
@ValueStyle
public interface Controller extends Device, WithController {

  /** How it is read and written. */
  XmlMapping<Controller> XML = new ControllerXml();

  /** A PCI Express root port, a place for one device that is hot-plugged on {@code q35}. */
  static Controller pcieRootPort() {
    return builder().type(ControllerType.PCI).model("pcie-root-port").build();
  }

  /** A virtio SCSI controller. */
  static Controller virtioScsi() {
    return builder().type(ControllerType.SCSI).model("virtio-scsi").build();
  }

  /** An empty builder. */
  static Builder builder() {
    return new Builder();
  }

  /** A builder that starts with the values of this one. */
  default Builder toBuilder() {
    return builder().from(this);
  }

  /** What {@code <controller>} says, keeping what has no name here. */
  static Controller fromXml(String xml) {
    return fromXml(xml, Strictness.LENIENT);
  }

  /** What {@code <controller>} says. */
  static Controller fromXml(String xml, Strictness strictness) {
    return XML.parse(xml, strictness);
  }

  @Override
  default String toXml() {
    return XML.format(this);
  }

  /** What it is for. */
  ControllerType type();

  /** Its number among those of its type; absent means the next free one. */
  Optional<Integer> index();

  /** What it is, such as {@code pcie-root-port} or {@code virtio-scsi}. */
  Optional<String> model();

  /** What the document says beyond this. */
  @Override
  Extras extras();

  /** Makes values. */
  final class Builder extends ImmutableController.Builder {
    Builder() {
      extras(Extras.NONE);
    }
  }
}

final class ControllerXml extends XmlMapping<Controller> {

  ControllerXml() {
    super("controller");
  }

  @Override
  protected Controller read(XmlIn in) {
    Controller.Builder b = Controller.builder();
    b.type(new ControllerType(in.required("type")));
    if (in.signedIntAttr("index")) b.index(in.intValue());
    if (in.attr("model")) b.model(in.value());
    if (in.child("alias").attr("name")) b.alias(in.value());
    XmlIn address = in.child("address");
    if (address.present()) b.address(address.read(DeviceAddress.XML));
    return b.extras(in.extras()).build();
  }

  @Override
  protected void write(Controller value, String name, XmlOut out) {
    out.begin(name, value.extras());
    out.attr("type", value.type().value());
    out.attr("index", value.index());
    out.attr("model", value.model());
    out.part("alias", "name", value.alias());
    out.write(DeviceAddress.XML, value.address());
    out.end();
  }
}
