package io.kvmsdk.network.filter;

import io.kvmsdk.error.InvalidDefinitionException;
import io.kvmsdk.internal.style.ValueStyle;
import io.kvmsdk.xml.Extras;
import io.kvmsdk.xml.XmlIn;
import io.kvmsdk.xml.XmlMapping;
import io.kvmsdk.xml.XmlOut;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * Values of a packet of a protocol over IP, with what the host's connection tracking knows of it.
 * Such rules stand in the root chain, whatever the filter's chain.
 *
 * @see <a href="https://libvirt.org/formatnwfilter.html#tcp-udp-sctp">libvirt: TCP/UDP/SCTP</a>
 */
@Value.Immutable
@ValueStyle
public sealed interface TransportCondition extends FilterCondition, WithTransportCondition
    permits ImmutableTransportCondition {

  /** How it is read and written. */
  XmlMapping<TransportCondition> XML = new TransportConditionXml();

  /** All packets of a protocol. */
  static TransportCondition of(FilterProtocol protocol) {
    return builder().protocol(protocol).build();
  }

  /** TCP packets over IPv4 to a port. */
  static TransportCondition tcp(int destinationPort) {
    return builder()
        .protocol(FilterProtocol.TCP)
        .destinationPortStart(FilterValue.of(destinationPort))
        .build();
  }

  /** UDP packets over IPv4 to a port. */
  static TransportCondition udp(int destinationPort) {
    return builder()
        .protocol(FilterProtocol.UDP)
        .destinationPortStart(FilterValue.of(destinationPort))
        .build();
  }

  /** An empty builder. */
  static Builder builder() {
    return new Builder();
  }

  /** A builder that starts with the values of this one. */
  default Builder toBuilder() {
    return builder().from(this);
  }

  /**
   * Whether packets that have these values meet the condition, or those that do not. Absent means
   * that they do.
   */
  Optional<Boolean> match();

  /** The Ethernet address of the sender. */
  Optional<FilterValue> sourceMac();

  /** The IP address of the sender. */
  Optional<FilterValue> sourceIp();

  /**
   * Which bits of that address count: a prefix length, or a mask in the form of an address. It
   * cannot be negated.
   */
  Optional<FilterValue> sourceIpMask();

  /** The IP address of the receiver. */
  Optional<FilterValue> destinationIp();

  /**
   * Which bits of that address count: a prefix length, or a mask in the form of an address. It
   * cannot be negated.
   */
  Optional<FilterValue> destinationIpMask();

  /** The first of a range of IP addresses of the sender. */
  Optional<FilterValue> sourceIpFrom();

  /** The last of that range. */
  Optional<FilterValue> sourceIpTo();

  /** The first of a range of IP addresses of the receiver. */
  Optional<FilterValue> destinationIpFrom();

  /** The last of that range. */
  Optional<FilterValue> destinationIpTo();

  /** The source port, or the first of a range of them, 0 to 65535; only TCP, UDP and SCTP. */
  Optional<FilterValue> sourcePortStart();

  /** The last of that range. Absent means that it is one port. */
  Optional<FilterValue> sourcePortEnd();

  /** The destination port, or the first of a range of them, 0 to 65535; only TCP, UDP and SCTP. */
  Optional<FilterValue> destinationPortStart();

  /** The last of that range. Absent means that it is one port. */
  Optional<FilterValue> destinationPortEnd();

  /** The type of an ICMP packet, 0 to 255; only ICMP. */
  Optional<FilterValue> type();

  /** The code of an ICMP packet, 0 to 255; only ICMP. */
  Optional<FilterValue> code();

  /**
   * The flags of a TCP packet, as mask and those that are set, such as {@code SYN,ACK/SYN}; both
   * may be {@code ALL} or {@code NONE}. Since libvirt 0.9.1.
   */
  Optional<String> flags();

  /** The differentiated services code point, 0 to 63. */
  Optional<FilterValue> dscp();

  /** Meets packets of an interface that has more connections than this, 0 to 65535. */
  Optional<FilterValue> connectionsAbove();

  /**
   * The states that the connection may be in, with commas between: NEW, ESTABLISHED, RELATED,
   * INVALID, or NONE for whatever state. Since libvirt 0.8.5.
   */
  Optional<String> state();

  /**
   * The name of a set of addresses on the host that is kept outside of libvirt. Since libvirt
   * 0.9.13.
   */
  Optional<FilterValue> ipSet();

  /**
   * What of the packet is looked up in that set: up to six times {@code src} or {@code dst}, with
   * commas between. Since libvirt 0.9.13.
   */
  Optional<String> ipSetFlags();

  /** A note of up to 256 characters. Since libvirt 0.8.5. */
  Optional<String> comment();

  @Override
  FilterProtocol protocol();

  /**
   * Refuses a protocol that has other values; building and changing a condition does it.
   *
   * @throws InvalidDefinitionException if the protocol is none of tcp, udp, sctp, icmp, igmp, esp,
   *     ah, udplite or all, with -ipv6 behind it (icmpv6 for icmp)
   */
  @Value.Check
  default void checkConsistent() {
    if (!TransportConditionXml.isTransport(protocol())) {
      throw new InvalidDefinitionException(
          "rule",
          protocol().value(),
          "tcp, udp, sctp, icmp, igmp, esp, ah, udplite or all, with -ipv6 behind it (icmpv6 for icmp)");
    }
  }

  /** What the document says beyond this. */
  @Override
  Extras extras();

  /** Makes values. */
  final class Builder extends ImmutableTransportCondition.Builder {
    Builder() {
      extras(Extras.NONE);
    }
  }
}

final class TransportConditionXml extends XmlMapping<TransportCondition> {

  TransportConditionXml() {
    super("tcp");
  }

  @Override
  protected TransportCondition read(XmlIn in) {
    TransportCondition.Builder b = TransportCondition.builder();
    if (in.yesNo("match")) b.match(in.flag());
    if (in.attr("srcmacaddr")) b.sourceMac(new FilterValue(in.value()));
    if (in.attr("srcipaddr")) b.sourceIp(new FilterValue(in.value()));
    if (in.attr("srcipmask")) b.sourceIpMask(new FilterValue(in.value()));
    if (in.attr("dstipaddr")) b.destinationIp(new FilterValue(in.value()));
    if (in.attr("dstipmask")) b.destinationIpMask(new FilterValue(in.value()));
    if (in.attr("srcipfrom")) b.sourceIpFrom(new FilterValue(in.value()));
    if (in.attr("srcipto")) b.sourceIpTo(new FilterValue(in.value()));
    if (in.attr("dstipfrom")) b.destinationIpFrom(new FilterValue(in.value()));
    if (in.attr("dstipto")) b.destinationIpTo(new FilterValue(in.value()));
    if (in.attr("srcportstart")) b.sourcePortStart(new FilterValue(in.value()));
    if (in.attr("srcportend")) b.sourcePortEnd(new FilterValue(in.value()));
    if (in.attr("dstportstart")) b.destinationPortStart(new FilterValue(in.value()));
    if (in.attr("dstportend")) b.destinationPortEnd(new FilterValue(in.value()));
    if (in.attr("type")) b.type(new FilterValue(in.value()));
    if (in.attr("code")) b.code(new FilterValue(in.value()));
    if (in.attr("flags")) b.flags(in.value());
    if (in.attr("dscp")) b.dscp(new FilterValue(in.value()));
    if (in.attr("connlimit-above")) b.connectionsAbove(new FilterValue(in.value()));
    if (in.attr("state")) b.state(in.value());
    if (in.attr("ipset")) b.ipSet(new FilterValue(in.value()));
    if (in.attr("ipsetflags")) b.ipSetFlags(in.value());
    if (in.attr("comment")) b.comment(in.value());
    b.protocol(new FilterProtocol(in.name()));
    return b.extras(in.extras()).build();
  }

  @Override
  protected void write(TransportCondition value, String name, XmlOut out) {
    out.begin(name, value.extras());
    out.yesNo("match", value.match());
    out.attr("srcmacaddr", value.sourceMac());
    out.attr("srcipaddr", value.sourceIp());
    out.attr("srcipmask", value.sourceIpMask());
    out.attr("dstipaddr", value.destinationIp());
    out.attr("dstipmask", value.destinationIpMask());
    out.attr("srcipfrom", value.sourceIpFrom());
    out.attr("srcipto", value.sourceIpTo());
    out.attr("dstipfrom", value.destinationIpFrom());
    out.attr("dstipto", value.destinationIpTo());
    out.attr("srcportstart", value.sourcePortStart());
    out.attr("srcportend", value.sourcePortEnd());
    out.attr("dstportstart", value.destinationPortStart());
    out.attr("dstportend", value.destinationPortEnd());
    out.attr("type", value.type());
    out.attr("code", value.code());
    out.attr("flags", value.flags());
    out.attr("dscp", value.dscp());
    out.attr("connlimit-above", value.connectionsAbove());
    out.attr("state", value.state());
    out.attr("ipset", value.ipSet());
    out.attr("ipsetflags", value.ipSetFlags());
    out.attr("comment", value.comment());
    out.end();
  }

  static boolean isTransport(FilterProtocol protocol) {
    return switch (protocol.value()) {
      case "tcp", "udp", "sctp", "icmp", "igmp", "esp", "ah", "udplite", "all" -> true;
      case "tcp-ipv6", "udp-ipv6", "sctp-ipv6", "icmpv6" -> true;
      case "esp-ipv6", "ah-ipv6", "udplite-ipv6", "all-ipv6" -> true;
      default -> false;
    };
  }
}
