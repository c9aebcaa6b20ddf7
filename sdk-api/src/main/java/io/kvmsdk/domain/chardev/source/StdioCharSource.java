package io.kvmsdk.domain.chardev.source;

import io.kvmsdk.internal.style.ValueStyle;
import io.kvmsdk.xml.Extras;
import io.kvmsdk.xml.XmlIn;
import io.kvmsdk.xml.XmlMapping;
import io.kvmsdk.xml.XmlOut;
import org.immutables.value.Value;

/**
 * The log of the domain: it takes what the guest writes, and the guest reads nothing.
 *
 * @see <a href="https://libvirt.org/formatdomain.html#host-interface">libvirt: Host interface</a>
 */
@Value.Immutable
@ValueStyle
public sealed interface StdioCharSource extends CharSource, WithStdioCharSource
    permits ImmutableStdioCharSource {

  /** How it is read and written. */
  XmlMapping<StdioCharSource> XML = new StdioCharSourceXml();

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
    return "stdio";
  }

  /** What the document says beyond this. */
  @Override
  Extras extras();

  /** Makes values. */
  final class Builder extends ImmutableStdioCharSource.Builder {
    Builder() {
      extras(Extras.NONE);
    }
  }
}

final class StdioCharSourceXml extends XmlMapping<StdioCharSource> {

  StdioCharSourceXml() {
    super("source");
  }

  @Override
  protected StdioCharSource read(XmlIn in) {
    StdioCharSource.Builder b = StdioCharSource.builder();
    return b.extras(in.extrasAndPresence()).build();
  }

  @Override
  protected void write(StdioCharSource value, String name, XmlOut out) {
    out.beginIfAny(name, value.extras());
    out.end();
  }
}
