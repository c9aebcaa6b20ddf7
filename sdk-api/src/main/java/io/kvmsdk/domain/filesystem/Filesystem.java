package io.kvmsdk.domain.filesystem;

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
 * A directory of the host that the guest can mount.
 *
 * @see <a href="https://libvirt.org/formatdomain.html#filesystems">libvirt: Filesystems</a>
 */
@Value.Immutable
@ValueStyle
public interface Filesystem extends Device, WithFilesystem {

  /** How it is read and written. */
  XmlMapping<Filesystem> XML = new FilesystemXml();

  /** An empty builder. */
  static Builder builder() {
    return new Builder();
  }

  /** A builder that starts with the values of this one. */
  default Builder toBuilder() {
    return builder().from(this);
  }

  /** What {@code <filesystem>} says, keeping what has no name here. */
  static Filesystem fromXml(String xml) {
    return fromXml(xml, Strictness.LENIENT);
  }

  /** What {@code <filesystem>} says. */
  static Filesystem fromXml(String xml, Strictness strictness) {
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
  final class Builder extends ImmutableFilesystem.Builder {
    Builder() {
      extras(Extras.NONE);
    }
  }
}

final class FilesystemXml extends XmlMapping<Filesystem> {

  FilesystemXml() {
    super("filesystem");
  }

  @Override
  protected Filesystem read(XmlIn in) {
    Filesystem.Builder b = Filesystem.builder();
    if (in.child("alias").attr("name")) b.alias(in.value());
    XmlIn address = in.child("address");
    if (address.present()) b.address(address.read(DeviceAddress.XML));
    return b.extras(in.extras()).build();
  }

  @Override
  protected void write(Filesystem value, String name, XmlOut out) {
    out.begin(name, value.extras());
    out.part("alias", "name", value.alias());
    out.write(DeviceAddress.XML, value.address());
    out.end();
  }
}
