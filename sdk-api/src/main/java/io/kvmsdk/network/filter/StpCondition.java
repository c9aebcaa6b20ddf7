package io.kvmsdk.network.filter;

import io.kvmsdk.internal.style.ValueStyle;
import io.kvmsdk.xml.Extras;
import io.kvmsdk.xml.XmlIn;
import io.kvmsdk.xml.XmlMapping;
import io.kvmsdk.xml.XmlOut;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * Values of a message of the spanning tree protocol. For the root chain or one for STP. Since
 * libvirt 0.9.8.
 *
 * @see <a
 *     href="https://libvirt.org/formatnwfilter.html#stp-spanning-tree-protocol-since-0-9-8">libvirt:
 *     STP (Spanning Tree Protocol)</a>
 */
@Value.Immutable
@ValueStyle
public sealed interface StpCondition extends FilterCondition, WithStpCondition
    permits ImmutableStpCondition {

  /** How it is read and written. */
  XmlMapping<StpCondition> XML = new StpConditionXml();

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

  /** The type of the message between bridges (BPDU), 0 to 255. */
  Optional<FilterValue> type();

  /** Its flags, 0 to 255. */
  Optional<FilterValue> flags();

  /** The priority of the root bridge, 0 to 65535, or the first of a range. */
  Optional<FilterValue> rootPriority();

  /** The last of that range. */
  Optional<FilterValue> rootPriorityEnd();

  /** The Ethernet address of the root bridge. */
  Optional<FilterValue> rootAddress();

  /** Which bits of that address count, in the form of an address. */
  Optional<FilterValue> rootAddressMask();

  /** The cost of the path to the root bridge, 0 to 4294967295, or the first of a range. */
  Optional<FilterValue> rootCost();

  /** The last of that range. */
  Optional<FilterValue> rootCostEnd();

  /** The priority of the bridge that sent the message, 0 to 65535, or the first of a range. */
  Optional<FilterValue> senderPriority();

  /** The last of that range. */
  Optional<FilterValue> senderPriorityEnd();

  /** The Ethernet address of that bridge. */
  Optional<FilterValue> senderAddress();

  /** Which bits of that address count, in the form of an address. */
  Optional<FilterValue> senderAddressMask();

  /** The port of that bridge, 0 to 65535, or the first of a range. */
  Optional<FilterValue> port();

  /** The last of that range. */
  Optional<FilterValue> portEnd();

  /** The age of the message, 0 to 65535, or the first of a range. */
  Optional<FilterValue> age();

  /** The last of that range. */
  Optional<FilterValue> ageEnd();

  /** The age at which a message is dropped, 0 to 65535, or the first of a range. */
  Optional<FilterValue> maxAge();

  /** The last of that range. */
  Optional<FilterValue> maxAgeEnd();

  /** The time between messages, 0 to 65535, or the first of a range. */
  Optional<FilterValue> helloTime();

  /** The last of that range. */
  Optional<FilterValue> helloTimeEnd();

  /** The delay before a port forwards, 0 to 65535, or the first of a range. */
  Optional<FilterValue> forwardDelay();

  /** The last of that range. */
  Optional<FilterValue> forwardDelayEnd();

  /** A note of up to 256 characters. Since libvirt 0.8.5. */
  Optional<String> comment();

  @Override
  default FilterProtocol protocol() {
    return FilterProtocol.STP;
  }

  /** What the document says beyond this. */
  @Override
  Extras extras();

  /** Makes values. */
  final class Builder extends ImmutableStpCondition.Builder {
    Builder() {
      extras(Extras.NONE);
    }
  }
}

final class StpConditionXml extends XmlMapping<StpCondition> {

  StpConditionXml() {
    super("stp");
  }

  @Override
  protected StpCondition read(XmlIn in) {
    StpCondition.Builder b = StpCondition.builder();
    if (in.yesNo("match")) b.match(in.flag());
    if (in.attr("srcmacaddr")) b.sourceMac(new FilterValue(in.value()));
    if (in.attr("srcmacmask")) b.sourceMacMask(new FilterValue(in.value()));
    if (in.attr("type")) b.type(new FilterValue(in.value()));
    if (in.attr("flags")) b.flags(new FilterValue(in.value()));
    if (in.attr("root-priority")) b.rootPriority(new FilterValue(in.value()));
    if (in.attr("root-priority-hi")) b.rootPriorityEnd(new FilterValue(in.value()));
    if (in.attr("root-address")) b.rootAddress(new FilterValue(in.value()));
    if (in.attr("root-address-mask")) b.rootAddressMask(new FilterValue(in.value()));
    if (in.attr("root-cost")) b.rootCost(new FilterValue(in.value()));
    if (in.attr("root-cost-hi")) b.rootCostEnd(new FilterValue(in.value()));
    if (in.attr("sender-priority")) b.senderPriority(new FilterValue(in.value()));
    if (in.attr("sender-priority-hi")) b.senderPriorityEnd(new FilterValue(in.value()));
    if (in.attr("sender-address")) b.senderAddress(new FilterValue(in.value()));
    if (in.attr("sender-address-mask")) b.senderAddressMask(new FilterValue(in.value()));
    if (in.attr("port")) b.port(new FilterValue(in.value()));
    if (in.attr("port-hi")) b.portEnd(new FilterValue(in.value()));
    if (in.attr("age")) b.age(new FilterValue(in.value()));
    if (in.attr("age-hi")) b.ageEnd(new FilterValue(in.value()));
    if (in.attr("max-age")) b.maxAge(new FilterValue(in.value()));
    if (in.attr("max-age-hi")) b.maxAgeEnd(new FilterValue(in.value()));
    if (in.attr("hello-time")) b.helloTime(new FilterValue(in.value()));
    if (in.attr("hello-time-hi")) b.helloTimeEnd(new FilterValue(in.value()));
    if (in.attr("forward-delay")) b.forwardDelay(new FilterValue(in.value()));
    if (in.attr("forward-delay-hi")) b.forwardDelayEnd(new FilterValue(in.value()));
    if (in.attr("comment")) b.comment(in.value());
    return b.extras(in.extras()).build();
  }

  @Override
  protected void write(StpCondition value, String name, XmlOut out) {
    out.begin(name, value.extras());
    out.yesNo("match", value.match());
    out.attr("srcmacaddr", value.sourceMac());
    out.attr("srcmacmask", value.sourceMacMask());
    out.attr("type", value.type());
    out.attr("flags", value.flags());
    out.attr("root-priority", value.rootPriority());
    out.attr("root-priority-hi", value.rootPriorityEnd());
    out.attr("root-address", value.rootAddress());
    out.attr("root-address-mask", value.rootAddressMask());
    out.attr("root-cost", value.rootCost());
    out.attr("root-cost-hi", value.rootCostEnd());
    out.attr("sender-priority", value.senderPriority());
    out.attr("sender-priority-hi", value.senderPriorityEnd());
    out.attr("sender-address", value.senderAddress());
    out.attr("sender-address-mask", value.senderAddressMask());
    out.attr("port", value.port());
    out.attr("port-hi", value.portEnd());
    out.attr("age", value.age());
    out.attr("age-hi", value.ageEnd());
    out.attr("max-age", value.maxAge());
    out.attr("max-age-hi", value.maxAgeEnd());
    out.attr("hello-time", value.helloTime());
    out.attr("hello-time-hi", value.helloTimeEnd());
    out.attr("forward-delay", value.forwardDelay());
    out.attr("forward-delay-hi", value.forwardDelayEnd());
    out.attr("comment", value.comment());
    out.end();
  }
}
