package io.kvmsdk.domain.tpm;

import io.kvmsdk.domain.device.Device;
import io.kvmsdk.domain.device.DeviceAddress;
import io.kvmsdk.internal.style.ValueStyle;
import io.kvmsdk.xml.Extras;
import io.kvmsdk.xml.Strictness;
import io.kvmsdk.xml.XmlIn;
import io.kvmsdk.xml.XmlMapping;
import io.kvmsdk.xml.XmlOut;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * A TPM, which keeps keys and measures the boot. Since libvirt 1.0.5.
 *
 * @see <a href="https://libvirt.org/formatdomain.html#tpm-device">libvirt: TPM device</a>
 */
@Value.Immutable
@ValueStyle
public interface Tpm extends Device, WithTpm {

  /** How it is read and written. */
  XmlMapping<Tpm> XML = new TpmXml();

  /** A TPM 2.0 of its own, which swtpm on the host emulates. Since libvirt 4.5.0. */
  static Tpm emulated() {
    return of(EmulatorTpmBackend.builder().version(TpmVersion.V2_0).build());
  }

  /** The TPM of the host, which nobody else may use then. */
  static Tpm passthrough(String device) {
    return of(TpmBackend.passthrough(device));
  }

  /** One of such a backend. */
  static Tpm of(TpmBackend backend) {
    return builder().backend(backend).build();
  }

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

  /** What the guest sees. Absent means what the machine usually has. */
  Optional<TpmModel> model();

  /** Where it comes from. */
  TpmBackend backend();

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
    if (in.attr("model")) b.model(new TpmModel(in.value()));
    XmlIn backend = in.child("backend");
    if (!backend.present()) throw in.missing("backend");
    b.backend(backend.read(TpmBackend.XML));
    if (in.child("alias").attr("name")) b.alias(in.value());
    XmlIn address = in.child("address");
    if (address.present()) b.address(address.read(DeviceAddress.XML));
    return b.extras(in.extras()).build();
  }

  @Override
  protected void write(Tpm value, String name, XmlOut out) {
    out.begin(name, value.extras());
    out.attr("model", value.model());
    out.write("backend", TpmBackend.XML, value.backend());
    out.part("alias", "name", value.alias());
    out.write(DeviceAddress.XML, value.address());
    out.end();
  }
}
