package io.kvmsdk.domain.tuning;

import io.kvmsdk.internal.style.ValueStyle;
import io.kvmsdk.xml.Extras;
import io.kvmsdk.xml.Strictness;
import io.kvmsdk.xml.XmlIn;
import io.kvmsdk.xml.XmlMapping;
import io.kvmsdk.xml.XmlOut;
import org.immutables.value.Value;

/**
 * An I/O thread of a domain.
 *
 * @see <a href="https://libvirt.org/formatdomain.html#iothreads-allocation">libvirt: IOThreads
 *     Allocation</a>
 */
@Value.Immutable
@ValueStyle
public interface IoThread extends WithIoThread {

  /** How it is read and written. */
  XmlMapping<IoThread> XML = new IoThreadXml();

  /** An empty builder. */
  static Builder builder() {
    return new Builder();
  }

  /** A builder that starts with the values of this one. */
  default Builder toBuilder() {
    return builder().from(this);
  }

  /** What {@code <iothread>} says, keeping what has no name here. */
  static IoThread fromXml(String xml) {
    return fromXml(xml, Strictness.LENIENT);
  }

  /** What {@code <iothread>} says. */
  static IoThread fromXml(String xml, Strictness strictness) {
    return XML.parse(xml, strictness);
  }

  /** The value as {@code <iothread>}. */
  default String toXml() {
    return XML.format(this);
  }

  /** What the document says beyond this. */
  Extras extras();

  /** Makes values. */
  final class Builder extends ImmutableIoThread.Builder {
    Builder() {
      extras(Extras.NONE);
    }
  }
}

final class IoThreadXml extends XmlMapping<IoThread> {

  IoThreadXml() {
    super("iothread");
  }

  @Override
  protected IoThread read(XmlIn in) {
    IoThread.Builder b = IoThread.builder();
    return b.extras(in.extras()).build();
  }

  @Override
  protected void write(IoThread value, String name, XmlOut out) {
    out.begin(name, value.extras());
    out.end();
  }
}
