package io.kvmsdk.network.filter;

import io.kvmsdk.error.InvalidDefinitionException;
import io.kvmsdk.internal.style.ValueStyle;
import io.kvmsdk.xml.Extras;
import io.kvmsdk.xml.Strictness;
import io.kvmsdk.xml.XmlIn;
import io.kvmsdk.xml.XmlMapping;
import io.kvmsdk.xml.XmlOut;
import java.util.List;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * What becomes of packets that meet conditions.
 *
 * @see <a href="https://libvirt.org/formatnwfilter.html#filter-rules">libvirt: Filter rules</a>
 */
@Value.Immutable
@ValueStyle
public sealed interface FilterRule extends FilterEntry, WithFilterRule permits ImmutableFilterRule {

  /** How it is read and written. */
  XmlMapping<FilterRule> XML = new FilterRuleXml();

  /** Lets packets pass that meet the conditions; all packets if there are none. */
  static FilterRule accept(FilterDirection direction, FilterCondition... conditions) {
    return of(FilterAction.ACCEPT, direction, conditions);
  }

  /** Drops packets that meet the conditions; all packets if there are none. */
  static FilterRule drop(FilterDirection direction, FilterCondition... conditions) {
    return of(FilterAction.DROP, direction, conditions);
  }

  /** Does that with packets that meet the conditions; with all packets if there are none. */
  static FilterRule of(
      FilterAction action, FilterDirection direction, FilterCondition... conditions) {
    return builder().action(action).direction(direction).addConditions(conditions).build();
  }

  /** An empty builder. */
  static Builder builder() {
    return new Builder();
  }

  /** A builder that starts with the values of this one. */
  default Builder toBuilder() {
    return builder().from(this);
  }

  /** What {@code <rule>} says, keeping what has no name here. */
  static FilterRule fromXml(String xml) {
    return fromXml(xml, Strictness.LENIENT);
  }

  /** What {@code <rule>} says. */
  static FilterRule fromXml(String xml, Strictness strictness) {
    return XML.parse(xml, strictness);
  }

  /** The value as {@code <rule>}. */
  default String toXml() {
    return XML.format(this);
  }

  /** What becomes of the packets. */
  FilterAction action();

  /** Which way they go, as the guest sees it. */
  FilterDirection direction();

  /**
   * When the rule is looked at, -1000 to 1000 (not negative before 0.9.8), lower first. Absent
   * means 500.
   */
  Optional<Integer> priority();

  /**
   * Whether packets that belong to a connection which was let in pass as well. Absent means that
   * they do; libvirt's schema knows no other word than {@code false}.
   */
  Optional<Boolean> stateMatch();

  /**
   * What a packet has to meet, all of it. Several are of one protocol, so that some of its values
   * can be negated. None means all packets.
   */
  List<FilterCondition> conditions();

  /**
   * Refuses a priority out of range; building and changing it does it.
   *
   * @throws InvalidDefinitionException if it is not from -1000 to 1000
   */
  @Value.Check
  default void checkConsistent() {
    if (Math.abs(priority().orElse(0)) > 1000) {
      throw new InvalidDefinitionException(
          "rule/@priority", priority().get().toString(), "a number from -1000 to 1000");
    }
  }

  /** What the document says beyond this. */
  @Override
  Extras extras();

  /** Makes values. */
  final class Builder extends ImmutableFilterRule.Builder {
    Builder() {
      extras(Extras.NONE);
    }
  }
}

final class FilterRuleXml extends XmlMapping<FilterRule> {

  FilterRuleXml() {
    super("rule");
  }

  @Override
  protected FilterRule read(XmlIn in) {
    FilterRule.Builder b = FilterRule.builder();
    b.action(new FilterAction(in.required("action")));
    b.direction(new FilterDirection(in.required("direction")));
    if (in.signedIntAttr("priority")) b.priority(in.intValue());
    if (in.attr("statematch")) b.stateMatch(in.spelledAs(!isOff(in.value())));
    for (XmlIn condition : in.children()) {
      FilterCondition known = FilterConditions.read(condition);
      if (known != null) b.addCondition(known);
    }
    return b.extras(in.extras()).build();
  }

  @Override
  protected void write(FilterRule value, String name, XmlOut out) {
    out.begin(name, value.extras());
    out.attr("action", value.action().toString());
    out.attr("direction", value.direction().toString());
    out.attr("priority", value.priority());
    out.attr("statematch", value.stateMatch());
    for (FilterCondition condition : value.conditions()) FilterConditions.write(condition, out);
    out.end();
  }

  /** As libvirt reads it: any other word is true. */
  private static boolean isOff(String word) {
    return word.equals("0") || word.equalsIgnoreCase("false");
  }
}
