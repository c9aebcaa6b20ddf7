package io.kvmsdk.domain.network;

import io.kvmsdk.domain.device.Device;
import io.kvmsdk.domain.device.DeviceAddress;
import io.kvmsdk.domain.network.source.InterfaceSource;
import io.kvmsdk.error.InvalidDefinitionException;
import io.kvmsdk.internal.style.ValueStyle;
import io.kvmsdk.units.MacAddress;
import io.kvmsdk.xml.Extras;
import io.kvmsdk.xml.Strictness;
import io.kvmsdk.xml.XmlIn;
import io.kvmsdk.xml.XmlMapping;
import io.kvmsdk.xml.XmlOut;
import java.util.Optional;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * A network interface of a domain.
 *
 * @see <a href="https://libvirt.org/formatdomain.html#network-interfaces">libvirt: Network
 *     interfaces</a>
 */
@Value.Immutable
@ValueStyle
public interface NetworkInterface extends Device, WithNetworkInterface {

  /** How it is read and written. */
  XmlMapping<NetworkInterface> XML = new NetworkInterfaceXml();

  /** A virtio interface, the usual choice; it still needs what it is connected to. */
  static Builder virtio() {
    return builder().model(InterfaceModel.VIRTIO);
  }

  /** An empty builder. */
  static Builder builder() {
    return new Builder();
  }

  /** A builder that starts with the values of this one. */
  default Builder toBuilder() {
    return builder().from(this);
  }

  /** What {@code <interface>} says, keeping what has no name here. */
  static NetworkInterface fromXml(String xml) {
    return fromXml(xml, Strictness.LENIENT);
  }

  /** What {@code <interface>} says. */
  static NetworkInterface fromXml(String xml, Strictness strictness) {
    return XML.parse(xml, strictness);
  }

  @Override
  default String toXml() {
    return XML.format(this);
  }

  /** What it is connected to. */
  InterfaceSource source();

  /** Its Ethernet address; libvirt makes one up, beginning with 52:54:00, if it is absent. */
  Optional<MacAddress> mac();

  /** The card that the guest sees; the hypervisor chooses if it is absent. */
  Optional<InterfaceModel> model();

  /** How its packets are moved. */
  Optional<InterfaceDriver> driver();

  /**
   * The name of the device on the host, such as {@code tap-web-1}. libvirt gives one that begins
   * with {@code vnet} if it is absent; it takes away a name that begins so.
   */
  Optional<String> targetDevice();

  /** Whether its cable is plugged in. Since libvirt 0.9.5. */
  Optional<LinkState> linkState();

  /** The largest packet, in bytes, that the guest is told. Since libvirt 3.1.0. */
  Optional<Integer> mtu();

  /** Its place, from 1, in the order in which the firmware tries devices. Since libvirt 0.8.8. */
  Optional<Integer> bootOrder();

  /**
   * Refuses what is always wrong; building and changing an interface does it.
   *
   * @throws InvalidDefinitionException if the address is one for groups
   */
  @Value.Check
  default void checkConsistent() {
    if (mac().isPresent() && (Character.digit(mac().get().value().charAt(1), 16) & 1) == 1) {
      throw new InvalidDefinitionException(
          "interface/mac/@address", mac().get().value(), "an address of one card, not of a group");
    }
  }

  /** What the document says beyond this. */
  @Override
  Extras extras();

  /** Makes values. */
  final class Builder extends ImmutableNetworkInterface.Builder {

    private @Nullable Integer queues;

    Builder() {
      extras(Extras.NONE);
    }

    /** Connects it to a virtual network of libvirt, such as {@code default}. */
    public Builder network(String name) {
      return source(InterfaceSource.network(name));
    }

    /** Connects it to a bridge of the host, such as {@code br0}. */
    public Builder bridge(String name) {
      return source(InterfaceSource.bridge(name));
    }

    /** Connects it to the host's own network by address translation in user space. */
    public Builder user() {
      return source(InterfaceSource.user());
    }

    /** Gives it so many pairs of queues, in the driver. */
    public Builder queues(int pairs) {
      queues = pairs;
      return this;
    }

    @Override
    public NetworkInterface build() {
      NetworkInterface made = super.build();
      if (queues == null) {
        return made;
      }
      return made.withDriver(made.driver().orElse(InterfaceDriver.DEFAULT).withQueues(queues));
    }
  }
}

final class NetworkInterfaceXml extends XmlMapping<NetworkInterface> {

  NetworkInterfaceXml() {
    super("interface");
  }

  @Override
  protected NetworkInterface read(XmlIn in) {
    NetworkInterface.Builder b = NetworkInterface.builder();
    b.source(in.read(InterfaceSource.XML));
    if (in.child("mac").attr("address")) b.mac(in.mac());
    if (in.child("model").attr("type")) b.model(new InterfaceModel(in.value()));
    XmlIn driver = in.child("driver");
    if (driver.present()) b.driver(driver.read(InterfaceDriver.XML));
    if (in.child("target").attr("dev")) b.targetDevice(in.value());
    if (in.child("link").attr("state")) b.linkState(new LinkState(in.value()));
    if (in.child("mtu").intAttr("size")) b.mtu(in.intValue());
    if (in.child("boot").intAttr("order")) b.bootOrder(in.intValue());
    if (in.child("alias").attr("name")) b.alias(in.value());
    XmlIn address = in.child("address");
    if (address.present()) b.address(address.read(DeviceAddress.XML));
    return b.extras(in.extras()).build();
  }

  @Override
  protected void write(NetworkInterface value, String name, XmlOut out) {
    out.begin(name, value.extras());
    out.attr("type", value.source().type());
    out.part("mac", "address", value.mac());
    out.write(InterfaceSource.XML, value.source());
    out.part("target", "dev", value.targetDevice());
    out.part("model", "type", value.model());
    out.write(InterfaceDriver.XML, value.driver());
    out.part("link", "state", value.linkState());
    out.part("mtu", "size", value.mtu());
    out.part("boot", "order", value.bootOrder());
    out.part("alias", "name", value.alias());
    out.write(DeviceAddress.XML, value.address());
    out.end();
  }
}
