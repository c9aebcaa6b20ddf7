package io.kvmsdk.domain.passthrough.source;

import io.kvmsdk.internal.style.ValueStyle;
import io.kvmsdk.storage.HostAdapter;
import io.kvmsdk.xml.Extras;
import io.kvmsdk.xml.XmlIn;
import io.kvmsdk.xml.XmlMapping;
import io.kvmsdk.xml.XmlOut;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * A logical unit of a SCSI adapter of the host. Since libvirt 1.0.6.
 *
 * @see <a href="https://libvirt.org/formatdomain.html#host-device-assignment">libvirt: Host device
 *     assignment</a>
 */
@Value.Immutable
@ValueStyle
public sealed interface ScsiHostDeviceSource extends HostDeviceSource, WithScsiHostDeviceSource
    permits ImmutableScsiHostDeviceSource {

  /** How it is read and written. */
  XmlMapping<ScsiHostDeviceSource> XML = new ScsiHostDeviceSourceXml();

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
    return "scsi";
  }

  /** {@code adapter}, where the document says it. */
  Optional<String> protocol();

  /** The adapter; QEMU takes one by its name only. */
  HostAdapter adapter();

  /** The number of the bus, 0 to 99. */
  int bus();

  /** The number of the target on the bus. */
  long target();

  /** The number of the unit of the target. */
  long unit();

  /** What the document says beyond this. */
  @Override
  Extras extras();

  /** Makes values. */
  final class Builder extends ImmutableScsiHostDeviceSource.Builder {
    Builder() {
      extras(Extras.NONE);
    }
  }
}

final class ScsiHostDeviceSourceXml extends XmlMapping<ScsiHostDeviceSource> {

  ScsiHostDeviceSourceXml() {
    super("source");
  }

  @Override
  protected ScsiHostDeviceSource read(XmlIn in) {
    ScsiHostDeviceSource.Builder b = ScsiHostDeviceSource.builder();
    if (in.attr("protocol")) b.protocol(in.value());
    XmlIn adapter = in.child("adapter");
    if (!adapter.present()) throw in.missing("adapter");
    b.adapter(adapter.read(HostAdapter.XML));
    XmlIn address = in.child("address");
    if (!address.intAttr("bus")) throw address.missing("@bus");
    b.bus(in.intValue());
    if (!address.longAttr("target")) throw address.missing("@target");
    b.target(in.longValue());
    if (!address.longAttr("unit")) throw address.missing("@unit");
    b.unit(in.longValue());
    return b.extras(in.extras()).build();
  }

  @Override
  protected void write(ScsiHostDeviceSource value, String name, XmlOut out) {
    out.begin(name, value.extras());
    out.attr("protocol", value.protocol());
    out.write("adapter", HostAdapter.XML, value.adapter());
    out.beginPart("address");
    out.attr("bus", value.bus());
    out.attr("target", value.target());
    out.attr("unit", value.unit());
    out.end();
    out.end();
  }
}
