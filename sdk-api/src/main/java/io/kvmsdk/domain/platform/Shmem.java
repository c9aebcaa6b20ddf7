package io.kvmsdk.domain.platform;

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
 * Memory that domains share.
 *
 * @see <a href="https://libvirt.org/formatdomain.html#shared-memory-device">libvirt: Shared memory
 *     device</a>
 */
@Value.Immutable
@ValueStyle
public interface Shmem extends Device, WithShmem {

  /** How it is read and written. */
  XmlMapping<Shmem> XML = new ShmemXml();

  /** An empty builder. */
  static Builder builder() {
    return new Builder();
  }

  /** A builder that starts with the values of this one. */
  default Builder toBuilder() {
    return builder().from(this);
  }

  /** What {@code <shmem>} says, keeping what has no name here. */
  static Shmem fromXml(String xml) {
    return fromXml(xml, Strictness.LENIENT);
  }

  /** What {@code <shmem>} says. */
  static Shmem fromXml(String xml, Strictness strictness) {
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
  final class Builder extends ImmutableShmem.Builder {
    Builder() {
      extras(Extras.NONE);
    }
  }
}

final class ShmemXml extends XmlMapping<Shmem> {

  ShmemXml() {
    super("shmem");
  }

  @Override
  protected Shmem read(XmlIn in) {
    Shmem.Builder b = Shmem.builder();
    if (in.child("alias").attr("name")) b.alias(in.value());
    XmlIn address = in.child("address");
    if (address.present()) b.address(address.read(DeviceAddress.XML));
    return b.extras(in.extras()).build();
  }

  @Override
  protected void write(Shmem value, String name, XmlOut out) {
    out.begin(name, value.extras());
    out.part("alias", "name", value.alias());
    out.write(DeviceAddress.XML, value.address());
    out.end();
  }
}
