package io.kvmsdk.domain.passthrough.source;

import io.kvmsdk.internal.style.ValueStyle;
import io.kvmsdk.xml.Extras;
import io.kvmsdk.xml.XmlIn;
import io.kvmsdk.xml.XmlMapping;
import io.kvmsdk.xml.XmlOut;
import org.immutables.value.Value;

/**
 * A block device of the host, for a container. Since libvirt 1.0.2.
 *
 * @see <a href="https://libvirt.org/formatdomain.html#host-device-assignment">libvirt: Host device
 *     assignment</a>
 */
@Value.Immutable
@ValueStyle
public sealed interface StorageHostDeviceSource
    extends HostDeviceSource, WithStorageHostDeviceSource permits ImmutableStorageHostDeviceSource {

  /** How it is read and written. */
  XmlMapping<StorageHostDeviceSource> XML = new StorageHostDeviceSourceXml();

  /** An empty builder. */
  static Builder builder() {
    return new Builder();
  }

  /** A builder that starts with the values of this one. */
  default Builder toBuilder() {
    return builder().from(this);
  }

  @Override
  default String type() {
    return "storage";
  }

  /** The absolute path of the device. */
  String path();

  @Override
  default String mode() {
    return "capabilities";
  }

  /** What the document says beyond this. */
  @Override
  Extras extras();

  /** Makes values. */
  final class Builder extends ImmutableStorageHostDeviceSource.Builder {
    Builder() {
      extras(Extras.NONE);
    }
  }
}

final class StorageHostDeviceSourceXml extends XmlMapping<StorageHostDeviceSource> {

  StorageHostDeviceSourceXml() {
    super("source");
  }

  @Override
  protected StorageHostDeviceSource read(XmlIn in) {
    StorageHostDeviceSource.Builder b = StorageHostDeviceSource.builder();
    XmlIn block = in.child("block");
    if (!block.text()) throw block.unreadable("a text");
    b.path(in.value());
    return b.extras(in.extras()).build();
  }

  @Override
  protected void write(StorageHostDeviceSource value, String name, XmlOut out) {
    out.begin(name, value.extras());
    out.partText("block", value.path());
    out.end();
  }
}
