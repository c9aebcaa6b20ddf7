package io.kvmsdk.domain.chardev;

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
 * A parallel port.
 *
 * @see <a href="https://libvirt.org/formatdomain.html#parallel-port">libvirt: Parallel port</a>
 */
@Value.Immutable
@ValueStyle
public interface Parallel extends Device, WithParallel {

  /** How it is read and written. */
  XmlMapping<Parallel> XML = new ParallelXml();

  /** A parallel port of the host, such as {@code /dev/parport0}, given to the guest. */
  static Parallel device(String path) {
    return of(CharSource.device(path));
  }

  /** A parallel port that writes to a file of the host. */
  static Parallel file(String path) {
    return of(CharSource.file(path));
  }

  /** A parallel port on such a source. */
  static Parallel of(CharSource source) {
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

  /** What {@code <parallel>} says, keeping what has no name here. */
  static Parallel fromXml(String xml) {
    return fromXml(xml, Strictness.LENIENT);
  }

  /** What {@code <parallel>} says. */
  static Parallel fromXml(String xml, Strictness strictness) {
    return XML.parse(xml, strictness);
  }

  @Override
  default String toXml() {
    return XML.format(this);
  }

  /** What it is connected to on the host. */
  CharSource source();

  /** The pseudo terminal once more, in the form of old documents. */
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

  /** Its number, from 0. Absent means the next free one. */
  Optional<Integer> port();

  /** What kind of port it is, where libvirt's schema allows to say so; it means nothing here. */
  Optional<String> targetType();

  /** The device that the guest sees, where the schema allows to say so; it means nothing here. */
  Optional<String> model();

  /**
   * The number by which ACPI tells the guest of a PCI device, so that its name in the guest is
   * stable.
   */
  Optional<Integer> acpiIndex();

  /** What the document says beyond this. */
  @Override
  Extras extras();

  /** Makes values. */
  final class Builder extends ImmutableParallel.Builder {
    Builder() {
      extras(Extras.NONE);
    }
  }
}

final class ParallelXml extends XmlMapping<Parallel> {

  ParallelXml() {
    super("parallel");
  }

  @Override
  protected Parallel read(XmlIn in) {
    Parallel.Builder b = Parallel.builder();
    b.source(in.read(CharSource.XML));
    if (in.attr("tty")) b.tty(in.value());
    if (in.child("protocol").attr("type")) b.protocol(new CharProtocol(in.value()));
    XmlIn log = in.child("log");
    if (log.attr("file")) b.logFile(in.value());
    if (log.onOff("append")) b.logAppend(in.flag());
    XmlIn target = in.child("target");
    if (target.intAttr("port")) b.port(in.intValue());
    if (target.attr("type")) b.targetType(in.value());
    if (target.child("model").attr("name")) b.model(in.value());
    if (in.child("acpi").intAttr("index")) b.acpiIndex(in.intValue());
    if (in.child("alias").attr("name")) b.alias(in.value());
    XmlIn address = in.child("address");
    if (address.present()) b.address(address.read(DeviceAddress.XML));
    return b.extras(in.extras()).build();
  }

  @Override
  protected void write(Parallel value, String name, XmlOut out) {
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
