package io.kvmsdk.domain.chardev.source;

import io.kvmsdk.internal.style.ValueStyle;
import io.kvmsdk.xml.Extras;
import io.kvmsdk.xml.XmlIn;
import io.kvmsdk.xml.XmlMapping;
import io.kvmsdk.xml.XmlOut;
import org.immutables.value.Value;

/**
 * A virtual console, a text screen among those of the guest's graphical display.
 *
 * @see <a href="https://libvirt.org/formatdomain.html#host-interface">libvirt: Host interface</a>
 */
@Value.Immutable
@ValueStyle
public sealed interface VcCharSource extends CharSource, WithVcCharSource
    permits ImmutableVcCharSource {

  /** How it is read and written. */
  XmlMapping<VcCharSource> XML = new VcCharSourceXml();

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
    return "vc";
  }

  /** What the document says beyond this. */
  @Override
  Extras extras();

  /** Makes values. */
  final class Builder extends ImmutableVcCharSource.Builder {
    Builder() {
      extras(Extras.NONE);
    }
  }
}

final class VcCharSourceXml extends XmlMapping<VcCharSource> {

  VcCharSourceXml() {
    super("source");
  }

  @Override
  protected VcCharSource read(XmlIn in) {
    VcCharSource.Builder b = VcCharSource.builder();
    return b.extras(in.extrasAndPresence()).build();
  }

  @Override
  protected void write(VcCharSource value, String name, XmlOut out) {
    out.beginIfAny(name, value.extras());
    out.end();
  }
}
