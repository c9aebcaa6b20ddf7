package io.kvmsdk.domain.chardev.source;

import io.kvmsdk.internal.style.ValueStyle;
import io.kvmsdk.xml.Extras;
import io.kvmsdk.xml.XmlIn;
import io.kvmsdk.xml.XmlMapping;
import io.kvmsdk.xml.XmlOut;
import java.util.Optional;
import org.immutables.value.Value;

/** A unix socket of the host. */
@Value.Immutable
@ValueStyle
public sealed interface UnixCharSource extends CharSource, WithUnixCharSource
    permits ImmutableUnixCharSource {

  /** How it is read and written. */
  XmlMapping<UnixCharSource> XML = new UnixCharSourceXml();

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
    return "unix";
  }

  /** The absolute path; libvirt chooses one for the guest agent if it is absent. */
  Optional<String> path();

  /** Which side waits for the other. */
  Optional<SocketMode> mode();

  /** What the document says beyond this. */
  @Override
  Extras extras();

  /** Makes values. */
  final class Builder extends ImmutableUnixCharSource.Builder {
    Builder() {
      extras(Extras.NONE);
    }
  }
}

final class UnixCharSourceXml extends XmlMapping<UnixCharSource> {

  UnixCharSourceXml() {
    super("source");
  }

  @Override
  protected UnixCharSource read(XmlIn in) {
    UnixCharSource.Builder b = UnixCharSource.builder();
    if (in.attr("mode")) b.mode(new SocketMode(in.value()));
    if (in.attr("path")) b.path(in.value());
    return b.extras(in.extrasAndPresence()).build();
  }

  @Override
  protected void write(UnixCharSource value, String name, XmlOut out) {
    out.beginIfAny(name, value.extras());
    out.attr("mode", value.mode());
    out.attr("path", value.path());
    out.end();
  }
}
