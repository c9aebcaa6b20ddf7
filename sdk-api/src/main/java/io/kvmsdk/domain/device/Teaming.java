package io.kvmsdk.domain.device;

import io.kvmsdk.internal.style.ValueStyle;
import io.kvmsdk.xml.Extras;
import io.kvmsdk.xml.XmlIn;
import io.kvmsdk.xml.XmlMapping;
import io.kvmsdk.xml.XmlOut;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * A pair of network devices, one of virtio and one of the host, that the guest takes for one. Since
 * libvirt 7.1.0.
 *
 * @see <a href="https://libvirt.org/formatdomain.html#network-interfaces">libvirt: Network
 *     interfaces</a>
 */
@Value.Immutable
@ValueStyle
public interface Teaming extends WithTeaming {

  /** How it is read and written. */
  XmlMapping<Teaming> XML = new TeamingXml();

  /** An empty builder. */
  static Builder builder() {
    return new Builder();
  }

  /** A builder that starts with the values of this one. */
  default Builder toBuilder() {
    return builder().from(this);
  }

  /** Which of the two this is. */
  TeamingType type();

  /** The alias of the persistent interface, for the transient one. */
  Optional<String> persistent();

  /** What the document says beyond this. */
  Extras extras();

  /** Makes values. */
  final class Builder extends ImmutableTeaming.Builder {
    Builder() {
      extras(Extras.NONE);
    }
  }
}

final class TeamingXml extends XmlMapping<Teaming> {

  TeamingXml() {
    super("teaming");
  }

  @Override
  protected Teaming read(XmlIn in) {
    Teaming.Builder b = Teaming.builder();
    b.type(new TeamingType(in.required("type")));
    if (in.attr("persistent")) b.persistent(in.value());
    return b.extras(in.extras()).build();
  }

  @Override
  protected void write(Teaming value, String name, XmlOut out) {
    out.begin(name, value.extras());
    out.attr("type", value.type().toString());
    out.attr("persistent", value.persistent());
    out.end();
  }
}
