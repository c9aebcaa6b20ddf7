package io.kvmsdk.domain.chardev.source;

import io.kvmsdk.internal.style.ValueStyle;
import io.kvmsdk.xml.Extras;
import io.kvmsdk.xml.XmlIn;
import io.kvmsdk.xml.XmlMapping;
import io.kvmsdk.xml.XmlOut;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * A channel of that name of the D-Bus display, which libvirt has since 8.4.0.
 *
 * @see <a href="https://libvirt.org/formatdomain.html#spice-channel">libvirt: Spice channel</a>
 */
@Value.Immutable
@ValueStyle
public sealed interface DbusCharSource extends CharSource, WithDbusCharSource
    permits ImmutableDbusCharSource {

  /** How it is read and written. */
  XmlMapping<DbusCharSource> XML = new DbusCharSourceXml();

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
    return "dbus";
  }

  /** The name, such as {@code org.qemu.console.serial.0}. */
  Optional<String> channel();

  /** What the document says beyond this. */
  @Override
  Extras extras();

  /** Makes values. */
  final class Builder extends ImmutableDbusCharSource.Builder {
    Builder() {
      extras(Extras.NONE);
    }
  }
}

final class DbusCharSourceXml extends XmlMapping<DbusCharSource> {

  DbusCharSourceXml() {
    super("source");
  }

  @Override
  protected DbusCharSource read(XmlIn in) {
    DbusCharSource.Builder b = DbusCharSource.builder();
    if (in.attr("channel")) b.channel(in.value());
    return b.extras(in.extrasAndPresence()).build();
  }

  @Override
  protected void write(DbusCharSource value, String name, XmlOut out) {
    out.beginIfAny(name, value.extras());
    out.attr("channel", value.channel());
    out.end();
  }
}
