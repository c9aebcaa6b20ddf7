package io.kvmsdk.network.forward;

import io.kvmsdk.domain.device.HostDriverName;
import io.kvmsdk.internal.style.ValueStyle;
import io.kvmsdk.xml.Extras;
import io.kvmsdk.xml.XmlIn;
import io.kvmsdk.xml.XmlMapping;
import io.kvmsdk.xml.XmlOut;
import java.util.List;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * How a network is connected to the host's networks. A network without this is isolated.
 *
 * @see <a href="https://libvirt.org/formatnetwork.html#connectivity">libvirt: Connectivity</a>
 */
@Value.Immutable
@ValueStyle
public interface NetworkForward extends WithNetworkForward {

  /** How it is read and written. */
  XmlMapping<NetworkForward> XML = new NetworkForwardXml();

  /** In this way, with nothing more said. */
  static NetworkForward of(ForwardMode mode) {
    return builder().mode(mode).build();
  }

  /** An empty builder. */
  static Builder builder() {
    return new Builder();
  }

  /** A builder that starts with the values of this one. */
  default Builder toBuilder() {
    return builder().from(this);
  }

  /** In which way. Absent means NAT. */
  Optional<ForwardMode> mode();

  /** The only device of the host that packets may leave by; with NAT and routing. */
  Optional<String> device();

  /**
   * Whether libvirt takes the PCI devices from the host's driver and gives them back. Absent means
   * no.
   */
  Optional<Boolean> managed();

  /** The pool of devices of the host, for macvtap. Since libvirt 0.9.4. */
  List<ForwardInterface> interfaces();

  /** The pool of PCI devices of the host. Since libvirt 0.10.0. */
  List<ForwardAddress> addresses();

  /** The device of the host whose virtual functions are the pool. Since libvirt 0.9.10. */
  Optional<String> physicalFunction();

  /** What gives the PCI devices to guests. Since libvirt 0.10.0. */
  Optional<HostDriverName> driver();

  /**
   * The driver of the host's kernel that has the devices meanwhile. Absent means the one made for
   * the device, else {@code vfio-pci}. Since libvirt 10.0.0.
   */
  Optional<String> driverModel();

  /** What stands in place of the guests' addresses. */
  Optional<Nat> nat();

  /** What the document says beyond this. */
  Extras extras();

  /** Makes values. */
  final class Builder extends ImmutableNetworkForward.Builder {
    Builder() {
      extras(Extras.NONE);
    }
  }
}

final class NetworkForwardXml extends XmlMapping<NetworkForward> {

  NetworkForwardXml() {
    super("forward");
  }

  @Override
  protected NetworkForward read(XmlIn in) {
    NetworkForward.Builder b = NetworkForward.builder();
    if (in.attr("mode")) b.mode(new ForwardMode(in.value()));
    if (in.attr("dev")) b.device(in.value());
    if (in.yesNo("managed")) b.managed(in.flag());
    for (XmlIn interfacePart : in.children("interface"))
      b.addInterface(interfacePart.read(ForwardInterface.XML));
    for (XmlIn address : in.children("address")) b.addAddress(address.read(ForwardAddress.XML));
    if (in.child("pf").attr("dev")) b.physicalFunction(in.value());
    XmlIn driver = in.child("driver");
    if (driver.attr("name")) b.driver(new HostDriverName(in.value()));
    if (driver.attr("model")) b.driverModel(in.value());
    XmlIn nat = in.child("nat");
    if (nat.present()) b.nat(nat.read(Nat.XML));
    return b.extras(in.extras()).build();
  }

  @Override
  protected void write(NetworkForward value, String name, XmlOut out) {
    out.begin(name, value.extras());
    out.attr("mode", value.mode());
    out.attr("dev", value.device());
    out.yesNo("managed", value.managed());
    out.writeAll("interface", ForwardInterface.XML, value.interfaces());
    out.writeAll("address", ForwardAddress.XML, value.addresses());
    out.part("pf", "dev", value.physicalFunction());
    out.beginPart("driver");
    out.attr("name", value.driver());
    out.attr("model", value.driverModel());
    out.end();
    out.write("nat", Nat.XML, value.nat());
    out.end();
  }
}
