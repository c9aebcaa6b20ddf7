package io.kvmsdk.domain.network.source;

import io.kvmsdk.domain.device.HostPciAddress;
import io.kvmsdk.internal.style.ValueStyle;
import io.kvmsdk.xml.Extras;
import io.kvmsdk.xml.XmlIn;
import io.kvmsdk.xml.XmlMapping;
import io.kvmsdk.xml.XmlOut;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * A network device of the host that the guest gets itself: a virtual function of a PCI card, or one
 * on USB. Since libvirt 0.9.11.
 *
 * @see <a href="https://libvirt.org/formatdomain.html#pci-passthrough">libvirt: PCI Passthrough</a>
 */
@Value.Immutable
@ValueStyle
public sealed interface HostdevInterfaceSource extends InterfaceSource, WithHostdevInterfaceSource
    permits ImmutableHostdevInterfaceSource {

  /** How it is read and written. */
  XmlMapping<HostdevInterfaceSource> XML = new HostdevInterfaceSourceXml();

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
    return "hostdev";
  }

  /** Whether the device was missing when the domain started; libvirt writes it. */
  Optional<Boolean> missing();

  /** The vendor of a USB device, 0 to 0xffff; together with the product instead of an address. */
  Optional<Integer> vendorId();

  /** The product of a USB device, 0 to 0xffff. */
  Optional<Integer> productId();

  /** The place of a PCI device. */
  Optional<HostPciAddress> address();

  /** The place of a USB device. */
  Optional<HostUsbPort> usbPort();

  /** What the document says beyond this. */
  @Override
  Extras extras();

  /** Makes values. */
  final class Builder extends ImmutableHostdevInterfaceSource.Builder {
    Builder() {
      extras(Extras.NONE);
    }

    /** The source; libvirt needs the kind of each address, so that it is set where it is not. */
    @Override
    public HostdevInterfaceSource build() {
      HostdevInterfaceSource made = super.build();
      return made.withAddress(
          made.address().map(at -> at.type().isEmpty() ? at.withType("pci") : at));
    }

    HostdevInterfaceSource buildAsRead() {
      return super.build();
    }
  }
}

final class HostdevInterfaceSourceXml extends XmlMapping<HostdevInterfaceSource> {

  HostdevInterfaceSourceXml() {
    super("source");
  }

  @Override
  protected HostdevInterfaceSource read(XmlIn in) {
    HostdevInterfaceSource.Builder b = HostdevInterfaceSource.builder();
    if (in.yesNo("missing")) b.missing(in.flag());
    if (in.child("vendor").intAttr("id")) b.vendorId(in.intValue());
    if (in.child("product").intAttr("id")) b.productId(in.intValue());
    for (XmlIn address : in.children("address").stream().limit(1).toList()) {
      address(address, b);
    }
    return b.extras(in.extrasAndPresence()).buildAsRead();
  }

  /** Reads an address of a known kind; any other is left for the extras. */
  private static void address(XmlIn address, HostdevInterfaceSource.Builder b) {
    boolean device = address.attr("device");
    String type = address.attr("type") ? address.value() : device ? "usb" : "pci";
    if (type.equals("pci")) {
      b.address(address.read(HostPciAddress.XML));
    } else if (type.equals("usb")) {
      b.usbPort(address.read(HostUsbPort.XML));
    }
  }

  @Override
  protected void write(HostdevInterfaceSource value, String name, XmlOut out) {
    out.beginIfAny(name, value.extras());
    out.yesNo("missing", value.missing());
    out.beginPart("vendor");
    out.hexAttr("id", 4, value.vendorId());
    out.end();
    out.beginPart("product");
    out.hexAttr("id", 4, value.productId());
    out.end();
    out.write(HostPciAddress.XML, value.address());
    out.write(HostUsbPort.XML, value.usbPort());
    out.end();
  }
}
