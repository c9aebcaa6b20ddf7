package io.kvmsdk.host.device;

import io.kvmsdk.internal.style.ValueStyle;
import io.kvmsdk.xml.Extras;
import io.kvmsdk.xml.XmlIn;
import io.kvmsdk.xml.XmlMapping;
import io.kvmsdk.xml.XmlOut;
import java.util.Optional;
import java.util.UUID;
import org.immutables.value.Value;

/**
 * The host as a whole.
 *
 * @see <a href="https://libvirt.org/formatnode.html#system">libvirt: system</a>
 */
@Value.Immutable
@ValueStyle
public sealed interface SystemCapability extends NodeCapability, WithSystemCapability
    permits ImmutableSystemCapability {

  /** How it is read and written. */
  XmlMapping<SystemCapability> XML = new SystemCapabilityXml();

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
    return "system";
  }

  /** The product's name. */
  Optional<String> product();

  /** Who made it. */
  Optional<String> hardwareVendor();

  /** The version of the hardware. */
  Optional<String> hardwareVersion();

  /** Its serial number. */
  Optional<String> hardwareSerial();

  /** Its UUID. */
  UUID hardwareUuid();

  /** Who made the firmware. */
  Optional<String> firmwareVendor();

  /** The version of the firmware. */
  Optional<String> firmwareVersion();

  /** When the firmware was released, in a form of the vendor's. */
  Optional<String> firmwareReleaseDate();

  /** What the document says beyond this. */
  @Override
  Extras extras();

  /** Makes values. */
  final class Builder extends ImmutableSystemCapability.Builder {
    Builder() {
      extras(Extras.NONE);
    }
  }
}

final class SystemCapabilityXml extends XmlMapping<SystemCapability> {

  SystemCapabilityXml() {
    super("capability");
  }

  @Override
  protected SystemCapability read(XmlIn in) {
    SystemCapability.Builder b = SystemCapability.builder();
    if (in.child("product").text()) b.product(in.value());
    XmlIn hardware = in.child("hardware");
    if (hardware.child("vendor").text()) b.hardwareVendor(in.value());
    if (hardware.child("version").text()) b.hardwareVersion(in.value());
    if (hardware.child("serial").text()) b.hardwareSerial(in.value());
    XmlIn hardwareUuid = hardware.child("uuid");
    if (!hardwareUuid.text()) throw hardwareUuid.unreadable("a value");
    b.hardwareUuid(in.uuid());
    XmlIn firmware = in.child("firmware");
    if (firmware.child("vendor").text()) b.firmwareVendor(in.value());
    if (firmware.child("version").text()) b.firmwareVersion(in.value());
    if (firmware.child("release_date").text()) b.firmwareReleaseDate(in.value());
    return b.extras(in.extras()).build();
  }

  @Override
  protected void write(SystemCapability value, String name, XmlOut out) {
    out.begin(name, value.extras());
    out.attr("type", value.type());
    out.partText("product", value.product());
    out.beginPart("hardware");
    out.partText("vendor", value.hardwareVendor());
    out.partText("version", value.hardwareVersion());
    out.partText("serial", value.hardwareSerial());
    out.beginPart("uuid");
    out.text(String.valueOf(value.hardwareUuid()));
    out.end();
    out.end();
    out.beginPart("firmware");
    out.partText("vendor", value.firmwareVendor());
    out.partText("version", value.firmwareVersion());
    out.partText("release_date", value.firmwareReleaseDate());
    out.end();
    out.end();
  }
}
