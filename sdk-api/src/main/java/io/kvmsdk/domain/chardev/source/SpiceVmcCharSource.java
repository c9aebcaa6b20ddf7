package io.kvmsdk.domain.chardev.source;

import io.kvmsdk.internal.style.ValueStyle;
import io.kvmsdk.xml.Extras;
import io.kvmsdk.xml.XmlIn;
import io.kvmsdk.xml.XmlMapping;
import io.kvmsdk.xml.XmlOut;
import org.immutables.value.Value;

/**
 * The connection of a SPICE client, for the agent in the guest or for a USB device that is
 * redirected. Since libvirt 0.8.8.
 *
 * @see <a href="https://libvirt.org/formatdomain.html#spice-channel">libvirt: Spice channel</a>
 */
@Value.Immutable
@ValueStyle
public sealed interface SpiceVmcCharSource extends CharSource, WithSpiceVmcCharSource
    permits ImmutableSpiceVmcCharSource {

  /** How it is read and written. */
  XmlMapping<SpiceVmcCharSource> XML = new SpiceVmcCharSourceXml();

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
    return "spicevmc";
  }

  /** What the document says beyond this. */
  @Override
  Extras extras();

  /** Makes values. */
  final class Builder extends ImmutableSpiceVmcCharSource.Builder {
    Builder() {
      extras(Extras.NONE);
    }
  }
}

final class SpiceVmcCharSourceXml extends XmlMapping<SpiceVmcCharSource> {

  SpiceVmcCharSourceXml() {
    super("source");
  }

  @Override
  protected SpiceVmcCharSource read(XmlIn in) {
    SpiceVmcCharSource.Builder b = SpiceVmcCharSource.builder();
    return b.extras(in.extrasAndPresence()).build();
  }

  @Override
  protected void write(SpiceVmcCharSource value, String name, XmlOut out) {
    out.beginIfAny(name, value.extras());
    out.end();
  }
}
