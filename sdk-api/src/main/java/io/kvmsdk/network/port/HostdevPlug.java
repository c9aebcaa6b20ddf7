package io.kvmsdk.network.port;

import io.kvmsdk.domain.device.HostDriverName;
import io.kvmsdk.domain.device.HostPciAddress;
import io.kvmsdk.internal.style.ValueStyle;
import io.kvmsdk.xml.Extras;
import io.kvmsdk.xml.XmlIn;
import io.kvmsdk.xml.XmlMapping;
import io.kvmsdk.xml.XmlOut;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * A PCI device of the host, which the guest gets itself.
 *
 * @see <a href="https://libvirt.org/formatnetworkport.html#host-pci">libvirt: Host PCI</a>
 */
@Value.Immutable
@ValueStyle
public sealed interface HostdevPlug extends PortPlug, WithHostdevPlug permits ImmutableHostdevPlug {

  /** How it is read and written. */
  XmlMapping<HostdevPlug> XML = new HostdevPlugXml();

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
    return "hostdev-pci";
  }

  /** Whether libvirt takes it from the host's driver and gives it back. Absent means no. */
  Optional<Boolean> managed();

  /** What gives it to the guest. */
  Optional<HostDriverName> driver();

  /** The driver of the host's kernel that has it meanwhile. Since libvirt 10.0.0. */
  Optional<String> driverModel();

  /** Its place on the host. */
  HostPciAddress address();

  /** What the document says beyond this. */
  @Override
  Extras extras();

  /** Makes values. */
  final class Builder extends ImmutableHostdevPlug.Builder {
    Builder() {
      extras(Extras.NONE);
    }
  }
}

final class HostdevPlugXml extends XmlMapping<HostdevPlug> {

  HostdevPlugXml() {
    super("plug");
  }

  @Override
  protected HostdevPlug read(XmlIn in) {
    HostdevPlug.Builder b = HostdevPlug.builder();
    if (in.yesNo("managed")) b.managed(in.flag());
    XmlIn driver = in.child("driver");
    if (driver.attr("name")) b.driver(new HostDriverName(in.value()));
    if (driver.attr("model")) b.driverModel(in.value());
    XmlIn address = in.child("address");
    if (!address.present()) throw in.missing("address");
    b.address(address.read(HostPciAddress.XML));
    return b.extras(in.extras()).build();
  }

  @Override
  protected void write(HostdevPlug value, String name, XmlOut out) {
    out.begin(name, value.extras());
    out.attr("type", value.type());
    out.yesNo("managed", value.managed());
    out.beginPart("driver");
    out.attr("name", value.driver());
    out.attr("model", value.driverModel());
    out.end();
    out.write("address", HostPciAddress.XML, value.address());
    out.end();
  }
}
