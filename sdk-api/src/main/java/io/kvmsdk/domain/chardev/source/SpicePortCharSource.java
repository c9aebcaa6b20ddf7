package io.kvmsdk.domain.chardev.source;

import io.kvmsdk.internal.style.ValueStyle;
import io.kvmsdk.xml.Extras;
import io.kvmsdk.xml.XmlIn;
import io.kvmsdk.xml.XmlMapping;
import io.kvmsdk.xml.XmlOut;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * A channel of that name within the connection of a SPICE client. Since libvirt 1.2.2.
 *
 * @see <a href="https://libvirt.org/formatdomain.html#spice-channel">libvirt: Spice channel</a>
 */
@Value.Immutable
@ValueStyle
public sealed interface SpicePortCharSource extends CharSource, WithSpicePortCharSource
    permits ImmutableSpicePortCharSource {

  /** How it is read and written. */
  XmlMapping<SpicePortCharSource> XML = new SpicePortCharSourceXml();

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
    return "spiceport";
  }

  /** The name, such as {@code org.qemu.console.serial.0}. */
  Optional<String> channel();

  /** What the document says beyond this. */
  @Override
  Extras extras();

  /** Makes values. */
  final class Builder extends ImmutableSpicePortCharSource.Builder {
    Builder() {
      extras(Extras.NONE);
    }
  }
}

final class SpicePortCharSourceXml extends XmlMapping<SpicePortCharSource> {

  SpicePortCharSourceXml() {
    super("source");
  }

  @Override
  protected SpicePortCharSource read(XmlIn in) {
    SpicePortCharSource.Builder b = SpicePortCharSource.builder();
    if (in.attr("channel")) b.channel(in.value());
    return b.extras(in.extrasAndPresence()).build();
  }

  @Override
  protected void write(SpicePortCharSource value, String name, XmlOut out) {
    out.beginIfAny(name, value.extras());
    out.attr("channel", value.channel());
    out.end();
  }
}
