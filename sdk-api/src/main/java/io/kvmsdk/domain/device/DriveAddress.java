package io.kvmsdk.domain.device;

import io.kvmsdk.internal.style.ValueStyle;
import io.kvmsdk.xml.Extras;
import io.kvmsdk.xml.XmlIn;
import io.kvmsdk.xml.XmlMapping;
import io.kvmsdk.xml.XmlOut;
import java.util.Optional;
import org.immutables.value.Value;

/** A place on a controller for disks: IDE, SATA, SCSI or floppy. */
@Value.Immutable
@ValueStyle
public sealed interface DriveAddress extends DeviceAddress, WithDriveAddress
    permits ImmutableDriveAddress {

  /** How it is read and written. */
  XmlMapping<DriveAddress> XML = new DriveAddressXml();

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
    return "drive";
  }

  /** The index of the controller. Absent means 0. */
  Optional<Integer> controller();

  /** The bus of the controller. Absent means 0. */
  Optional<Integer> bus();

  /** The SCSI target. Absent means 0. Since libvirt 0.9.11. */
  Optional<Integer> target();

  /** The unit on the bus. Absent means 0. */
  Optional<Integer> unit();

  /** What the document says beyond this. */
  Extras extras();

  /** Makes addresses. */
  final class Builder extends ImmutableDriveAddress.Builder {
    Builder() {
      extras(Extras.NONE);
    }
  }
}

final class DriveAddressXml extends XmlMapping<DriveAddress> {

  DriveAddressXml() {
    super("address");
  }

  @Override
  protected DriveAddress read(XmlIn in) {
    DriveAddress.Builder b = DriveAddress.builder();
    if (in.intAttr("controller")) b.controller(in.intValue());
    if (in.intAttr("bus")) b.bus(in.intValue());
    if (in.intAttr("target")) b.target(in.intValue());
    if (in.intAttr("unit")) b.unit(in.intValue());
    return b.extras(in.extras()).build();
  }

  @Override
  protected void write(DriveAddress value, String name, XmlOut out) {
    out.begin(name, value.extras());
    out.attr("type", value.type());
    out.attr("controller", value.controller());
    out.attr("bus", value.bus());
    out.attr("target", value.target());
    out.attr("unit", value.unit());
    out.end();
  }
}
