package io.kvmsdk.host.device;

import io.kvmsdk.internal.style.ValueStyle;
import io.kvmsdk.xml.Extras;
import io.kvmsdk.xml.XmlIn;
import io.kvmsdk.xml.XmlMapping;
import io.kvmsdk.xml.XmlOut;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * An interface of a USB device, to which a driver is bound.
 *
 * @see <a href="https://libvirt.org/formatnode.html#usb">libvirt: usb</a>
 */
@Value.Immutable
@ValueStyle
public sealed interface UsbInterfaceCapability extends NodeCapability, WithUsbInterfaceCapability
    permits ImmutableUsbInterfaceCapability {

  /** How it is read and written. */
  XmlMapping<UsbInterfaceCapability> XML = new UsbInterfaceCapabilityXml();

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

  /** The number of the interface. */
  long number();

  /** Its USB class. */
  long classCode();

  /** Its USB subclass. */
  long subclass();

  /** Its USB protocol. */
  long protocol();

  /** What it is, for people. */
  Optional<String> description();

  /** What the document says beyond this. */
  @Override
  Extras extras();

  /** Makes values. */
  final class Builder extends ImmutableUsbInterfaceCapability.Builder {
    Builder() {
      extras(Extras.NONE);
    }
  }
}

final class UsbInterfaceCapabilityXml extends XmlMapping<UsbInterfaceCapability> {

  UsbInterfaceCapabilityXml() {
    super("capability");
  }

  @Override
  protected UsbInterfaceCapability read(XmlIn in) {
    UsbInterfaceCapability.Builder b = UsbInterfaceCapability.builder();
    XmlIn number = in.child("number");
    if (!number.longText()) throw number.unreadable("a value");
    b.number(in.longValue());
    XmlIn classPart = in.child("class");
    if (!classPart.longText()) throw classPart.unreadable("a value");
    b.classCode(in.longValue());
    XmlIn subclass = in.child("subclass");
    if (!subclass.longText()) throw subclass.unreadable("a value");
    b.subclass(in.longValue());
    XmlIn protocol = in.child("protocol");
    if (!protocol.longText()) throw protocol.unreadable("a value");
    b.protocol(in.longValue());
    if (in.child("description").text()) b.description(in.value());
    return b.extras(in.extras()).build();
  }

  @Override
  protected void write(UsbInterfaceCapability value, String name, XmlOut out) {
    out.begin(name, value.extras());
    out.attr("type", value.type());
    out.beginPart("number");
    out.text(String.valueOf(value.number()));
    out.end();
    out.beginPart("class");
    out.text(String.valueOf(value.classCode()));
    out.end();
    out.beginPart("subclass");
    out.text(String.valueOf(value.subclass()));
    out.end();
    out.beginPart("protocol");
    out.text(String.valueOf(value.protocol()));
    out.end();
    out.partText("description", value.description());
    out.end();
  }
}
