package io.kvmsdk.domain.tuning;

import io.kvmsdk.internal.style.ValueStyle;
import io.kvmsdk.xml.Extras;
import io.kvmsdk.xml.Strictness;
import io.kvmsdk.xml.XmlIn;
import io.kvmsdk.xml.XmlMapping;
import io.kvmsdk.xml.XmlOut;
import org.immutables.value.Value;

/**
 * The thread that does the input and output of devices without a thread of their own.
 *
 * @see <a href="https://libvirt.org/formatdomain.html#iothreads-allocation">libvirt: IOThreads
 *     Allocation</a>
 */
@Value.Immutable
@ValueStyle
public interface DefaultIoThread extends WithDefaultIoThread {

  /** How it is read and written. */
  XmlMapping<DefaultIoThread> XML = new DefaultIoThreadXml();

  /** An empty builder. */
  static Builder builder() {
    return new Builder();
  }

  /** A builder that starts with the values of this one. */
  default Builder toBuilder() {
    return builder().from(this);
  }

  /** What {@code <defaultiothread>} says, keeping what has no name here. */
  static DefaultIoThread fromXml(String xml) {
    return fromXml(xml, Strictness.LENIENT);
  }

  /** What {@code <defaultiothread>} says. */
  static DefaultIoThread fromXml(String xml, Strictness strictness) {
    return XML.parse(xml, strictness);
  }

  /** The value as {@code <defaultiothread>}. */
  default String toXml() {
    return XML.format(this);
  }

  /** What the document says beyond this. */
  Extras extras();

  /** Makes values. */
  final class Builder extends ImmutableDefaultIoThread.Builder {
    Builder() {
      extras(Extras.NONE);
    }
  }
}

final class DefaultIoThreadXml extends XmlMapping<DefaultIoThread> {

  DefaultIoThreadXml() {
    super("defaultiothread");
  }

  @Override
  protected DefaultIoThread read(XmlIn in) {
    DefaultIoThread.Builder b = DefaultIoThread.builder();
    return b.extras(in.extras()).build();
  }

  @Override
  protected void write(DefaultIoThread value, String name, XmlOut out) {
    out.begin(name, value.extras());
    out.end();
  }
}
