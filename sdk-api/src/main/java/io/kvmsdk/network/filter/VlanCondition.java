package io.kvmsdk.network.filter;

import io.kvmsdk.internal.style.ValueStyle;
import io.kvmsdk.xml.Extras;
import io.kvmsdk.xml.XmlIn;
import io.kvmsdk.xml.XmlMapping;
import io.kvmsdk.xml.XmlOut;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * Values of an Ethernet packet with a VLAN tag. For the root chain or one for VLANs. Since libvirt
 * 0.9.8.
 *
 * @see <a href="https://libvirt.org/formatnwfilter.html#vlan-802-1q-since-0-9-8">libvirt: VLAN
 *     (802.1Q)</a>
 */
@Value.Immutable
@ValueStyle
public sealed interface VlanCondition extends FilterCondition, WithVlanCondition
    permits ImmutableVlanCondition {

  /** How it is read and written. */
  XmlMapping<VlanCondition> XML = new VlanConditionXml();

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

  /** The VLAN, 0 to 4095. */
  Optional<FilterValue> vlanId();

  /** What the packet carries behind the tag. */
  Optional<EtherProtocol> encapsulated();

  /** A note of up to 256 characters. Since libvirt 0.8.5. */
  Optional<String> comment();

  @Override
  default FilterProtocol protocol() {
    return FilterProtocol.VLAN;
  }

  /** What the document says beyond this. */
  @Override
  Extras extras();

  /** Makes values. */
  final class Builder extends ImmutableVlanCondition.Builder {
    Builder() {
      extras(Extras.NONE);
    }
  }
}

final class VlanConditionXml extends XmlMapping<VlanCondition> {

  VlanConditionXml() {
    super("vlan");
  }

  @Override
  protected VlanCondition read(XmlIn in) {
    VlanCondition.Builder b = VlanCondition.builder();
    if (in.yesNo("match")) b.match(in.flag());
    if (in.attr("srcmacaddr")) b.sourceMac(new FilterValue(in.value()));
    if (in.attr("srcmacmask")) b.sourceMacMask(new FilterValue(in.value()));
    if (in.attr("dstmacaddr")) b.destinationMac(new FilterValue(in.value()));
    if (in.attr("dstmacmask")) b.destinationMacMask(new FilterValue(in.value()));
    if (in.attr("vlanid")) b.vlanId(new FilterValue(in.value()));
    if (in.attr("encap-protocol")) b.encapsulated(new EtherProtocol(in.value()));
    if (in.attr("comment")) b.comment(in.value());
    return b.extras(in.extras()).build();
  }

  @Override
  protected void write(VlanCondition value, String name, XmlOut out) {
    out.begin(name, value.extras());
    out.yesNo("match", value.match());
    out.attr("srcmacaddr", value.sourceMac());
    out.attr("srcmacmask", value.sourceMacMask());
    out.attr("dstmacaddr", value.destinationMac());
    out.attr("dstmacmask", value.destinationMacMask());
    out.attr("vlanid", value.vlanId());
    out.attr("encap-protocol", value.encapsulated());
    out.attr("comment", value.comment());
    out.end();
  }
}
