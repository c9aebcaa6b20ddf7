package io.kvmsdk.domain.passthrough.source;

import io.kvmsdk.domain.disk.source.StartupPolicy;
import io.kvmsdk.error.InvalidDefinitionException;
import io.kvmsdk.internal.style.ValueStyle;
import io.kvmsdk.xml.Extras;
import io.kvmsdk.xml.XmlIn;
import io.kvmsdk.xml.XmlMapping;
import io.kvmsdk.xml.XmlOut;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * A USB device of the host, by its maker and product, its place, or both. Since libvirt 0.4.4.
 *
 * @see <a href="https://libvirt.org/formatdomain.html#host-device-assignment">libvirt: Host device
 *     assignment</a>
 */
@Value.Immutable
@ValueStyle
public sealed interface UsbHostDeviceSource extends HostDeviceSource, WithUsbHostDeviceSource
    permits ImmutableUsbHostDeviceSource {

  /** How it is read and written. */
  XmlMapping<UsbHostDeviceSource> XML = new UsbHostDeviceSourceXml();

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
    return "usb";
  }

  /**
   * What happens if it is not there. Absent means {@link StartupPolicy#MANDATORY}. Since libvirt
   * 1.0.0.
   */
  Optional<StartupPolicy> startupPolicy();

  /** What becomes of a reset by the guest. Since libvirt 8.6.0. */
  Optional<UsbGuestReset> guestReset();

  /** The number of its maker, 0 to 0xffff. */
  Optional<Integer> vendor();

  /** The number of the product, 0 to 0xffff. */
  Optional<Integer> product();

  /** The number of its bus. */
  Optional<Integer> bus();

  /** Its number on the bus, which changes as it is plugged in anew. */
  Optional<Integer> device();

  /**
   * Refuses what is always wrong.
   *
   * @throws InvalidDefinitionException if there is a maker without a product, or the other way
   */
  @Value.Check
  default void checkConsistent() {
    if (vendor().isPresent() != product().isPresent()) {
      throw new InvalidDefinitionException(
          vendor().isPresent() ? "source/product/@id" : "source/vendor/@id",
          "absent",
          "maker and product together, or none of them");
    }
  }

  /** What the document says beyond this. */
  @Override
  Extras extras();

  /** Makes values. */
  final class Builder extends ImmutableUsbHostDeviceSource.Builder {
    Builder() {
      extras(Extras.NONE);
    }
  }
}

final class UsbHostDeviceSourceXml extends XmlMapping<UsbHostDeviceSource> {

  UsbHostDeviceSourceXml() {
    super("source");
  }

  @Override
  protected UsbHostDeviceSource read(XmlIn in) {
    UsbHostDeviceSource.Builder b = UsbHostDeviceSource.builder();
    if (in.attr("startupPolicy")) b.startupPolicy(new StartupPolicy(in.value()));
    if (in.attr("guestReset")) b.guestReset(new UsbGuestReset(in.value()));
    if (in.child("vendor").intAttr("id")) b.vendor(number(in));
    if (in.child("product").intAttr("id")) b.product(number(in));
    XmlIn address = in.child("address");
    if (address.intAttr("bus")) b.bus(number(in));
    if (address.intAttr("device")) b.device(number(in));
    return b.extras(in.extras()).build();
  }

  @Override
  protected void write(UsbHostDeviceSource value, String name, XmlOut out) {
    out.begin(name, value.extras());
    out.attr("startupPolicy", value.startupPolicy());
    out.attr("guestReset", value.guestReset());
    out.beginPart("vendor");
    out.hexAttr("id", 4, value.vendor());
    out.end();
    out.beginPart("product");
    out.hexAttr("id", 4, value.product());
    out.end();
    out.beginPart("address");
    out.attr("bus", digits(value.bus()));
    out.attr("device", digits(value.device()));
    out.end();
    out.end();
  }

  /** What was found; as for libvirt, a number that begins with 0 is octal. */
  private static int number(XmlIn in) {
    String text = in.value().strip();
    boolean octal = text.length() > 1 && text.charAt(0) == '0';
    for (int i = 1; octal && i < text.length(); i++) {
      octal = text.charAt(i) >= '0' && text.charAt(i) <= '7';
    }
    return octal ? Integer.parseInt(text, 8) : in.intValue();
  }

  /** As libvirt writes it, in at most three digits. */
  private static Optional<String> digits(Optional<Integer> value) {
    return value.map(it -> it > 999 ? "0x" + Integer.toHexString(it) : it.toString());
  }
}
