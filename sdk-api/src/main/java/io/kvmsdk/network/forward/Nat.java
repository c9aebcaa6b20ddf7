package io.kvmsdk.network.forward;

import io.kvmsdk.internal.style.ValueStyle;
import io.kvmsdk.xml.Extras;
import io.kvmsdk.xml.XmlIn;
import io.kvmsdk.xml.XmlMapping;
import io.kvmsdk.xml.XmlOut;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * What stands in place of the guests' addresses. Since libvirt 1.0.3.
 *
 * @see <a href="https://libvirt.org/formatnetwork.html#connectivity">libvirt: Connectivity</a>
 */
@Value.Immutable
@ValueStyle
public interface Nat extends WithNat {

  /** How it is read and written. */
  XmlMapping<Nat> XML = new NatXml();

  /** An empty builder. */
  static Builder builder() {
    return new Builder();
  }

  /** A builder that starts with the values of this one. */
  default Builder toBuilder() {
    return builder().from(this);
  }

  /**
   * Whether IPv6 addresses are changed too. Absent means no: IPv6 is routed. Since libvirt 6.5.0.
   */
  Optional<Boolean> ipv6();

  /**
   * The addresses of the host that are used, all of them. Absent means that of the device which a
   * packet leaves by.
   */
  Optional<NatAddresses> addresses();

  /** The ports of the host that are used. */
  Optional<NatPorts> ports();

  /** What the document says beyond this. */
  Extras extras();

  /** Makes values. */
  final class Builder extends ImmutableNat.Builder {
    Builder() {
      extras(Extras.NONE);
    }

    /** Uses the addresses from the first to the last. */
    public Builder addresses(String start, String end) {
      return addresses(NatAddresses.builder().start(start).end(end).build());
    }

    /** Uses the ports from the first to the last. */
    public Builder ports(int start, int end) {
      return ports(NatPorts.builder().start(start).end(end).build());
    }
  }
}

final class NatXml extends XmlMapping<Nat> {

  NatXml() {
    super("nat");
  }

  @Override
  protected Nat read(XmlIn in) {
    Nat.Builder b = Nat.builder();
    if (in.yesNo("ipv6")) b.ipv6(in.flag());
    XmlIn address = in.child("address");
    if (address.present()) b.addresses(address.read(NatAddresses.XML));
    XmlIn port = in.childWithNumbers("port", "start", "end");
    if (port.present()) b.ports(port.read(NatPorts.XML));
    return b.extras(in.extras()).build();
  }

  @Override
  protected void write(Nat value, String name, XmlOut out) {
    out.begin(name, value.extras());
    out.yesNo("ipv6", value.ipv6());
    out.write("address", NatAddresses.XML, value.addresses());
    out.write("port", NatPorts.XML, value.ports());
    out.end();
  }
}
