package io.kvmsdk.domain.chardev;

import io.kvmsdk.domain.device.Device;
import io.kvmsdk.domain.device.DeviceAddress;
import io.kvmsdk.internal.style.ValueStyle;
import io.kvmsdk.xml.Extras;
import io.kvmsdk.xml.Strictness;
import io.kvmsdk.xml.XmlIn;
import io.kvmsdk.xml.XmlMapping;
import io.kvmsdk.xml.XmlOut;
import org.immutables.value.Value;

/**
 * A parallel port.
 *
 * @see <a
 *     href="https://libvirt.org/formatdomain.html#consoles-serial-parallel-channel-devices">libvirt:
 *     Consoles, serial, parallel and channel devices</a>
 */
@Value.Immutable
@ValueStyle
public interface Parallel extends Device, WithParallel {

  /** How it is read and written. */
  XmlMapping<Parallel> XML = new ParallelXml();

  /** An empty builder. */
  static Builder builder() {
    return new Builder();
  }

  /** A builder that starts with the values of this one. */
  default Builder toBuilder() {
    return builder().from(this);
  }

  /** What {@code <parallel>} says, keeping what has no name here. */
  static Parallel fromXml(String xml) {
    return fromXml(xml, Strictness.LENIENT);
  }

  /** What {@code <parallel>} says. */
  static Parallel fromXml(String xml, Strictness strictness) {
    return XML.parse(xml, strictness);
  }

  @Override
  default String toXml() {
    return XML.format(this);
  }

  /** What the document says beyond this. */
  @Override
  Extras extras();

  /** Makes values. */
  final class Builder extends ImmutableParallel.Builder {
    Builder() {
      extras(Extras.NONE);
    }
  }
}

final class ParallelXml extends XmlMapping<Parallel> {

  ParallelXml() {
    super("parallel");
  }

  @Override
  protected Parallel read(XmlIn in) {
    Parallel.Builder b = Parallel.builder();
    if (in.child("alias").attr("name")) b.alias(in.value());
    XmlIn address = in.child("address");
    if (address.present()) b.address(address.read(DeviceAddress.XML));
    return b.extras(in.extras()).build();
  }

  @Override
  protected void write(Parallel value, String name, XmlOut out) {
    out.begin(name, value.extras());
    out.part("alias", "name", value.alias());
    out.write(DeviceAddress.XML, value.address());
    out.end();
  }
}
