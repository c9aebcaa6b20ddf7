package io.kvmsdk.storage;

import io.kvmsdk.internal.style.ValueStyle;
import io.kvmsdk.units.ByteSize;
import io.kvmsdk.xml.Extras;
import io.kvmsdk.xml.XmlIn;
import io.kvmsdk.xml.XmlMapping;
import io.kvmsdk.xml.XmlOut;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * An area of a device: a free one, or one that a volume has.
 *
 * @see <a href="https://libvirt.org/formatstorage.html#device-extents">libvirt: Device extents</a>
 */
@Value.Immutable
@ValueStyle
public interface DeviceExtent extends WithDeviceExtent {

  /** How it is read and written. */
  XmlMapping<DeviceExtent> XML = new DeviceExtentXml();

  /** An empty builder. */
  static Builder builder() {
    return new Builder();
  }

  /** A builder that starts with the values of this one. */
  default Builder toBuilder() {
    return builder().from(this);
  }

  /** Where it begins. */
  ByteSize start();

  /** Where it ends. */
  ByteSize end();

  /** What the document says beyond this. */
  Extras extras();

  /** Makes values. */
  final class Builder extends ImmutableDeviceExtent.Builder {
    Builder() {
      extras(Extras.NONE);
    }
  }
}

final class DeviceExtentXml extends XmlMapping<DeviceExtent> {

  DeviceExtentXml() {
    super("extent");
  }

  @Override
  protected DeviceExtent read(XmlIn in) {
    DeviceExtent.Builder b = DeviceExtent.builder();
    if (!in.fixedSizeAttr("start", "B")) throw in.missing("@start");
    b.start(in.size());
    if (!in.fixedSizeAttr("end", "B")) throw in.missing("@end");
    b.end(in.size());
    return b.extras(in.extras()).build();
  }

  @Override
  protected void write(DeviceExtent value, String name, XmlOut out) {
    out.begin(name, value.extras());
    out.fixedSizeAttr("start", "B", Optional.of(value.start()));
    out.fixedSizeAttr("end", "B", Optional.of(value.end()));
    out.end();
  }
}
