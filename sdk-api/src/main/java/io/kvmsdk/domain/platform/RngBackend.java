package io.kvmsdk.domain.platform;

import io.kvmsdk.domain.chardev.source.CharSource;
import io.kvmsdk.xml.Extras;
import io.kvmsdk.xml.XmlIn;
import io.kvmsdk.xml.XmlMapping;
import io.kvmsdk.xml.XmlOut;
import java.util.Optional;

/**
 * Where the host takes a guest's randomness from.
 *
 * @see <a href="https://libvirt.org/formatdomain.html#random-number-generator-device">libvirt:
 *     Random number generator device</a>
 */
public sealed interface RngBackend
    permits BuiltinRngBackend, EgdRngBackend, RandomRngBackend, UnknownRngBackend {

  /** How it is read and written. */
  XmlMapping<RngBackend> XML = new RngBackendXml();

  /** A device of the host, such as {@code /dev/urandom}. */
  static RngBackend device(String path) {
    return RandomRngBackend.builder().path(path).build();
  }

  /** The hypervisor itself. Since libvirt 6.1.0 and QEMU 4.2. */
  static RngBackend builtin() {
    return BuiltinRngBackend.builder().build();
  }

  /** A daemon that gathers entropy, behind such a source. */
  static RngBackend egd(CharSource source) {
    return EgdRngBackend.builder().source(source).build();
  }

  /** What libvirt calls the kind, in the attribute {@code model}. */
  String type();

  /** What kind of source it is. */
  default RngBackendModel model() {
    return new RngBackendModel(type());
  }

  /** The device for {@link RngBackendModel#RANDOM}, such as {@code /dev/urandom}. */
  default Optional<String> device() {
    return this instanceof RandomRngBackend random ? random.path() : Optional.empty();
  }

  /** What the document says beyond what has a name here. */
  Extras extras();
}

final class RngBackendXml extends XmlMapping<RngBackend> {

  RngBackendXml() {
    super("backend");
  }

  @Override
  protected RngBackend read(XmlIn in) {
    String type = in.required("model");
    return switch (type) {
      case "random" -> in.read(RandomRngBackend.XML);
      case "egd" -> in.read(EgdRngBackend.XML);
      case "builtin" -> in.read(BuiltinRngBackend.XML);
      default -> UnknownRngBackend.builder().type(type).extras(in.extras()).build();
    };
  }

  @Override
  protected void write(RngBackend value, String name, XmlOut out) {
    if (value instanceof RandomRngBackend randomRngBackend) {
      out.write(name, RandomRngBackend.XML, randomRngBackend);
    } else if (value instanceof EgdRngBackend egdRngBackend) {
      out.write(name, EgdRngBackend.XML, egdRngBackend);
    } else if (value instanceof BuiltinRngBackend builtinRngBackend) {
      out.write(name, BuiltinRngBackend.XML, builtinRngBackend);
    } else {
      out.begin(name, value.extras());
      out.attr("model", value.type());
      out.end();
    }
  }
}
