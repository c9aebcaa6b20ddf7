package io.kvmsdk.domain.redirection;

import io.kvmsdk.domain.chardev.source.CharProtocol;
import io.kvmsdk.domain.chardev.source.CharSource;
import io.kvmsdk.domain.device.Device;
import io.kvmsdk.domain.device.DeviceAddress;
import io.kvmsdk.error.InvalidDefinitionException;
import io.kvmsdk.internal.style.ValueStyle;
import io.kvmsdk.xml.Extras;
import io.kvmsdk.xml.Strictness;
import io.kvmsdk.xml.XmlIn;
import io.kvmsdk.xml.XmlMapping;
import io.kvmsdk.xml.XmlOut;
import java.util.List;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * A smartcard reader. Since libvirt 0.8.8.
 *
 * @see <a href="https://libvirt.org/formatdomain.html#smartcard-devices">libvirt: Smartcard
 *     devices</a>
 */
@Value.Immutable
@ValueStyle
public interface Smartcard extends Device, WithSmartcard {

  /** How it is read and written. */
  XmlMapping<Smartcard> XML = new SmartcardXml();

  /** The smartcard of the host. */
  static Smartcard host() {
    return builder().mode(SmartcardMode.HOST).build();
  }

  /** A card made of three certificates of the host's database, by their names. */
  static Smartcard certificates(String first, String second, String third) {
    return builder()
        .mode(SmartcardMode.HOST_CERTIFICATES)
        .addCertificates(first, second, third)
        .build();
  }

  /** A card that is reached over a character device of the host. */
  static Smartcard passthrough(CharSource source) {
    return builder().mode(SmartcardMode.PASSTHROUGH).source(source).build();
  }

  /** The card of the client of a SPICE console. */
  static Smartcard spice() {
    return passthrough(CharSource.spiceVmc());
  }

  /** An empty builder. */
  static Builder builder() {
    return new Builder();
  }

  /** A builder that starts with the values of this one. */
  default Builder toBuilder() {
    return builder().from(this);
  }

  /** What {@code <smartcard>} says, keeping what has no name here. */
  static Smartcard fromXml(String xml) {
    return fromXml(xml, Strictness.LENIENT);
  }

  /** What {@code <smartcard>} says. */
  static Smartcard fromXml(String xml, Strictness strictness) {
    return XML.parse(xml, strictness);
  }

  @Override
  default String toXml() {
    return XML.format(this);
  }

  /** Where the card is. */
  SmartcardMode mode();

  /** What the card is reached over, for {@link SmartcardMode#PASSTHROUGH}. */
  Optional<CharSource> source();

  /** How a TCP connection is spoken. Absent means {@link CharProtocol#RAW}. */
  Optional<CharProtocol> protocol();

  /** A file that gets a copy of what passes. Since libvirt 1.3.3. */
  Optional<String> logFile();

  /** Whether an existing log file is kept and written on. */
  Optional<Boolean> logAppend();

  /** What kind of port it would be, which the schema knows and nothing heeds. */
  Optional<String> targetType();

  /** Its number, which nothing heeds. */
  Optional<String> targetPort();

  /** Its device, which nothing heeds. */
  Optional<String> targetModel();

  /** The names of the three certificates, for {@link SmartcardMode#HOST_CERTIFICATES}. */
  List<String> certificates();

  /** The absolute path of their database. Absent means {@code /etc/pki/nssdb}. */
  Optional<String> database();

  /** The number by which a guest names the device. */
  Optional<Integer> acpiIndex();

  /**
   * Refuses what is always wrong.
   *
   * @throws InvalidDefinitionException if a card is made of less than three certificates, or
   *     nothing is said to reach it over
   */
  @Value.Check
  default void checkConsistent() {
    int count = certificates().size();
    if (mode().value().equals("host-certificates") && count < 3) {
      throw new InvalidDefinitionException(
          "smartcard/certificate", count + " of them", "three certificates");
    }
    if (mode().value().equals("passthrough") && source().isEmpty()) {
      throw new InvalidDefinitionException(
          "smartcard/@type", "absent", "what the card is reached over");
    }
  }

  /** What the document says beyond this. */
  @Override
  Extras extras();

  /** Makes values. */
  final class Builder extends ImmutableSmartcard.Builder {
    Builder() {
      extras(Extras.NONE);
    }
  }
}

final class SmartcardXml extends XmlMapping<Smartcard> {

  SmartcardXml() {
    super("smartcard");
  }

  @Override
  protected Smartcard read(XmlIn in) {
    Smartcard.Builder b = Smartcard.builder();
    b.mode(new SmartcardMode(in.required("mode")));
    if (in.attr("type")) b.source(in.read(CharSource.XML));
    if (in.child("protocol").attr("type")) b.protocol(new CharProtocol(in.value()));
    XmlIn log = in.child("log");
    if (log.attr("file")) b.logFile(in.value());
    if (log.onOff("append")) b.logAppend(in.flag());
    XmlIn target = in.child("target");
    if (target.attr("type")) b.targetType(in.value());
    if (target.attr("port")) b.targetPort(in.value());
    if (target.child("model").attr("name")) b.targetModel(in.value());
    for (String text : in.textsOf("certificate")) b.addCertificate(text);
    if (in.child("database").text()) b.database(in.value());
    if (in.child("acpi").intAttr("index")) b.acpiIndex(in.intValue());
    if (in.child("alias").attr("name")) b.alias(in.value());
    XmlIn address = in.child("address");
    if (address.present()) b.address(address.read(DeviceAddress.XML));
    return b.extras(in.extras()).build();
  }

  @Override
  protected void write(Smartcard value, String name, XmlOut out) {
    out.begin(name, value.extras());
    out.attr("mode", value.mode().toString());
    out.attr("type", value.source().map(CharSource::type));
    if (value.source().isPresent()) {
      out.write(CharSource.XML, value.source().get());
    }
    out.part("protocol", "type", value.protocol());
    out.beginPart("log");
    out.attr("file", value.logFile());
    out.onOff("append", value.logAppend());
    out.end();
    out.beginPart("target");
    out.attr("type", value.targetType());
    out.attr("port", value.targetPort());
    out.part("model", "name", value.targetModel());
    out.end();
    out.partTexts("certificate", value.certificates());
    out.partText("database", value.database());
    out.part("acpi", "index", value.acpiIndex());
    out.part("alias", "name", value.alias());
    out.write(DeviceAddress.XML, value.address());
    out.end();
  }
}
