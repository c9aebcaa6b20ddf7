package io.kvmsdk.domain.platform;

import io.kvmsdk.domain.device.Device;
import io.kvmsdk.domain.device.DeviceAddress;
import io.kvmsdk.internal.style.ValueStyle;
import io.kvmsdk.units.ByteSize;
import io.kvmsdk.xml.Extras;
import io.kvmsdk.xml.Strictness;
import io.kvmsdk.xml.XmlIn;
import io.kvmsdk.xml.XmlMapping;
import io.kvmsdk.xml.XmlOut;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * A small store in which the guest's kernel leaves its last words when it crashes. Since libvirt
 * 10.6.0.
 *
 * @see <a href="https://libvirt.org/formatdomain.html#pstore">libvirt: Pstore</a>
 */
@Value.Immutable
@ValueStyle
public interface Pstore extends Device, WithPstore {

  /** How it is read and written. */
  XmlMapping<Pstore> XML = new PstoreXml();

  /** One by ACPI, of such a size, in a file of the hypervisor's choice. */
  static Pstore acpiErst(ByteSize size) {
    return builder().backend(PstoreBackend.ACPI_ERST).size(size).build();
  }

  /** An empty builder. */
  static Builder builder() {
    return new Builder();
  }

  /** A builder that starts with the values of this one. */
  default Builder toBuilder() {
    return builder().from(this);
  }

  /** What {@code <pstore>} says, keeping what has no name here. */
  static Pstore fromXml(String xml) {
    return fromXml(xml, Strictness.LENIENT);
  }

  /** What {@code <pstore>} says. */
  static Pstore fromXml(String xml, Strictness strictness) {
    return XML.parse(xml, strictness);
  }

  @Override
  default String toXml() {
    return XML.format(this);
  }

  /** What the guest sees. */
  PstoreBackend backend();

  /** The absolute path of the file on the host. Absent means one that libvirt chooses. */
  Optional<String> path();

  /** How much the store holds. */
  ByteSize size();

  /** What the document says beyond this. */
  @Override
  Extras extras();

  /** Makes values. */
  final class Builder extends ImmutablePstore.Builder {
    Builder() {
      extras(Extras.NONE);
    }
  }
}

final class PstoreXml extends XmlMapping<Pstore> {

  PstoreXml() {
    super("pstore");
  }

  @Override
  protected Pstore read(XmlIn in) {
    Pstore.Builder b = Pstore.builder();
    b.backend(new PstoreBackend(in.required("backend")));
    if (in.child("path").text()) b.path(in.value());
    XmlIn size = in.child("size");
    if (!size.sizeText("KiB")) throw size.unreadable("an amount");
    b.size(in.size());
    if (in.child("alias").attr("name")) b.alias(in.value());
    XmlIn address = in.child("address");
    if (address.present()) b.address(address.read(DeviceAddress.XML));
    return b.extras(in.extras()).build();
  }

  @Override
  protected void write(Pstore value, String name, XmlOut out) {
    out.begin(name, value.extras());
    out.attr("backend", value.backend().toString());
    out.partText("path", value.path());
    out.partSize("size", Optional.of(value.size()));
    out.part("alias", "name", value.alias());
    out.write(DeviceAddress.XML, value.address());
    out.end();
  }
}
