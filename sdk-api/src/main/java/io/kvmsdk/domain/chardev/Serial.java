package io.kvmsdk.domain.chardev;

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
 * A serial port of a domain.
 *
 * @see <a
 *     href="https://libvirt.org/formatdomain.html#consoles-serial-parallel-channel-devices">libvirt:
 *     Consoles, serial, parallel and channel devices</a>
 */
@Value.Immutable
@ValueStyle
public interface Serial extends Device, WithSerial {

  /** How it is read and written. */
  XmlMapping<Serial> XML = new SerialXml();

  /** A serial port on a pseudo terminal of the host. */
  static Serial pty() {
    return of(CharSource.pty());
  }

  /** A serial port that writes to a file of the host. */
  static Serial file(String path) {
    return of(CharSource.file(path));
  }

  /** A serial port on such a source. */
  static Serial of(CharSource source) {
    return builder().source(source).build();
  }

  /** An empty builder. */
  static Builder builder() {
    return new Builder();
  }

  /** A builder that starts with the values of this one. */
  default Builder toBuilder() {
    return builder().from(this);
  }

  /** What {@code <serial>} says, keeping what has no name here. */
  static Serial fromXml(String xml) {
    return fromXml(xml, Strictness.LENIENT);
  }

  /** What {@code <serial>} says. */
  static Serial fromXml(String xml, Strictness strictness) {
    return XML.parse(xml, strictness);
  }

  @Override
  default String toXml() {
    return XML.format(this);
  }

  /** What it is connected to on the host. */
  CharSource source();

  /** How a TCP connection is spoken: {@code raw} or {@code telnet}. */
  Optional<String> protocol();

  /** A file that gets a copy of what the guest writes. Since libvirt 1.3.3. */
  Optional<String> logFile();

  /** Whether an existing log file is kept and written on. */
  Optional<Boolean> logAppend();

  /**
   * What kind of port it is, such as {@code isa-serial}; the machine's own if it is absent. Since
   * libvirt 1.0.2.
   */
  Optional<String> targetType();

  /** Its number, from 0; absent means the next free one. */
  Optional<Integer> port();

  /**
   * The device that the guest sees, such as {@code isa-serial} or {@code pci-serial}. Since libvirt
   * 3.10.0.
   */
  Optional<String> model();

  /** What the document says beyond this. */
  @Override
  Extras extras();

  /** Makes values. */
  final class Builder extends ImmutableSerial.Builder {
    Builder() {
      extras(Extras.NONE);
    }
  }
}

final class SerialXml extends XmlMapping<Serial> {

  SerialXml() {
    super("serial");
  }

  @Override
  protected Serial read(XmlIn in) {
    Serial.Builder b = Serial.builder();
    b.source(in.read(CharSource.XML));
    if (in.child("protocol").attr("type")) b.protocol(in.value());
    if (in.child("log").attr("file")) b.logFile(in.value());
    if (in.child("log").onOff("append")) b.logAppend(in.flag());
    XmlIn target = in.child("target");
    if (target.attr("type")) b.targetType(in.value());
    if (target.intAttr("port")) b.port(in.intValue());
    if (target.child("model").attr("name")) b.model(in.value());
    if (in.child("alias").attr("name")) b.alias(in.value());
    XmlIn address = in.child("address");
    if (address.present()) b.address(address.read(DeviceAddress.XML));
    return b.extras(in.extras()).build();
  }

  @Override
  protected void write(Serial value, String name, XmlOut out) {
    out.begin(name, value.extras());
    out.attr("type", value.source().type());
    out.write(CharSource.XML, value.source());
    out.part("protocol", "type", value.protocol());
    out.beginPart("log");
    out.attr("file", value.logFile());
    out.onOff("append", value.logAppend());
    out.end();
    out.beginPart("target");
    out.attr("type", value.targetType());
    out.attr("port", value.port());
    out.part("model", "name", value.model());
    out.end();
    out.part("alias", "name", value.alias());
    out.write(DeviceAddress.XML, value.address());
    out.end();
  }
}
