package io.kvmsdk.domain.tpm;

import io.kvmsdk.internal.style.ValueStyle;
import io.kvmsdk.xml.Extras;
import io.kvmsdk.xml.XmlIn;
import io.kvmsdk.xml.XmlMapping;
import io.kvmsdk.xml.XmlOut;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * A TPM that somebody else emulates. Since libvirt 9.0.0.
 *
 * @see <a href="https://libvirt.org/formatdomain.html#tpm-device">libvirt: TPM device</a>
 */
@Value.Immutable
@ValueStyle
public sealed interface ExternalTpmBackend extends TpmBackend, WithExternalTpmBackend
    permits ImmutableExternalTpmBackend {

  /** How it is read and written. */
  XmlMapping<ExternalTpmBackend> XML = new ExternalTpmBackendXml();

  /** One behind that unix socket. */
  static ExternalTpmBackend of(String path) {
    return builder().socket(TpmSocket.at(path)).build();
  }

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
    return "external";
  }

  /** Its version; libvirt takes it for an emulated one only. */
  Optional<TpmVersion> version();

  /** The socket behind which it is. */
  Optional<TpmSocket> socket();

  /** What the document says beyond this. */
  @Override
  Extras extras();

  /** Makes values. */
  final class Builder extends ImmutableExternalTpmBackend.Builder {
    Builder() {
      extras(Extras.NONE);
    }
  }
}

final class ExternalTpmBackendXml extends XmlMapping<ExternalTpmBackend> {

  ExternalTpmBackendXml() {
    super("backend");
  }

  @Override
  protected ExternalTpmBackend read(XmlIn in) {
    ExternalTpmBackend.Builder b = ExternalTpmBackend.builder();
    if (in.attr("version")) b.version(new TpmVersion(in.value()));
    XmlIn source = in.child("source");
    if (source.present()) b.socket(source.read(TpmSocket.XML));
    return b.extras(in.extras()).build();
  }

  @Override
  protected void write(ExternalTpmBackend value, String name, XmlOut out) {
    out.begin(name, value.extras());
    out.attr("type", value.type());
    out.attr("version", value.version());
    out.write("source", TpmSocket.XML, value.socket());
    out.end();
  }
}
