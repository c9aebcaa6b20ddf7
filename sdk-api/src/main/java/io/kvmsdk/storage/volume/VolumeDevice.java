package io.kvmsdk.storage.volume;

import io.kvmsdk.internal.style.ValueStyle;
import io.kvmsdk.storage.DeviceExtent;
import io.kvmsdk.xml.Extras;
import io.kvmsdk.xml.XmlIn;
import io.kvmsdk.xml.XmlMapping;
import io.kvmsdk.xml.XmlOut;
import java.util.List;
import org.immutables.value.Value;

/**
 * A device of the pool that a volume lies on.
 *
 * @see <a href="https://libvirt.org/formatstorage.html#device-extents">libvirt: Device extents</a>
 */
@Value.Immutable
@ValueStyle
public interface VolumeDevice extends WithVolumeDevice {

  /** How it is read and written. */
  XmlMapping<VolumeDevice> XML = new VolumeDeviceXml();

  /** An empty builder. */
  static Builder builder() {
    return new Builder();
  }

  /** A builder that starts with the values of this one. */
  default Builder toBuilder() {
    return builder().from(this);
  }

  /** The path of the device. */
  String path();

  /** The areas that are the volume's. */
  List<DeviceExtent> extents();

  /** What the document says beyond this. */
  Extras extras();

  /** Makes values. */
  final class Builder extends ImmutableVolumeDevice.Builder {
    Builder() {
      extras(Extras.NONE);
    }
  }
}

final class VolumeDeviceXml extends XmlMapping<VolumeDevice> {

  VolumeDeviceXml() {
    super("device");
  }

  @Override
  protected VolumeDevice read(XmlIn in) {
    VolumeDevice.Builder b = VolumeDevice.builder();
    b.path(in.required("path"));
    for (XmlIn extent : in.children("extent")) b.addExtent(extent.read(DeviceExtent.XML));
    return b.extras(in.extras()).build();
  }

  @Override
  protected void write(VolumeDevice value, String name, XmlOut out) {
    out.begin(name, value.extras());
    out.attr("path", value.path());
    out.writeAll("extent", DeviceExtent.XML, value.extents());
    out.end();
  }
}
