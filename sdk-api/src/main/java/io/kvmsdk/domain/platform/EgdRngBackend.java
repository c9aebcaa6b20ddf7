package io.kvmsdk.domain.platform;

import io.kvmsdk.domain.chardev.source.CharProtocol;
import io.kvmsdk.domain.chardev.source.CharSource;
import io.kvmsdk.internal.style.ValueStyle;
import io.kvmsdk.xml.Extras;
import io.kvmsdk.xml.XmlIn;
import io.kvmsdk.xml.XmlMapping;
import io.kvmsdk.xml.XmlOut;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * A daemon that gathers entropy as the source of randomness, spoken to in the EGD protocol.
 *
 * @see <a href="https://libvirt.org/formatdomain.html#random-number-generator-device">libvirt:
 *     Random number generator device</a>
 */
@Value.Immutable
@ValueStyle
public sealed interface EgdRngBackend extends RngBackend, WithEgdRngBackend
    permits ImmutableEgdRngBackend {

  /** How it is read and written. */
  XmlMapping<EgdRngBackend> XML = new EgdRngBackendXml();

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
    return "egd";
  }

  /** How the daemon is reached. */
  CharSource source();

  /** How a TCP connection is spoken. Absent means raw. */
  Optional<CharProtocol> protocol();

  /** A file that gets a copy of what is sent to the daemon. Since libvirt 1.3.3. */
  Optional<String> logFile();

  /**
   * Whether an existing log file is kept and written on. Absent means that it is emptied. Since
   * libvirt 1.3.3.
   */
  Optional<Boolean> logAppend();

  /** What the document says beyond this. */
  @Override
  Extras extras();

  /** Makes values. */
  final class Builder extends ImmutableEgdRngBackend.Builder {
    Builder() {
      extras(Extras.NONE);
    }
  }
}

final class EgdRngBackendXml extends XmlMapping<EgdRngBackend> {

  EgdRngBackendXml() {
    super("backend");
  }

  @Override
  protected EgdRngBackend read(XmlIn in) {
    EgdRngBackend.Builder b = EgdRngBackend.builder();
    b.source(in.read(CharSource.XML));
    if (in.child("protocol").attr("type")) b.protocol(new CharProtocol(in.value()));
    XmlIn log = in.child("log");
    if (log.attr("file")) b.logFile(in.value());
    if (log.onOff("append")) b.logAppend(in.flag());
    return b.extras(in.extras()).build();
  }

  @Override
  protected void write(EgdRngBackend value, String name, XmlOut out) {
    out.begin(name, value.extras());
    out.attr("type", value.source().type());
    out.attr("model", value.type());
    out.write(CharSource.XML, value.source());
    out.part("protocol", "type", value.protocol());
    out.beginPart("log");
    out.attr("file", value.logFile());
    out.onOff("append", value.logAppend());
    out.end();
    out.end();
  }
}
