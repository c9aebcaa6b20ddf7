package io.kvmsdk.domain.chardev.source;

import io.kvmsdk.internal.style.ValueStyle;
import io.kvmsdk.xml.Extras;
import io.kvmsdk.xml.XmlIn;
import io.kvmsdk.xml.XmlMapping;
import io.kvmsdk.xml.XmlOut;
import org.immutables.value.Value;

/**
 * Nothing: what the guest writes is dropped, and it reads nothing.
 *
 * @see <a href="https://libvirt.org/formatdomain.html#host-interface">libvirt: Host interface</a>
 */
@Value.Immutable
@ValueStyle
public sealed interface NullCharSource extends CharSource, WithNullCharSource
    permits ImmutableNullCharSource {

  /** How it is read and written. */
  XmlMapping<NullCharSource> XML = new NullCharSourceXml();

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
    return "null";
  }

  /** What the document says beyond this. */
  @Override
  Extras extras();

  /** Makes values. */
  final class Builder extends ImmutableNullCharSource.Builder {
    Builder() {
      extras(Extras.NONE);
    }
  }
}

final class NullCharSourceXml extends XmlMapping<NullCharSource> {

  NullCharSourceXml() {
    super("source");
  }

  @Override
  protected NullCharSource read(XmlIn in) {
    NullCharSource.Builder b = NullCharSource.builder();
    return b.extras(in.extrasAndPresence()).build();
  }

  @Override
  protected void write(NullCharSource value, String name, XmlOut out) {
    out.beginIfAny(name, value.extras());
    out.end();
  }
}
