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
 * Values of a packet of IPv4 or IPv6, looked at where Ethernet is. For the root chain or one of
 * that protocol.
 *
 * @see <a href="https://libvirt.org/formatnwfilter.html#ipv4">libvirt: IPv4</a>
 */
@Value.Immutable
@ValueStyle
public sealed interface IpCondition extends FilterCondition, WithIpCondition
    permits ImmutableIpCondition {

  /** How it is read and written. */
  XmlMapping<IpCondition> XML = new IpConditionXml();

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

  /** Which bits of that address count, in the form of an address. */
  Optional<FilterValue> sourceMacMask();

  /** The Ethernet address of the receiver. */
  Optional<FilterValue> destinationMac();

  /** Which bits of that address count, in the form of an address. */
  Optional<FilterValue> destinationMacMask();

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

  /** What the packet carries. */
  Optional<IpProtocol> carries();

  /** The source port, or the first of a range of them, 0 to 65535; wants {@link #carries}. */
  Optional<FilterValue> sourcePortStart();

  /** The last of that range. Absent means that it is one port. */
  Optional<FilterValue> sourcePortEnd();

  /** The destination port, or the first of a range of them, 0 to 65535; wants {@link #carries}. */
  Optional<FilterValue> destinationPortStart();

  /** The last of that range. Absent means that it is one port. */
  Optional<FilterValue> destinationPortEnd();

  /**
   * The type of an ICMPv6 packet, or the first of a range, 0 to 255; only IPv6. Since libvirt
   * 1.2.12.
   */
  Optional<FilterValue> type();

  /** The last of that range. Since libvirt 1.2.12. */
  Optional<FilterValue> typeEnd();

  /**
   * The code of an ICMPv6 packet, or the first of a range, 0 to 255; only IPv6. Since libvirt
   * 1.2.12.
   */
  Optional<FilterValue> code();

  /** The last of that range. Since libvirt 1.2.12. */
  Optional<FilterValue> codeEnd();

  /** The differentiated services code point, 0 to 63. */
  Optional<FilterValue> dscp();

  /** A note of up to 256 characters. Since libvirt 0.8.5. */
  Optional<String> comment();

  @Override
  FilterProtocol protocol();

  /**
   * Refuses a protocol that has other values; building and changing a condition does it.
   *
   * @throws InvalidDefinitionException if the protocol is none of ip or ipv6
   */
  @Value.Check
  default void checkConsistent() {
    if (!protocol().equals(FilterProtocol.IP) && !protocol().equals(FilterProtocol.IPV6)) {
      throw new InvalidDefinitionException("rule", protocol().value(), "ip or ipv6");
    }
  }

  /** What the document says beyond this. */
  @Override
  Extras extras();

  /** Makes values. */
  final class Builder extends ImmutableIpCondition.Builder {
    Builder() {
      extras(Extras.NONE);
    }
  }
}

final class IpConditionXml extends XmlMapping<IpCondition> {

  IpConditionXml() {
    super("ip");
  }

  @Override
  protected IpCondition read(XmlIn in) {
    IpCondition.Builder b = IpCondition.builder();
    if (in.yesNo("match")) b.match(in.flag());
    if (in.attr("srcmacaddr")) b.sourceMac(new FilterValue(in.value()));
    if (in.attr("srcmacmask")) b.sourceMacMask(new FilterValue(in.value()));
    if (in.attr("dstmacaddr")) b.destinationMac(new FilterValue(in.value()));
    if (in.attr("dstmacmask")) b.destinationMacMask(new FilterValue(in.value()));
    if (in.attr("srcipaddr")) b.sourceIp(new FilterValue(in.value()));
    if (in.attr("srcipmask")) b.sourceIpMask(new FilterValue(in.value()));
    if (in.attr("dstipaddr")) b.destinationIp(new FilterValue(in.value()));
    if (in.attr("dstipmask")) b.destinationIpMask(new FilterValue(in.value()));
    if (in.attr("protocol")) b.carries(new IpProtocol(in.value()));
    if (in.attr("srcportstart")) b.sourcePortStart(new FilterValue(in.value()));
    if (in.attr("srcportend")) b.sourcePortEnd(new FilterValue(in.value()));
    if (in.attr("dstportstart")) b.destinationPortStart(new FilterValue(in.value()));
    if (in.attr("dstportend")) b.destinationPortEnd(new FilterValue(in.value()));
    if (in.attr("type")) b.type(new FilterValue(in.value()));
    if (in.attr("typeend")) b.typeEnd(new FilterValue(in.value()));
    if (in.attr("code")) b.code(new FilterValue(in.value()));
    if (in.attr("codeend")) b.codeEnd(new FilterValue(in.value()));
    if (in.attr("dscp")) b.dscp(new FilterValue(in.value()));
    if (in.attr("comment")) b.comment(in.value());
    b.protocol(new FilterProtocol(in.name()));
    return b.extras(in.extras()).build();
  }

  @Override
  protected void write(IpCondition value, String name, XmlOut out) {
    out.begin(name, value.extras());
    out.yesNo("match", value.match());
    out.attr("srcmacaddr", value.sourceMac());
    out.attr("srcmacmask", value.sourceMacMask());
    out.attr("dstmacaddr", value.destinationMac());
    out.attr("dstmacmask", value.destinationMacMask());
    out.attr("srcipaddr", value.sourceIp());
    out.attr("srcipmask", value.sourceIpMask());
    out.attr("dstipaddr", value.destinationIp());
    out.attr("dstipmask", value.destinationIpMask());
    out.attr("protocol", value.carries());
    out.attr("srcportstart", value.sourcePortStart());
    out.attr("srcportend", value.sourcePortEnd());
    out.attr("dstportstart", value.destinationPortStart());
    out.attr("dstportend", value.destinationPortEnd());
    out.attr("type", value.type());
    out.attr("typeend", value.typeEnd());
    out.attr("code", value.code());
    out.attr("codeend", value.codeEnd());
    out.attr("dscp", value.dscp());
    out.attr("comment", value.comment());
    out.end();
  }
}
