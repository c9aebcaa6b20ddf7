package io.kvmsdk.domain.passthrough.source;

import io.kvmsdk.internal.style.ValueStyle;
import io.kvmsdk.xml.Extras;
import io.kvmsdk.xml.XmlIn;
import io.kvmsdk.xml.XmlMapping;
import io.kvmsdk.xml.XmlOut;
import org.immutables.value.Value;

/**
 * A character device of the host, for a container. Since libvirt 1.0.2.
 *
 * @see <a href="https://libvirt.org/formatdomain.html#host-device-assignment">libvirt: Host device
 *     assignment</a>
 */
@Value.Immutable
@ValueStyle
public sealed interface MiscHostDeviceSource extends HostDeviceSource, WithMiscHostDeviceSource
    permits ImmutableMiscHostDeviceSource {

  /** How it is read and written. */
  XmlMapping<MiscHostDeviceSource> XML = new MiscHostDeviceSourceXml();

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
    return "misc";
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
  final class Builder extends ImmutableMiscHostDeviceSource.Builder {
    Builder() {
      extras(Extras.NONE);
    }
  }
}

final class MiscHostDeviceSourceXml extends XmlMapping<MiscHostDeviceSource> {

  MiscHostDeviceSourceXml() {
    super("source");
  }

  @Override
  protected MiscHostDeviceSource read(XmlIn in) {
    MiscHostDeviceSource.Builder b = MiscHostDeviceSource.builder();
    XmlIn charPart = in.child("char");
    if (!charPart.text()) throw charPart.unreadable("a text");
    b.path(in.value());
    return b.extras(in.extras()).build();
  }

  @Override
  protected void write(MiscHostDeviceSource value, String name, XmlOut out) {
    out.begin(name, value.extras());
    out.partText("char", value.path());
    out.end();
  }
}
