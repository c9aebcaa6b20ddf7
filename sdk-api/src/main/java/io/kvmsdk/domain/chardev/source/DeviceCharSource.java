package io.kvmsdk.domain.chardev.source;

import io.kvmsdk.domain.device.SourceSecurityLabel;
import io.kvmsdk.internal.style.ValueStyle;
import io.kvmsdk.xml.Extras;
import io.kvmsdk.xml.XmlIn;
import io.kvmsdk.xml.XmlMapping;
import io.kvmsdk.xml.XmlOut;
import java.util.List;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * A character device of the host, of the same kind as the guest's: a serial port for a serial port.
 *
 * @see <a href="https://libvirt.org/formatdomain.html#host-interface">libvirt: Host interface</a>
 */
@Value.Immutable
@ValueStyle
public sealed interface DeviceCharSource extends CharSource, WithDeviceCharSource
    permits ImmutableDeviceCharSource {

  /** How it is read and written. */
  XmlMapping<DeviceCharSource> XML = new DeviceCharSourceXml();

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
    return "dev";
  }

  /** The absolute path, such as {@code /dev/ttyS0}. */
  Optional<String> path();

  /** How it is labelled for the security drivers, where not as the domain says. */
  List<SourceSecurityLabel> securityLabels();

  /** What the document says beyond this. */
  @Override
  Extras extras();

  /** Makes values. */
  final class Builder extends ImmutableDeviceCharSource.Builder {
    Builder() {
      extras(Extras.NONE);
    }
  }
}

final class DeviceCharSourceXml extends XmlMapping<DeviceCharSource> {

  DeviceCharSourceXml() {
    super("source");
  }

  @Override
  protected DeviceCharSource read(XmlIn in) {
    DeviceCharSource.Builder b = DeviceCharSource.builder();
    if (in.attr("path")) b.path(in.value());
    for (XmlIn seclabel : in.children("seclabel"))
      b.addSecurityLabel(seclabel.read(SourceSecurityLabel.XML));
    return b.extras(in.extrasAndPresence()).build();
  }

  @Override
  protected void write(DeviceCharSource value, String name, XmlOut out) {
    out.beginIfAny(name, value.extras());
    out.attr("path", value.path());
    out.writeAll("seclabel", SourceSecurityLabel.XML, value.securityLabels());
    out.end();
  }
}
