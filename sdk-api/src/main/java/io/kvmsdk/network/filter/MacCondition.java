package io.kvmsdk.network.filter;

import io.kvmsdk.internal.style.ValueStyle;
import io.kvmsdk.xml.Extras;
import io.kvmsdk.xml.XmlIn;
import io.kvmsdk.xml.XmlMapping;
import io.kvmsdk.xml.XmlOut;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * Values of any Ethernet packet. For the root chain.
 *
 * @see <a href="https://libvirt.org/formatnwfilter.html#mac-ethernet">libvirt: MAC (Ethernet)</a>
 */
@Value.Immutable
@ValueStyle
public sealed interface MacCondition extends FilterCondition, WithMacCondition
    permits ImmutableMacCondition {

  /** How it is read and written. */
  XmlMapping<MacCondition> XML = new MacConditionXml();

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

  /** What the packet carries: a word, or a number from 0x600 to 0xffff. */
  Optional<EtherProtocol> protocolId();

  /** A note of up to 256 characters. Since libvirt 0.8.5. */
  Optional<String> comment();

  @Override
  default FilterProtocol protocol() {
    return FilterProtocol.MAC;
  }

  /** What the document says beyond this. */
  @Override
  Extras extras();

  /** Makes values. */
  final class Builder extends ImmutableMacCondition.Builder {
    Builder() {
      extras(Extras.NONE);
    }
  }
}

final class MacConditionXml extends XmlMapping<MacCondition> {

  MacConditionXml() {
    super("mac");
  }

  @Override
  protected MacCondition read(XmlIn in) {
    MacCondition.Builder b = MacCondition.builder();
    if (in.yesNo("match")) b.match(in.flag());
    if (in.attr("srcmacaddr")) b.sourceMac(new FilterValue(in.value()));
    if (in.attr("srcmacmask")) b.sourceMacMask(new FilterValue(in.value()));
    if (in.attr("dstmacaddr")) b.destinationMac(new FilterValue(in.value()));
    if (in.attr("dstmacmask")) b.destinationMacMask(new FilterValue(in.value()));
    if (in.attr("protocolid")) b.protocolId(new EtherProtocol(in.value()));
    if (in.attr("comment")) b.comment(in.value());
    return b.extras(in.extras()).build();
  }

  @Override
  protected void write(MacCondition value, String name, XmlOut out) {
    out.begin(name, value.extras());
    out.yesNo("match", value.match());
    out.attr("srcmacaddr", value.sourceMac());
    out.attr("srcmacmask", value.sourceMacMask());
    out.attr("dstmacaddr", value.destinationMac());
    out.attr("dstmacmask", value.destinationMacMask());
    out.attr("protocolid", value.protocolId());
    out.attr("comment", value.comment());
    out.end();
  }
}
