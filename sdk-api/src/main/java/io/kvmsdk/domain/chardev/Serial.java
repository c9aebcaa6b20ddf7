package io.kvmsdk.domain.chardev;

import io.kvmsdk.domain.chardev.source.CharProtocol;
import io.kvmsdk.domain.chardev.source.CharSource;
import io.kvmsdk.domain.chardev.source.PtyCharSource;
import io.kvmsdk.domain.device.Device;
import io.kvmsdk.domain.device.DeviceAddress;
import io.kvmsdk.domain.device.IsaAddress;
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
 * @see <a href="https://libvirt.org/formatdomain.html#serial-port">libvirt: Serial port</a>
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

  /** A serial port on a unix socket on which the hypervisor listens. */
  static Serial unix(String path) {
    return of(CharSource.unix(path));
  }

  /** A serial port on a TCP port on which the hypervisor listens, as bytes. */
  static Serial tcp(String host, int port) {
    return of(CharSource.tcp(host, port)).withProtocol(CharProtocol.RAW);
  }

  /** A serial port on a TCP port on which the hypervisor listens, for a telnet client. */
  static Serial telnet(String host, int port) {
    return of(CharSource.tcp(host, port)).withProtocol(CharProtocol.TELNET);
  }

  /** A serial port of the host, such as {@code /dev/ttyS0}, given to the guest. */
  static Serial device(String path) {
    return of(CharSource.device(path));
  }

  /** The debug port of SeaBIOS and of OVMF's debug builds, with a file for what they write. */
  static Serial firmwareDebug(String path) {
    return builder()
        .source(CharSource.file(path))
        .targetType(SerialTargetType.ISA_DEBUG)
        .address(IsaAddress.builder().ioBase(0x402).build())
        .build();
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

  /** What kind of port it is. Absent means the machine's own kind. Since libvirt 1.0.2. */
  Optional<SerialTargetType> targetType();

  /** Its number, from 0. Absent means the next free one. */
  Optional<Integer> port();

  /**
   * The device that the guest sees. Absent means the usual one of the target's type, which is
   * seldom wrong. Since libvirt 3.10.0.
   */
  Optional<SerialModel> model();

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
    if (in.attr("tty")) b.tty(in.value());
    if (in.child("protocol").attr("type")) b.protocol(new CharProtocol(in.value()));
    XmlIn log = in.child("log");
    if (log.attr("file")) b.logFile(in.value());
    if (log.onOff("append")) b.logAppend(in.flag());
    XmlIn target = in.child("target");
    if (target.attr("type")) b.targetType(new SerialTargetType(in.value()));
    if (target.intAttr("port")) b.port(in.intValue());
    if (target.child("model").attr("name")) b.model(new SerialModel(in.value()));
    if (in.child("acpi").intAttr("index")) b.acpiIndex(in.intValue());
    if (in.child("alias").attr("name")) b.alias(in.value());
    XmlIn address = in.child("address");
    if (address.present()) b.address(address.read(DeviceAddress.XML));
    return b.extras(in.extras()).build();
  }

  @Override
  protected void write(Serial value, String name, XmlOut out) {
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
