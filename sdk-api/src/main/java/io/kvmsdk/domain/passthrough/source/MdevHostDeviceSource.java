package io.kvmsdk.domain.passthrough.source;

import io.kvmsdk.internal.style.ValueStyle;
import io.kvmsdk.xml.Extras;
import io.kvmsdk.xml.XmlIn;
import io.kvmsdk.xml.XmlMapping;
import io.kvmsdk.xml.XmlOut;
import java.util.UUID;
import org.immutables.value.Value;

/**
 * A mediated device of the host. Since libvirt 3.2.0.
 *
 * @see <a href="https://libvirt.org/formatdomain.html#host-device-assignment">libvirt: Host device
 *     assignment</a>
 */
@Value.Immutable
@ValueStyle
public sealed interface MdevHostDeviceSource extends HostDeviceSource, WithMdevHostDeviceSource
    permits ImmutableMdevHostDeviceSource {

  /** How it is read and written. */
  XmlMapping<MdevHostDeviceSource> XML = new MdevHostDeviceSourceXml();

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
    return "mdev";
  }

  /** Its UUID. */
  UUID uuid();

  /** What the document says beyond this. */
  @Override
  Extras extras();

  /** Makes values. */
  final class Builder extends ImmutableMdevHostDeviceSource.Builder {
    Builder() {
      extras(Extras.NONE);
    }
  }
}

final class MdevHostDeviceSourceXml extends XmlMapping<MdevHostDeviceSource> {

  MdevHostDeviceSourceXml() {
    super("source");
  }

  @Override
  protected MdevHostDeviceSource read(XmlIn in) {
    MdevHostDeviceSource.Builder b = MdevHostDeviceSource.builder();
    if (!in.child("address").attr("uuid")) throw in.child("address").missing("@uuid");
    b.uuid(in.uuid());
    return b.extras(in.extras()).build();
  }

  @Override
  protected void write(MdevHostDeviceSource value, String name, XmlOut out) {
    out.begin(name, value.extras());
    out.beginPart("address");
    out.attr("uuid", value.uuid().toString());
    out.end();
    out.end();
  }
}
