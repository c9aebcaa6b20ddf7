package io.kvmsdk.domain.redirection;

import io.kvmsdk.domain.chardev.source.CharProtocol;
import io.kvmsdk.domain.chardev.source.CharSource;
import io.kvmsdk.domain.device.Device;
import io.kvmsdk.domain.device.DeviceAddress;
import io.kvmsdk.internal.style.ValueStyle;
import io.kvmsdk.xml.Extras;
import io.kvmsdk.xml.Strictness;
import io.kvmsdk.xml.XmlIn;
import io.kvmsdk.xml.XmlMapping;
import io.kvmsdk.xml.XmlOut;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * A place for a USB device of a client, that is given to the guest. Since libvirt 0.9.6.
 *
 * @see <a href="https://libvirt.org/formatdomain.html#redirected-devices">libvirt: Redirected
 *     devices</a>
 */
@Value.Immutable
@ValueStyle
public interface RedirDevice extends Device, WithRedirDevice {

  /** How it is read and written. */
  XmlMapping<RedirDevice> XML = new RedirDeviceXml();

  /** One for a device of the client of a SPICE console. */
  static RedirDevice spiceUsb() {
    return usb(CharSource.spiceVmc());
  }

  /** One for a device that comes over a character device of the host. */
  static RedirDevice usb(CharSource source) {
    return builder().bus(RedirBus.USB).source(source).build();
  }

  /** An empty builder. */
  static Builder builder() {
    return new Builder();
  }

  /** A builder that starts with the values of this one. */
  default Builder toBuilder() {
    return builder().from(this);
  }

  /** What {@code <redirdev>} says, keeping what has no name here. */
  static RedirDevice fromXml(String xml) {
    return fromXml(xml, Strictness.LENIENT);
  }

  /** What {@code <redirdev>} says. */
  static RedirDevice fromXml(String xml, Strictness strictness) {
    return XML.parse(xml, strictness);
  }

  @Override
  default String toXml() {
    return XML.format(this);
  }

  /** The bus of the device. */
  RedirBus bus();

  /** What the device comes over. */
  CharSource source();

  /** How a TCP connection is spoken. Absent means {@link CharProtocol#RAW}. */
  Optional<CharProtocol> protocol();

  /** A file that gets a copy of what passes. Since libvirt 1.3.3. */
  Optional<String> logFile();

  /** Whether an existing log file is kept and written on. */
  Optional<Boolean> logAppend();

  /** Its place, from 1, in the order in which the firmware tries devices. Since libvirt 1.0.1. */
  Optional<Integer> bootOrder();

  /** What the boot loader of an s390 machine is told. */
  Optional<String> loadParm();

  /** What the document says beyond this. */
  @Override
  Extras extras();

  /** Makes values. */
  final class Builder extends ImmutableRedirDevice.Builder {
    Builder() {
      extras(Extras.NONE);
    }
  }
}

final class RedirDeviceXml extends XmlMapping<RedirDevice> {

  RedirDeviceXml() {
    super("redirdev");
  }

  @Override
  protected RedirDevice read(XmlIn in) {
    RedirDevice.Builder b = RedirDevice.builder();
    b.source(in.read(CharSource.XML));
    b.bus(new RedirBus(in.required("bus")));
    if (in.child("protocol").attr("type")) b.protocol(new CharProtocol(in.value()));
    XmlIn log = in.child("log");
    if (log.attr("file")) b.logFile(in.value());
    if (log.onOff("append")) b.logAppend(in.flag());
    XmlIn boot = in.child("boot");
    if (boot.intAttr("order")) b.bootOrder(in.intValue());
    if (boot.attr("loadparm")) b.loadParm(in.value());
    if (in.child("alias").attr("name")) b.alias(in.value());
    XmlIn address = in.child("address");
    if (address.present()) b.address(address.read(DeviceAddress.XML));
    return b.extras(in.extras()).build();
  }

  @Override
  protected void write(RedirDevice value, String name, XmlOut out) {
    out.begin(name, value.extras());
    out.attr("bus", value.bus().toString());
    out.attr("type", value.source().type());
    out.write(CharSource.XML, value.source());
    out.part("protocol", "type", value.protocol());
    out.beginPart("log");
    out.attr("file", value.logFile());
    out.onOff("append", value.logAppend());
    out.end();
    out.beginPart("boot");
    out.attr("order", value.bootOrder());
    out.attr("loadparm", value.loadParm());
    out.end();
    out.part("alias", "name", value.alias());
    out.write(DeviceAddress.XML, value.address());
    out.end();
  }
}
