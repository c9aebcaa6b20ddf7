package io.kvmsdk.domain.device;

import io.kvmsdk.internal.style.ValueStyle;
import io.kvmsdk.units.PciAddress;
import io.kvmsdk.xml.Extras;
import io.kvmsdk.xml.XmlIn;
import io.kvmsdk.xml.XmlMapping;
import io.kvmsdk.xml.XmlOut;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * A place on a PCI bus of the guest. Without any number it says only that the device is to be a PCI
 * device (since libvirt 1.3.5), and libvirt chooses the place.
 */
@Value.Immutable
@ValueStyle
public sealed interface PciDeviceAddress extends DeviceAddress, WithPciDeviceAddress
    permits ImmutablePciDeviceAddress {

  /** How it is read and written. */
  XmlMapping<PciDeviceAddress> XML = new PciDeviceAddressXml();

  /** This place. */
  static PciDeviceAddress of(PciAddress address) {
    return builder()
        .domain(address.domain())
        .bus(address.bus())
        .slot(address.slot())
        .function(address.function())
        .build();
  }

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
    return "pci";
  }

  /** PCI domain; QEMU has only 0. Absent means 0. */
  Optional<Integer> domain();

  /** 0 to 255, the index of the controller whose bus it is. Absent means 0. */
  Optional<Integer> bus();

  /** 0 to 31. Absent means 0, which is a free place only on a bus of a root port. */
  Optional<Integer> slot();

  /** 0 to 7. Absent means 0. */
  Optional<Integer> function();

  /** Whether function 0 says that other functions of its slot are there. Since libvirt 0.9.7. */
  Optional<Boolean> multifunction();

  /**
   * The identifier, 0x0001 to 0xffff, by which a guest on s390 knows a PCI device. Absent means
   * that libvirt chooses it there. Since libvirt 4.10.0.
   */
  Optional<Integer> zpciUid();

  /**
   * The function identifier, 0 to 0xffffffff, of a PCI device on s390. Absent means that libvirt
   * chooses it there. Since libvirt 4.10.0.
   */
  Optional<Long> zpciFid();

  /** The whole address, unless libvirt is to choose it. */
  default Optional<PciAddress> address() {
    if (bus().isEmpty() && slot().isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new PciAddress(
            domain().orElse(0), bus().orElse(0), slot().orElse(0), function().orElse(0)));
  }

  /** What the document says beyond this. */
  Extras extras();

  /** Makes addresses. */
  final class Builder extends ImmutablePciDeviceAddress.Builder {
    Builder() {
      extras(Extras.NONE);
    }
  }
}

final class PciDeviceAddressXml extends XmlMapping<PciDeviceAddress> {

  PciDeviceAddressXml() {
    super("address");
  }

  @Override
  protected PciDeviceAddress read(XmlIn in) {
    PciDeviceAddress.Builder b = PciDeviceAddress.builder();
    if (in.intAttr("domain")) b.domain(in.intValue());
    if (in.intAttr("bus")) b.bus(in.intValue());
    if (in.intAttr("slot")) b.slot(in.intValue());
    if (in.intAttr("function")) b.function(in.intValue());
    if (in.onOff("multifunction")) b.multifunction(in.flag());
    XmlIn zpci = in.child("zpci");
    if (zpci.intAttr("uid")) b.zpciUid(in.intValue());
    if (zpci.longAttr("fid")) b.zpciFid(in.longValue());
    return b.extras(in.extras()).build();
  }

  @Override
  protected void write(PciDeviceAddress value, String name, XmlOut out) {
    out.begin(name, value.extras());
    out.attr("type", value.type());
    out.hexAttr("domain", 4, value.domain());
    out.hexAttr("bus", 2, value.bus());
    out.hexAttr("slot", 2, value.slot());
    out.hexAttr("function", 1, value.function());
    out.onOff("multifunction", value.multifunction());
    out.beginPart("zpci");
    out.hexAttr("uid", 4, value.zpciUid());
    out.longHexAttr("fid", 8, value.zpciFid());
    out.end();
    out.end();
  }
}
