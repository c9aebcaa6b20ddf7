package io.kvmsdk.host.device.part;

import io.kvmsdk.internal.style.ValueStyle;
import io.kvmsdk.xml.Extras;
import io.kvmsdk.xml.XmlIn;
import io.kvmsdk.xml.XmlMapping;
import io.kvmsdk.xml.XmlOut;
import org.immutables.value.Value;

/**
 * A special file that stands for a device.
 *
 * @see <a href="https://libvirt.org/formatnode.html#node-device-xml">libvirt: Node Device XML</a>
 */
@Value.Immutable
@ValueStyle
public interface DeviceFile extends WithDeviceFile {

  /** How it is read and written. */
  XmlMapping<DeviceFile> XML = new DeviceFileXml();

  /** An empty builder. */
  static Builder builder() {
    return new Builder();
  }

  /** A builder that starts with the values of this one. */
  default Builder toBuilder() {
    return builder().from(this);
  }

  /** What kind of path it is. */
  DeviceFileType type();

  /** The path. */
  String path();

  /** What the document says beyond this. */
  Extras extras();

  /** Makes values. */
  final class Builder extends ImmutableDeviceFile.Builder {
    Builder() {
      extras(Extras.NONE);
    }
  }
}

final class DeviceFileXml extends XmlMapping<DeviceFile> {

  DeviceFileXml() {
    super("devnode");
  }

  @Override
  protected DeviceFile read(XmlIn in) {
    DeviceFile.Builder b = DeviceFile.builder();
    b.type(new DeviceFileType(in.required("type")));
    if (!in.text()) throw in.unreadable("a text");
    b.path(in.value());
    return b.extras(in.extras()).build();
  }

  @Override
  protected void write(DeviceFile value, String name, XmlOut out) {
    out.begin(name, value.extras());
    out.attr("type", value.type().toString());
    out.text(value.path());
    out.end();
  }
}
