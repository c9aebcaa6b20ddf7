package io.kvmsdk.domain.tpm;

import io.kvmsdk.domain.chardev.source.SocketMode;
import io.kvmsdk.internal.style.ValueStyle;
import io.kvmsdk.xml.Extras;
import io.kvmsdk.xml.XmlIn;
import io.kvmsdk.xml.XmlMapping;
import io.kvmsdk.xml.XmlOut;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * The socket behind which an emulated TPM is. Since libvirt 9.0.0.
 *
 * @see <a href="https://libvirt.org/formatdomain.html#tpm-device">libvirt: TPM device</a>
 */
@Value.Immutable
@ValueStyle
public interface TpmSocket extends WithTpmSocket {

  /** How it is read and written. */
  XmlMapping<TpmSocket> XML = new TpmSocketXml();

  /** The unix socket at that absolute path. */
  static TpmSocket at(String path) {
    return builder().path(path).build();
  }

  /** An empty builder. */
  static Builder builder() {
    return new Builder();
  }

  /** A builder that starts with the values of this one. */
  default Builder toBuilder() {
    return builder().from(this);
  }

  /** What kind of socket it is; there is {@code unix} only, and a builder says so by itself. */
  String type();

  /** The absolute path of the unix socket. */
  String path();

  /**
   * Which side waits for the other; there is {@link SocketMode#CONNECT} only, and a builder says so
   * by itself.
   */
  Optional<SocketMode> mode();

  /** What the document says beyond this. */
  Extras extras();

  /** Makes values. */
  final class Builder extends ImmutableTpmSocket.Builder {
    Builder() {
      extras(Extras.NONE);
      type("unix");
      mode(SocketMode.CONNECT);
    }
  }
}

final class TpmSocketXml extends XmlMapping<TpmSocket> {

  TpmSocketXml() {
    super("source");
  }

  @Override
  protected TpmSocket read(XmlIn in) {
    TpmSocket.Builder b = TpmSocket.builder();
    b.type(in.required("type"));
    b.path(in.required("path"));
    if (in.attr("mode")) b.mode(new SocketMode(in.value()));
    if (!in.attr("mode")) b.mode(Optional.empty());
    return b.extras(in.extras()).build();
  }

  @Override
  protected void write(TpmSocket value, String name, XmlOut out) {
    out.begin(name, value.extras());
    out.attr("type", value.type());
    out.attr("path", value.path());
    out.attr("mode", value.mode());
    out.end();
  }
}
