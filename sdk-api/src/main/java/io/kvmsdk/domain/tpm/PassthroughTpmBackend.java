package io.kvmsdk.domain.tpm;

import io.kvmsdk.internal.style.ValueStyle;
import io.kvmsdk.xml.Extras;
import io.kvmsdk.xml.XmlIn;
import io.kvmsdk.xml.XmlMapping;
import io.kvmsdk.xml.XmlOut;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * The TPM of the host, which nobody else may use then. Since libvirt 1.0.5.
 *
 * @see <a href="https://libvirt.org/formatdomain.html#tpm-device">libvirt: TPM device</a>
 */
@Value.Immutable
@ValueStyle
public sealed interface PassthroughTpmBackend extends TpmBackend, WithPassthroughTpmBackend
    permits ImmutablePassthroughTpmBackend {

  /** How it is read and written. */
  XmlMapping<PassthroughTpmBackend> XML = new PassthroughTpmBackendXml();

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
    return "passthrough";
  }

  /** Its version; libvirt takes it for an emulated one only. */
  Optional<TpmVersion> version();

  /**
   * The absolute path. Absent means {@code /dev/tpm0}. For {@link TpmModel#SPAPR_PROXY} a resource
   * manager such as {@code /dev/tpmrm0}.
   */
  Optional<String> device();

  /** What the document says beyond this. */
  @Override
  Extras extras();

  /** Makes values. */
  final class Builder extends ImmutablePassthroughTpmBackend.Builder {
    Builder() {
      extras(Extras.NONE);
    }
  }
}

final class PassthroughTpmBackendXml extends XmlMapping<PassthroughTpmBackend> {

  PassthroughTpmBackendXml() {
    super("backend");
  }

  @Override
  protected PassthroughTpmBackend read(XmlIn in) {
    PassthroughTpmBackend.Builder b = PassthroughTpmBackend.builder();
    if (in.attr("version")) b.version(new TpmVersion(in.value()));
    if (in.child("device").attr("path")) b.device(in.value());
    return b.extras(in.extras()).build();
  }

  @Override
  protected void write(PassthroughTpmBackend value, String name, XmlOut out) {
    out.begin(name, value.extras());
    out.attr("type", value.type());
    out.attr("version", value.version());
    out.part("device", "path", value.device());
    out.end();
  }
}
