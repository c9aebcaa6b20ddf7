package io.kvmsdk.domain.chardev;

import io.kvmsdk.domain.chardev.source.CharProtocol;
import io.kvmsdk.domain.chardev.source.CharSource;
import io.kvmsdk.domain.chardev.source.PtyCharSource;
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
 * @see <a href="https://libvirt.org/formatdomain.html#console">libvirt: Console</a>
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

  /** A virtio console, {@code /dev/hvc0} and on in the guest, on such a source. */
  static Console virtio(CharSource source) {
    return builder().source(source).targetType(ConsoleTargetType.VIRTIO).build();
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

  /** The pseudo terminal once more, in the form of old documents; {@link #terminal()} says it. */
  Optional<String> tty();

  /** How a TCP connection is spoken. Absent means raw. */
  Optional<CharProtocol> protocol();

  /** A file that gets a copy of what the guest writes. Since libvirt 1.3.3. */
  Optional<String> logFile();

  /**
   * Whether an existing log file is kept and written on. Absent means that it is emptied. Since
   * libvirt 1.3.3.
   */
  Optional<Boolean> logAppend();

  /** What the guest sees. Absent means a serial port where the machine can have one. */
  Optional<ConsoleTargetType> targetType();

  /**
   * The device that the guest sees, such as {@code sclpconsole}, where the console is a serial
   * port. Since libvirt 3.10.0.
   */
  Optional<String> model();

  /** Its number, from 0. Absent means the next free one. */
  Optional<Integer> port();

  /**
   * The number by which ACPI tells the guest of a PCI device, so that its name in the guest is
   * stable.
   */
  Optional<Integer> acpiIndex();

  /** The pseudo terminal of the host, such as {@code /dev/pts/3}, known while the domain runs. */
  default Optional<String> terminal() {
    return source() instanceof PtyCharSource pty ? pty.path().or(this::tty) : Optional.empty();
  }

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
    if (in.attr("tty")) b.tty(in.value());
    if (in.child("protocol").attr("type")) b.protocol(new CharProtocol(in.value()));
    XmlIn log = in.child("log");
    if (log.attr("file")) b.logFile(in.value());
    if (log.onOff("append")) b.logAppend(in.flag());
    XmlIn target = in.child("target");
    if (target.attr("type")) b.targetType(new ConsoleTargetType(in.value()));
    if (target.intAttr("port")) b.port(in.intValue());
    if (target.child("model").attr("name")) b.model(in.value());
    if (in.child("acpi").intAttr("index")) b.acpiIndex(in.intValue());
    if (in.child("alias").attr("name")) b.alias(in.value());
    XmlIn address = in.child("address");
    if (address.present()) b.address(address.read(DeviceAddress.XML));
    return b.extras(in.extras()).build();
  }

  @Override
  protected void write(Console value, String name, XmlOut out) {
    out.begin(name, value.extras());
    out.attr("type", value.source().type());
    out.attr("tty", value.tty());
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
    out.part("acpi", "index", value.acpiIndex());
    out.part("alias", "name", value.alias());
    out.write(DeviceAddress.XML, value.address());
    out.end();
  }
}
