package io.kvmsdk.domain.tpm;

import io.kvmsdk.domain.device.Device;
import io.kvmsdk.domain.device.DeviceAddress;
import io.kvmsdk.internal.style.ValueStyle;
import io.kvmsdk.xml.Extras;
import io.kvmsdk.xml.Strictness;
import io.kvmsdk.xml.XmlIn;
import io.kvmsdk.xml.XmlMapping;
import io.kvmsdk.xml.XmlOut;
import org.immutables.value.Value;

/**
 * A trusted platform module.
 *
 * @see <a href="https://libvirt.org/formatdomain.html#tpm-device">libvirt: TPM device</a>
 */
@Value.Immutable
@ValueStyle
public interface Tpm extends Device, WithTpm {

  /** How it is read and written. */
  XmlMapping<Tpm> XML = new TpmXml();

  /** An empty builder. */
  static Builder builder() {
    return new Builder();
  }

  /** A builder that starts with the values of this one. */
  default Builder toBuilder() {
    return builder().from(this);
  }

  /** What {@code <tpm>} says, keeping what has no name here. */
  static Tpm fromXml(String xml) {
    return fromXml(xml, Strictness.LENIENT);
  }

  /** What {@code <tpm>} says. */
  static Tpm fromXml(String xml, Strictness strictness) {
    return XML.parse(xml, strictness);
  }

  @Override
  default String toXml() {
    return XML.format(this);
  }

  /** What the document says beyond this. */
  @Override
  Extras extras();

  /** Makes values. */
  final class Builder extends ImmutableTpm.Builder {
    Builder() {
      extras(Extras.NONE);
    }
  }
}

final class TpmXml extends XmlMapping<Tpm> {

  TpmXml() {
    super("tpm");
  }

  @Override
  protected Tpm read(XmlIn in) {
    Tpm.Builder b = Tpm.builder();
    if (in.child("alias").attr("name")) b.alias(in.value());
    XmlIn address = in.child("address");
    if (address.present()) b.address(address.read(DeviceAddress.XML));
    return b.extras(in.extras()).build();
  }

  @Override
  protected void write(Tpm value, String name, XmlOut out) {
    out.begin(name, value.extras());
    out.part("alias", "name", value.alias());
    out.write(DeviceAddress.XML, value.address());
    out.end();
  }
}
