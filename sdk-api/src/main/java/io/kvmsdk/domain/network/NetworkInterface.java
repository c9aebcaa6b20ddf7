package io.kvmsdk.domain.network;

import io.kvmsdk.domain.device.Device;
import io.kvmsdk.domain.device.Rom;
import io.kvmsdk.domain.device.Teaming;
import io.kvmsdk.domain.network.source.InterfaceSource;
import io.kvmsdk.error.InvalidDefinitionException;
import io.kvmsdk.internal.style.ValueStyle;
import io.kvmsdk.network.Bandwidth;
import io.kvmsdk.network.DirectMode;
import io.kvmsdk.network.InterfaceIp;
import io.kvmsdk.network.Route;
import io.kvmsdk.network.VirtualPort;
import io.kvmsdk.network.Vlan;
import io.kvmsdk.network.filter.FilterReference;
import io.kvmsdk.units.ByteSize;
import io.kvmsdk.units.MacAddress;
import io.kvmsdk.units.PciAddress;
import io.kvmsdk.xml.Extras;
import io.kvmsdk.xml.Strictness;
import io.kvmsdk.xml.XmlMapping;
import java.util.List;
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

  /** An Intel card that most systems know; it still needs what it is connected to. */
  static Builder e1000e() {
    return builder().model(InterfaceModel.E1000E);
  }

  /**
   * A virtual function of a network card of the host, which the guest gets itself (SR-IOV); libvirt
   * takes it from the host's driver and gives it back.
   */
  static Builder sriov(PciAddress function) {
    return builder().hostdev(function);
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

  /**
   * For a device of the host: whether libvirt takes it from the host's driver and gives it back.
   * Absent means no.
   */
  Optional<Boolean> managed();

  /**
   * Whether the host follows when the guest changes its address and filters; virtio on macvtap.
   * Absent means no. Since libvirt 1.2.10.
   */
  Optional<Boolean> trustGuestRxFilters();

  /** Its Ethernet address; libvirt makes one up, beginning with 52:54:00, if it is absent. */
  Optional<MacAddress> mac();

  /** Where the address is from. Since libvirt 6.6.0. */
  Optional<MacAddressType> macType();

  /** Whether VMware checks that the address is in its own range. Absent means yes. */
  Optional<Boolean> macCheck();

  /**
   * The address that the guest gave it, where it is another; libvirt writes it of a running domain.
   * Since libvirt 11.2.0.
   */
  Optional<MacAddress> currentMac();

  /** What it is connected to. */
  InterfaceSource source();

  /** What the switch behind it has to know. Since libvirt 0.8.2. */
  Optional<VirtualPort> virtualPort();

  /** The VLANs that it is in, unknown to the guest. Since libvirt 0.10.0. */
  Optional<Vlan> vlan();

  /** How much traffic may pass. Since libvirt 0.9.4. */
  Optional<Bandwidth> bandwidth();

  /**
   * Whether it is kept apart from other isolated interfaces of a Linux bridge. Absent means no.
   * Since libvirt 6.1.0.
   */
  Optional<Boolean> isolated();

  /**
   * Its addresses on the guest's side, where a hypervisor sets them: LXC, SLIRP and passt. Since
   * libvirt 1.2.12, and 3.8.0 for SLIRP.
   */
  List<InterfaceIp> ips();

  /** The routes on the guest's side; LXC. Since libvirt 1.2.12. */
  List<Route> routes();

  /** Ports of the host that are forwarded to the guest; passt. Since libvirt 9.0.0. */
  List<PortForward> portForwards();

  /** The absolute path of a script that is run when the device is there. */
  Optional<String> script();

  /** The absolute path of a script that is run when the device has gone. Since libvirt 6.4.0. */
  Optional<String> downScript();

  /** The domain in which the other end is; Xen. Since libvirt 1.2.13. */
  Optional<String> backendDomain();

  /**
   * The name of the device on the host, such as {@code tap-web-1}. libvirt gives one that begins
   * with {@code vnet} if it is absent; it takes away a name that begins so.
   */
  Optional<String> targetDevice();

  /**
   * Whether libvirt sets up a tap device that was there before. Absent means yes. Since libvirt
   * 5.7.0.
   */
  Optional<Boolean> targetManaged();

  /** The name of the device in the guest; LXC. Since libvirt 1.2.7. */
  Optional<String> guestDevice();

  /** The name that the device in the guest got; libvirt writes it of a running domain. */
  Optional<String> actualGuestDevice();

  /** The card that the guest sees; the hypervisor chooses if it is absent. */
  Optional<InterfaceModel> model();

  /** How its packets are moved. */
  Optional<InterfaceDriver> driver();

  /** What stands behind it on the host. */
  Optional<HostBackend> backend();

  /** The network filter that its packets pass. Since libvirt 0.8.0. */
  Optional<FilterReference> filter();

  /** The most bytes that wait to be sent by the tap device; 0 is no bound. Since libvirt 0.8.8. */
  Optional<ByteSize> sendBuffer();

  /** Whether its cable is plugged in. Since libvirt 0.9.5. */
  Optional<LinkState> linkState();

  /** The largest packet, in bytes, that the guest is told. Since libvirt 3.1.0. */
  Optional<Integer> mtu();

  /** How many packets are received at most before the host is interrupted. Since libvirt 3.3.0. */
  Optional<Long> coalesceRxFrames();

  /** The interface that the guest takes for one with it. Since libvirt 6.1.0. */
  Optional<Teaming> teaming();

  /** Its place, from 1, in the order in which the firmware tries devices. Since libvirt 0.8.8. */
  Optional<Integer> bootOrder();

  /** What is passed to an s390 guest that boots from it, up to 8 characters. */
  Optional<String> loadParm();

  /** The option ROM of the card. */
  Optional<Rom> rom();

  /**
   * The number by which systems such as Linux name the device, 1 to 16383, once in a domain. Since
   * libvirt 7.3.0.
   */
  Optional<Integer> acpiIndex();

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

    /** Connects it to a bridge of Open vSwitch, such as {@code ovsbr0}. Since libvirt 0.9.11. */
    public Builder openVswitch(String bridge) {
      return bridge(bridge).virtualPort(VirtualPort.openVswitch());
    }

    /**
     * Connects it to a device of the host by macvtap, together with the device's other macvtaps.
     */
    public Builder macvtap(String device) {
      return source(InterfaceSource.macvtap(device));
    }

    /** Connects it to a device of the host by macvtap, in that mode. */
    public Builder direct(String device, DirectMode mode) {
      return source(InterfaceSource.direct(device, mode));
    }

    /**
     * Gives the guest a virtual function of a network card of the host, as {@link
     * NetworkInterface#sriov} does; the card that the guest sees is that of the host then.
     */
    public Builder hostdev(PciAddress function) {
      return source(InterfaceSource.hostdev(function)).managed(true);
    }

    /** Connects it to the host's own network by address translation in user space. */
    public Builder user() {
      return source(InterfaceSource.user());
    }

    /** Connects it to the host's own network by passt. Since libvirt 9.0.0. */
    public Builder passt() {
      return user().backend(HostBackend.passt());
    }

    /** Connects it to a tap device of the host. */
    public Builder tap(String device) {
      return source(InterfaceSource.ethernet()).targetDevice(device);
    }

    /** Connects it to a program that listens at a Unix socket. Since libvirt 1.2.7. */
    public Builder vhostUser(String path) {
      return source(InterfaceSource.vhostUser(path));
    }

    /** Connects it to a vDPA device of the host. Since libvirt 6.9.0. */
    public Builder vdpa(String device) {
      return source(InterfaceSource.vdpa(device));
    }

    /** Puts it into a VLAN. */
    public Builder vlanTag(int id) {
      return vlan(Vlan.tag(id));
    }

    /** Has its packets pass a network filter, such as {@code clean-traffic}. */
    public Builder filter(String name) {
      return filter(FilterReference.of(name));
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
