package io.kvmsdk.domain.tpm;

import io.kvmsdk.internal.style.ValueStyle;
import io.kvmsdk.xml.Extras;
import io.kvmsdk.xml.XmlIn;
import io.kvmsdk.xml.XmlMapping;
import io.kvmsdk.xml.XmlOut;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * What an emulated TPM 2.0 can do: algorithms, commands and sizes. Since libvirt 10.10.0.
 *
 * @see <a href="https://libvirt.org/formatdomain.html#tpm-device">libvirt: TPM device</a>
 */
@Value.Immutable
@ValueStyle
public interface TpmProfile extends WithTpmProfile {

  /** How it is read and written. */
  XmlMapping<TpmProfile> XML = new TpmProfileXml();

  /**
   * The profile of that name.
   *
   * @param source {@code local:} or {@code distro:} and the name of a file, or the name of one that
   *     is built in, such as {@code default-v1} or {@code null}
   */
  static TpmProfile of(String source) {
    return builder().source(source).build();
  }

  /** An empty builder. */
  static Builder builder() {
    return new Builder();
  }

  /** A builder that starts with the values of this one. */
  default Builder toBuilder() {
    return builder().from(this);
  }

  /**
   * What it is made of: a file of the host ({@code local:restricted}, {@code distro:...}) or a
   * built-in one ({@code custom}, {@code null}).
   */
  Optional<String> source();

  /** What is removed from a custom profile because the host has it disabled. */
  Optional<TpmRemoveDisabled> removeDisabled();

  /** Its own name, such as {@code custom:restricted}; libvirt notes it when the state is made. */
  Optional<String> name();

  /** What the document says beyond this. */
  Extras extras();

  /** Makes values. */
  final class Builder extends ImmutableTpmProfile.Builder {
    Builder() {
      extras(Extras.NONE);
    }
  }
}

final class TpmProfileXml extends XmlMapping<TpmProfile> {

  TpmProfileXml() {
    super("profile");
  }

  @Override
  protected TpmProfile read(XmlIn in) {
    TpmProfile.Builder b = TpmProfile.builder();
    if (in.attr("source")) b.source(in.value());
    if (in.attr("removeDisabled")) b.removeDisabled(new TpmRemoveDisabled(in.value()));
    if (in.attr("name")) b.name(in.value());
    return b.extras(in.extras()).build();
  }

  @Override
  protected void write(TpmProfile value, String name, XmlOut out) {
    out.begin(name, value.extras());
    out.attr("source", value.source());
    out.attr("removeDisabled", value.removeDisabled());
    out.attr("name", value.name());
    out.end();
  }
}
