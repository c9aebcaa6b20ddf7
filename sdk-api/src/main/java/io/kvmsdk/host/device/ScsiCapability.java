package io.kvmsdk.host.device;

import io.kvmsdk.internal.style.ValueStyle;
import io.kvmsdk.xml.Extras;
import io.kvmsdk.xml.XmlIn;
import io.kvmsdk.xml.XmlMapping;
import io.kvmsdk.xml.XmlOut;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * A SCSI device.
 *
 * @see <a href="https://libvirt.org/formatnode.html#scsi">libvirt: scsi</a>
 */
@Value.Immutable
@ValueStyle
public sealed interface ScsiCapability extends NodeCapability, WithScsiCapability
    permits ImmutableScsiCapability {

  /** How it is read and written. */
  XmlMapping<ScsiCapability> XML = new ScsiCapabilityXml();

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

  /** The number of the SCSI host. */
  long host();

  /** The bus. */
  long bus();

  /** The target. */
  long target();

  /** The unit. */
  long lun();

  /** What kind of device it is, such as {@code disk}. */
  Optional<String> deviceType();

  /** What the document says beyond this. */
  @Override
  Extras extras();

  /** Makes values. */
  final class Builder extends ImmutableScsiCapability.Builder {
    Builder() {
      extras(Extras.NONE);
    }
  }
}

final class ScsiCapabilityXml extends XmlMapping<ScsiCapability> {

  ScsiCapabilityXml() {
    super("capability");
  }

  @Override
  protected ScsiCapability read(XmlIn in) {
    ScsiCapability.Builder b = ScsiCapability.builder();
    XmlIn host = in.child("host");
    if (!host.longText()) throw host.unreadable("a value");
    b.host(in.longValue());
    XmlIn bus = in.child("bus");
    if (!bus.longText()) throw bus.unreadable("a value");
    b.bus(in.longValue());
    XmlIn target = in.child("target");
    if (!target.longText()) throw target.unreadable("a value");
    b.target(in.longValue());
    XmlIn lun = in.child("lun");
    if (!lun.longText()) throw lun.unreadable("a value");
    b.lun(in.longValue());
    if (in.child("type").text()) b.deviceType(in.value());
    return b.extras(in.extras()).build();
  }

  @Override
  protected void write(ScsiCapability value, String name, XmlOut out) {
    out.begin(name, value.extras());
    out.attr("type", value.type());
    out.beginPart("host");
    out.text(String.valueOf(value.host()));
    out.end();
    out.beginPart("bus");
    out.text(String.valueOf(value.bus()));
    out.end();
    out.beginPart("target");
    out.text(String.valueOf(value.target()));
    out.end();
    out.beginPart("lun");
    out.text(String.valueOf(value.lun()));
    out.end();
    out.partText("type", value.deviceType());
    out.end();
  }
}
