package io.kvmsdk.domain.tpm;

import io.kvmsdk.xml.Extras;
import io.kvmsdk.xml.XmlIn;
import io.kvmsdk.xml.XmlMapping;
import io.kvmsdk.xml.XmlOut;

/**
 * Where a guest's TPM comes from.
 *
 * @see <a href="https://libvirt.org/formatdomain.html#tpm-device">libvirt: TPM device</a>
 */
public sealed interface TpmBackend
    permits EmulatorTpmBackend, ExternalTpmBackend, PassthroughTpmBackend, UnknownTpmBackend {

  /** How it is read and written. */
  XmlMapping<TpmBackend> XML = new TpmBackendXml();

  /** A TPM of the host, such as {@code /dev/tpm0}. */
  static TpmBackend passthrough(String device) {
    return PassthroughTpmBackend.builder().device(device).build();
  }

  /** A TPM of that version, which swtpm on the host emulates. Since libvirt 4.5.0. */
  static TpmBackend emulator(TpmVersion version) {
    return EmulatorTpmBackend.builder().version(version).build();
  }

  /** A TPM that somebody else emulates, behind that unix socket. Since libvirt 9.0.0. */
  static TpmBackend external(String socket) {
    return ExternalTpmBackend.of(socket);
  }

  /** What libvirt calls the kind, in the attribute {@code type}. */
  String type();

  /** What the document says beyond what has a name here. */
  Extras extras();
}

final class TpmBackendXml extends XmlMapping<TpmBackend> {

  TpmBackendXml() {
    super("backend");
  }

  @Override
  protected TpmBackend read(XmlIn in) {
    String type = in.required("type");
    return switch (type) {
      case "passthrough" -> in.read(PassthroughTpmBackend.XML);
      case "emulator" -> in.read(EmulatorTpmBackend.XML);
      case "external" -> in.read(ExternalTpmBackend.XML);
      default -> UnknownTpmBackend.builder().type(type).extras(in.extras()).build();
    };
  }

  @Override
  protected void write(TpmBackend value, String name, XmlOut out) {
    if (value instanceof PassthroughTpmBackend passthroughTpmBackend) {
      out.write(name, PassthroughTpmBackend.XML, passthroughTpmBackend);
    } else if (value instanceof EmulatorTpmBackend emulatorTpmBackend) {
      out.write(name, EmulatorTpmBackend.XML, emulatorTpmBackend);
    } else if (value instanceof ExternalTpmBackend externalTpmBackend) {
      out.write(name, ExternalTpmBackend.XML, externalTpmBackend);
    } else {
      out.begin(name, value.extras());
      out.attr("type", value.type());
      out.end();
    }
  }
}
