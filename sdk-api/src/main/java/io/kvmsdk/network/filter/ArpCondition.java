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
 * Values of a packet of ARP or reverse ARP. For the root chain or one of that protocol.
 *
 * @see <a href="https://libvirt.org/formatnwfilter.html#arp-rarp">libvirt: ARP/RARP</a>
 */
@Value.Immutable
@ValueStyle
public sealed interface ArpCondition extends FilterCondition, WithArpCondition
    permits ImmutableArpCondition {

  /** How it is read and written. */
  XmlMapping<ArpCondition> XML = new ArpConditionXml();

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

  /** The kind of hardware address, 0 to 65535; 1 is Ethernet. */
  Optional<FilterValue> hardwareType();

  /** The kind of protocol address, 0 to 65535; 0x800 is IPv4. */
  Optional<FilterValue> protocolType();

  /** What the packet is for. */
  Optional<ArpOpcode> opcode();

  /** The Ethernet address of the sender within the packet. */
  Optional<FilterValue> arpSourceMac();

  /** The Ethernet address of the target within the packet. */
  Optional<FilterValue> arpDestinationMac();

  /** The IP address of the sender within the packet. */
  Optional<FilterValue> arpSourceIp();

  /** Which bits of that address count. Since libvirt 1.2.3. */
  Optional<FilterValue> arpSourceIpMask();

  /** The IP address of the target within the packet. */
  Optional<FilterValue> arpDestinationIp();

  /** Which bits of that address count. Since libvirt 1.2.3. */
  Optional<FilterValue> arpDestinationIpMask();

  /**
   * Whether only packets are meant that announce an address without being asked. Since libvirt
   * 0.9.2.
   */
  Optional<Boolean> gratuitous();

  /** A note of up to 256 characters. Since libvirt 0.8.5. */
  Optional<String> comment();

  @Override
  FilterProtocol protocol();

  /**
   * Refuses a protocol that has other values; building and changing a condition does it.
   *
   * @throws InvalidDefinitionException if the protocol is none of arp or rarp
   */
  @Value.Check
  default void checkConsistent() {
    if (!protocol().equals(FilterProtocol.ARP) && !protocol().equals(FilterProtocol.RARP)) {
      throw new InvalidDefinitionException("rule", protocol().value(), "arp or rarp");
    }
  }

  /** What the document says beyond this. */
  @Override
  Extras extras();

  /** Makes values. */
  final class Builder extends ImmutableArpCondition.Builder {
    Builder() {
      extras(Extras.NONE);
    }
  }
}

final class ArpConditionXml extends XmlMapping<ArpCondition> {

  ArpConditionXml() {
    super("arp");
  }

  @Override
  protected ArpCondition read(XmlIn in) {
    ArpCondition.Builder b = ArpCondition.builder();
    if (in.yesNo("match")) b.match(in.flag());
    if (in.attr("srcmacaddr")) b.sourceMac(new FilterValue(in.value()));
    if (in.attr("srcmacmask")) b.sourceMacMask(new FilterValue(in.value()));
    if (in.attr("dstmacaddr")) b.destinationMac(new FilterValue(in.value()));
    if (in.attr("dstmacmask")) b.destinationMacMask(new FilterValue(in.value()));
    if (in.attr("hwtype")) b.hardwareType(new FilterValue(in.value()));
    if (in.attr("protocoltype")) b.protocolType(new FilterValue(in.value()));
    if (in.attr("opcode")) b.opcode(new ArpOpcode(in.value()));
    if (in.attr("arpsrcmacaddr")) b.arpSourceMac(new FilterValue(in.value()));
    if (in.attr("arpdstmacaddr")) b.arpDestinationMac(new FilterValue(in.value()));
    if (in.attr("arpsrcipaddr")) b.arpSourceIp(new FilterValue(in.value()));
    if (in.attr("arpsrcipmask")) b.arpSourceIpMask(new FilterValue(in.value()));
    if (in.attr("arpdstipaddr")) b.arpDestinationIp(new FilterValue(in.value()));
    if (in.attr("arpdstipmask")) b.arpDestinationIpMask(new FilterValue(in.value()));
    if (in.yesNo("gratuitous")) {
      b.gratuitous(in.flag());
    } else if (in.trueFalse("gratuitous") || in.zeroOne("gratuitous")) {
      b.gratuitous(in.flag());
      in.spelledAs(in.flag() ? "yes" : "no");
    }
    if (in.attr("comment")) b.comment(in.value());
    b.protocol(new FilterProtocol(in.name()));
    return b.extras(in.extras()).build();
  }

  @Override
  protected void write(ArpCondition value, String name, XmlOut out) {
    out.begin(name, value.extras());
    out.yesNo("match", value.match());
    out.attr("srcmacaddr", value.sourceMac());
    out.attr("srcmacmask", value.sourceMacMask());
    out.attr("dstmacaddr", value.destinationMac());
    out.attr("dstmacmask", value.destinationMacMask());
    out.attr("hwtype", value.hardwareType());
    out.attr("protocoltype", value.protocolType());
    out.attr("opcode", value.opcode());
    out.attr("arpsrcmacaddr", value.arpSourceMac());
    out.attr("arpdstmacaddr", value.arpDestinationMac());
    out.attr("arpsrcipaddr", value.arpSourceIp());
    out.attr("arpsrcipmask", value.arpSourceIpMask());
    out.attr("arpdstipaddr", value.arpDestinationIp());
    out.attr("arpdstipmask", value.arpDestinationIpMask());
    out.yesNo("gratuitous", value.gratuitous());
    out.attr("comment", value.comment());
    out.end();
  }
}
