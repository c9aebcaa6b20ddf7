package io.kvmsdk.domain.passthrough.source;

import io.kvmsdk.internal.style.ValueStyle;
import io.kvmsdk.xml.Extras;
import io.kvmsdk.xml.XmlIn;
import io.kvmsdk.xml.XmlMapping;
import io.kvmsdk.xml.XmlOut;
import org.immutables.value.Value;

/**
 * A network interface of the host, for a container. Since libvirt 1.0.2.
 *
 * @see <a href="https://libvirt.org/formatdomain.html#host-device-assignment">libvirt: Host device
 *     assignment</a>
 */
@Value.Immutable
@ValueStyle
public sealed interface NetHostDeviceSource extends HostDeviceSource, WithNetHostDeviceSource
    permits ImmutableNetHostDeviceSource {

  /** How it is read and written. */
  XmlMapping<NetHostDeviceSource> XML = new NetHostDeviceSourceXml();

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
    return "net";
  }

  /** Its name, such as {@code eth0}. */
  String interfaceName();

  @Override
  default String mode() {
    return "capabilities";
  }

  /** What the document says beyond this. */
  @Override
  Extras extras();

  /** Makes values. */
  final class Builder extends ImmutableNetHostDeviceSource.Builder {
    Builder() {
      extras(Extras.NONE);
    }
  }
}

final class NetHostDeviceSourceXml extends XmlMapping<NetHostDeviceSource> {

  NetHostDeviceSourceXml() {
    super("source");
  }

  @Override
  protected NetHostDeviceSource read(XmlIn in) {
    NetHostDeviceSource.Builder b = NetHostDeviceSource.builder();
    XmlIn interfacePart = in.child("interface");
    if (!interfacePart.text()) throw interfacePart.unreadable("a text");
    b.interfaceName(in.value());
    return b.extras(in.extras()).build();
  }

  @Override
  protected void write(NetHostDeviceSource value, String name, XmlOut out) {
    out.begin(name, value.extras());
    out.partText("interface", value.interfaceName());
    out.end();
  }
}
