package io.kvmsdk.domain.platform;

import io.kvmsdk.internal.style.ValueStyle;
import io.kvmsdk.xml.Extras;
import io.kvmsdk.xml.XmlIn;
import io.kvmsdk.xml.XmlMapping;
import io.kvmsdk.xml.XmlOut;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * A device of the host as the source of randomness.
 *
 * @see <a href="https://libvirt.org/formatdomain.html#random-number-generator-device">libvirt:
 *     Random number generator device</a>
 */
@Value.Immutable
@ValueStyle
public sealed interface RandomRngBackend extends RngBackend, WithRandomRngBackend
    permits ImmutableRandomRngBackend {

  /** How it is read and written. */
  XmlMapping<RandomRngBackend> XML = new RandomRngBackendXml();

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
    return "random";
  }

  /**
   * The absolute path; {@code /dev/urandom} is best. Absent means the hypervisor's choice, with
   * QEMU {@code /dev/random}. Others than {@code /dev/random} and {@code /dev/hwrng} since libvirt
   * 1.3.4.
   */
  Optional<String> path();

  /** What the document says beyond this. */
  @Override
  Extras extras();

  /** Makes values. */
  final class Builder extends ImmutableRandomRngBackend.Builder {
    Builder() {
      extras(Extras.NONE);
    }
  }
}

final class RandomRngBackendXml extends XmlMapping<RandomRngBackend> {

  RandomRngBackendXml() {
    super("backend");
  }

  @Override
  protected RandomRngBackend read(XmlIn in) {
    RandomRngBackend.Builder b = RandomRngBackend.builder();
    if (in.textIfAny()) b.path(in.value());
    return b.extras(in.extras()).build();
  }

  @Override
  protected void write(RandomRngBackend value, String name, XmlOut out) {
    out.begin(name, value.extras());
    out.attr("model", value.type());
    out.text(value.path());
    out.end();
  }
}
