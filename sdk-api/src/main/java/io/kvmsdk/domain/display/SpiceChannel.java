package io.kvmsdk.domain.display;

import io.kvmsdk.internal.style.ValueStyle;
import io.kvmsdk.xml.Extras;
import io.kvmsdk.xml.XmlIn;
import io.kvmsdk.xml.XmlMapping;
import io.kvmsdk.xml.XmlOut;
import org.immutables.value.Value;

/**
 * How one channel of a SPICE console is secured.
 *
 * @see <a href="https://libvirt.org/formatdomain.html#graphical-framebuffers">libvirt: Graphical
 *     framebuffers</a>
 */
@Value.Immutable
@ValueStyle
public interface SpiceChannel extends WithSpiceChannel {

  /** How it is read and written. */
  XmlMapping<SpiceChannel> XML = new SpiceChannelXml();

  /** A channel that is encrypted, or is not there. */
  static SpiceChannel secure(SpiceChannelName name) {
    return builder().name(name).mode(SpiceChannelMode.SECURE).build();
  }

  /** A channel that is not encrypted. */
  static SpiceChannel insecure(SpiceChannelName name) {
    return builder().name(name).mode(SpiceChannelMode.INSECURE).build();
  }

  /** An empty builder. */
  static Builder builder() {
    return new Builder();
  }

  /** A builder that starts with the values of this one. */
  default Builder toBuilder() {
    return builder().from(this);
  }

  /** Which channel. */
  SpiceChannelName name();

  /** How it is secured. */
  SpiceChannelMode mode();

  /** What the document says beyond this. */
  Extras extras();

  /** Makes values. */
  final class Builder extends ImmutableSpiceChannel.Builder {
    Builder() {
      extras(Extras.NONE);
    }
  }
}

final class SpiceChannelXml extends XmlMapping<SpiceChannel> {

  SpiceChannelXml() {
    super("channel");
  }

  @Override
  protected SpiceChannel read(XmlIn in) {
    SpiceChannel.Builder b = SpiceChannel.builder();
    b.name(new SpiceChannelName(in.required("name")));
    b.mode(new SpiceChannelMode(in.required("mode")));
    return b.extras(in.extras()).build();
  }

  @Override
  protected void write(SpiceChannel value, String name, XmlOut out) {
    out.begin(name, value.extras());
    out.attr("name", value.name().toString());
    out.attr("mode", value.mode().toString());
    out.end();
  }
}
