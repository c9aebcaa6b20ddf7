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
 * The interactive console of a domain; the first one shows the first serial port where there is
 * one.
 *
 * @see <a
 *     href="https://libvirt.org/formatdomain.html#consoles-serial-parallel-channel-devices">libvirt:
 *     Consoles, serial, parallel and channel devices</a>
 */
@Value.Immutable
@ValueStyle
public interface Console extends Device, WithConsole {

  /** How it is read and written. */
  XmlMapping<Console> XML = new ConsoleXml();

  /** A console on a pseudo terminal of the host. */
  static Console pty() {
    return of(CharSource.pty());
  }

  /** A console that writes to a file of the host. */
  static Console file(String path) {
    return of(CharSource.file(path));
  }

  /** A console on such a source. */
  static Console of(CharSource source) {
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

  /** What {@code <console>} says, keeping what has no name here. */
  static Console fromXml(String xml) {
    return fromXml(xml, Strictness.LENIENT);
  }

  /** What {@code <console>} says. */
  static Console fromXml(String xml, Strictness strictness) {
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

  /** {@code serial}, {@code virtio}, {@code xen} and others; absent means serial. */
  Optional<String> targetType();

  /** Its number, from 0; absent means the next free one. */
  Optional<Integer> port();

  /** What the document says beyond this. */
  @Override
  Extras extras();

  /** Makes values. */
  final class Builder extends ImmutableConsole.Builder {
    Builder() {
      extras(Extras.NONE);
    }
  }
}

final class ConsoleXml extends XmlMapping<Console> {

  ConsoleXml() {
    super("console");
  }

  @Override
  protected Console read(XmlIn in) {
    Console.Builder b = Console.builder();
    b.source(in.read(CharSource.XML));
    if (in.child("protocol").attr("type")) b.protocol(in.value());
    if (in.child("log").attr("file")) b.logFile(in.value());
    if (in.child("log").onOff("append")) b.logAppend(in.flag());
    XmlIn target = in.child("target");
    if (target.attr("type")) b.targetType(in.value());
    if (target.intAttr("port")) b.port(in.intValue());
    if (in.child("alias").attr("name")) b.alias(in.value());
    XmlIn address = in.child("address");
    if (address.present()) b.address(address.read(DeviceAddress.XML));
    return b.extras(in.extras()).build();
  }

  @Override
  protected void write(Console value, String name, XmlOut out) {
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
    out.end();
    out.part("alias", "name", value.alias());
    out.write(DeviceAddress.XML, value.address());
    out.end();
  }
}
