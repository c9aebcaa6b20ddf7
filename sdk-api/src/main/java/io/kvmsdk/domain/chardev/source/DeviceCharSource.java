package io.kvmsdk.domain.chardev.source;

import io.kvmsdk.internal.style.ValueStyle;
import io.kvmsdk.xml.Extras;
import io.kvmsdk.xml.XmlIn;
import io.kvmsdk.xml.XmlMapping;
import io.kvmsdk.xml.XmlOut;
import java.util.Optional;
import org.immutables.value.Value;

/** A character device of the host. */
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
    return b.extras(in.extrasAndPresence()).build();
  }

  @Override
  protected void write(DeviceCharSource value, String name, XmlOut out) {
    out.beginIfAny(name, value.extras());
    out.attr("path", value.path());
    out.end();
  }
}
