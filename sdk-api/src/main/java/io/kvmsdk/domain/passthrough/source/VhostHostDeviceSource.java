package io.kvmsdk.domain.passthrough.source;

import io.kvmsdk.internal.style.ValueStyle;
import io.kvmsdk.xml.Extras;
import io.kvmsdk.xml.XmlIn;
import io.kvmsdk.xml.XmlMapping;
import io.kvmsdk.xml.XmlOut;
import org.immutables.value.Value;

/**
 * All units of a SCSI host adapter, as vhost of the host's kernel gives them. Since libvirt 2.5.0.
 *
 * @see <a href="https://libvirt.org/formatdomain.html#host-device-assignment">libvirt: Host device
 *     assignment</a>
 */
@Value.Immutable
@ValueStyle
public sealed interface VhostHostDeviceSource extends HostDeviceSource, WithVhostHostDeviceSource
    permits ImmutableVhostHostDeviceSource {

  /** How it is read and written. */
  XmlMapping<VhostHostDeviceSource> XML = new VhostHostDeviceSourceXml();

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
    return "scsi_host";
  }

  /** The name in the kernel's configuration, {@code naa.} and 16 hexadecimal digits. */
  String wwpn();

  /** What the document says beyond this. */
  @Override
  Extras extras();

  /** Makes values. */
  final class Builder extends ImmutableVhostHostDeviceSource.Builder {
    Builder() {
      extras(Extras.NONE);
    }
  }
}

final class VhostHostDeviceSourceXml extends XmlMapping<VhostHostDeviceSource> {

  VhostHostDeviceSourceXml() {
    super("source");
  }

  @Override
  protected VhostHostDeviceSource read(XmlIn in) {
    VhostHostDeviceSource.Builder b = VhostHostDeviceSource.builder();
    b.wwpn(in.required("wwpn"));
    return b.extras(in.extras()).build();
  }

  @Override
  protected void write(VhostHostDeviceSource value, String name, XmlOut out) {
    out.begin(name, value.extras());
    out.attr("protocol", "vhost");
    out.attr("wwpn", value.wwpn());
    out.end();
  }
}
