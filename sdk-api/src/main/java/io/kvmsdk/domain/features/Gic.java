package io.kvmsdk.domain.features;

import io.kvmsdk.internal.style.ValueStyle;
import io.kvmsdk.xml.Extras;
import io.kvmsdk.xml.XmlIn;
import io.kvmsdk.xml.XmlMapping;
import io.kvmsdk.xml.XmlOut;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * The interrupt controller of Arm. Since libvirt 1.2.16.
 *
 * @see <a href="https://libvirt.org/formatdomain.html#hypervisor-features">libvirt: Hypervisor
 *     features</a>
 */
@Value.Immutable
@ValueStyle
public interface Gic extends WithGic {

  /** How it is read and written. */
  XmlMapping<Gic> XML = new GicXml();

  /** That version. */
  static Gic of(GicVersion version) {
    return builder().version(version).build();
  }

  /** An empty builder. */
  static Builder builder() {
    return new Builder();
  }

  /** A builder that starts with the values of this one. */
  default Builder toBuilder() {
    return builder().from(this);
  }

  /** The version. Absent means that the hypervisor chooses. */
  Optional<GicVersion> version();

  /** What the document says beyond this. */
  Extras extras();

  /** Makes values. */
  final class Builder extends ImmutableGic.Builder {
    Builder() {
      extras(Extras.NONE);
    }
  }
}

final class GicXml extends XmlMapping<Gic> {

  GicXml() {
    super("gic");
  }

  @Override
  protected Gic read(XmlIn in) {
    Gic.Builder b = Gic.builder();
    if (in.attr("version")) b.version(new GicVersion(in.value()));
    return b.extras(in.extras()).build();
  }

  @Override
  protected void write(Gic value, String name, XmlOut out) {
    out.begin(name, value.extras());
    out.attr("version", value.version());
    out.end();
  }
}
