package io.kvmsdk.domain.platform;

import io.kvmsdk.internal.style.ValueStyle;
import io.kvmsdk.xml.Extras;
import io.kvmsdk.xml.XmlIn;
import io.kvmsdk.xml.XmlMapping;
import io.kvmsdk.xml.XmlOut;
import org.immutables.value.Value;

/**
 * QEMU's own generator as the source of randomness, which asks the host's kernel. Since libvirt
 * 6.1.0 and QEMU 4.2.
 *
 * @see <a href="https://libvirt.org/formatdomain.html#random-number-generator-device">libvirt:
 *     Random number generator device</a>
 */
@Value.Immutable
@ValueStyle
public sealed interface BuiltinRngBackend extends RngBackend, WithBuiltinRngBackend
    permits ImmutableBuiltinRngBackend {

  /** How it is read and written. */
  XmlMapping<BuiltinRngBackend> XML = new BuiltinRngBackendXml();

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
    return "builtin";
  }

  /** What the document says beyond this. */
  @Override
  Extras extras();

  /** Makes values. */
  final class Builder extends ImmutableBuiltinRngBackend.Builder {
    Builder() {
      extras(Extras.NONE);
    }
  }
}

final class BuiltinRngBackendXml extends XmlMapping<BuiltinRngBackend> {

  BuiltinRngBackendXml() {
    super("backend");
  }

  @Override
  protected BuiltinRngBackend read(XmlIn in) {
    BuiltinRngBackend.Builder b = BuiltinRngBackend.builder();
    return b.extras(in.extras()).build();
  }

  @Override
  protected void write(BuiltinRngBackend value, String name, XmlOut out) {
    out.begin(name, value.extras());
    out.attr("model", value.type());
    out.end();
  }
}
