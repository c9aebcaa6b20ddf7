package io.kvmsdk.network.filter;

import io.kvmsdk.error.InvalidDefinitionException;
import io.kvmsdk.internal.style.ValueStyle;
import io.kvmsdk.xml.Document;
import io.kvmsdk.xml.Extras;
import io.kvmsdk.xml.Strictness;
import io.kvmsdk.xml.XmlIn;
import io.kvmsdk.xml.XmlMapping;
import io.kvmsdk.xml.XmlOut;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.immutables.value.Value;

/**
 * A filter of network traffic: rules, and references to filters that it is made of. Applied on the
 * host, out of the guest's reach. Since libvirt 0.8.1.
 *
 * @see <a href="https://libvirt.org/formatnwfilter.html#element-and-attribute-overview">libvirt:
 *     Element and attribute overview</a>
 */
@Value.Immutable
@ValueStyle
public interface NetworkFilter extends Document, WithNetworkFilter {

  /** How it is read and written. */
  XmlMapping<NetworkFilter> XML = new NetworkFilterXml();

  /** A filter of that name with these rules and references. */
  static NetworkFilter of(String name, FilterEntry... entries) {
    return builder().name(name).addEntries(entries).build();
  }

  /** An empty builder. */
  static Builder builder() {
    return new Builder();
  }

  /** A builder that starts with the values of this one. */
  default Builder toBuilder() {
    return builder().from(this);
  }

  /** What {@code <filter>} says, keeping what has no name here. */
  static NetworkFilter fromXml(String xml) {
    return fromXml(xml, Strictness.LENIENT);
  }

  /** What {@code <filter>} says. */
  static NetworkFilter fromXml(String xml, Strictness strictness) {
    return XML.parse(xml, strictness);
  }

  @Override
  default String toXml() {
    return XML.format(this);
  }

  /** The name, unique on the host. */
  String name();

  /** The chain that its rules stand in. Absent means the root chain. */
  Optional<FilterChain> chain();

  /**
   * When the chain is gone through, -1000 to 1000, lower first. Absent means what the chain's
   * protocol has, such as -500 for ARP. Since libvirt 0.9.8.
   */
  Optional<Integer> priority();

  /** The UUID. Absent means that libvirt makes one up. */
  Optional<UUID> uuid();

  /** Rules and references in their order, which decides among rules of the same priority. */
  List<FilterEntry> entries();

  /** The rules in their order. */
  default List<FilterRule> rules() {
    return entries().stream()
        .filter(FilterRule.class::isInstance)
        .map(FilterRule.class::cast)
        .toList();
  }

  /** The filters that this one refers to, in their order. */
  default List<FilterReference> references() {
    return entries().stream()
        .filter(FilterReference.class::isInstance)
        .map(FilterReference.class::cast)
        .toList();
  }

  /**
   * Refuses a priority out of range; building and changing it does it.
   *
   * @throws InvalidDefinitionException if it is not from -1000 to 1000
   */
  @Value.Check
  default void checkConsistent() {
    if (Math.abs(priority().orElse(0)) > 1000) {
      throw new InvalidDefinitionException(
          "filter/@priority", priority().get().toString(), "a number from -1000 to 1000");
    }
  }

  /** What the document says beyond this. */
  @Override
  Extras extras();

  /** Makes values. */
  final class Builder extends ImmutableNetworkFilter.Builder {
    Builder() {
      extras(Extras.NONE);
    }
  }
}

final class NetworkFilterXml extends XmlMapping<NetworkFilter> {

  NetworkFilterXml() {
    super("filter");
  }

  @Override
  protected NetworkFilter read(XmlIn in) {
    NetworkFilter.Builder b = NetworkFilter.builder();
    b.name(in.required("name"));
    if (in.attr("chain")) b.chain(new FilterChain(in.value()));
    if (in.signedIntAttr("priority")) b.priority(in.intValue());
    if (in.child("uuid").text()) b.uuid(in.uuid());
    for (XmlIn entry : in.children()) {
      switch (entry.name()) {
        case "rule" -> b.addEntry(entry.read(FilterRule.XML));
        case "filterref" -> b.addEntry(entry.read(FilterReference.XML));
        default -> {}
      }
    }
    return b.extras(in.extras()).build();
  }

  @Override
  protected void write(NetworkFilter value, String name, XmlOut out) {
    out.begin(name, value.extras());
    out.attr("name", value.name());
    out.attr("chain", value.chain());
    out.attr("priority", value.priority());
    out.partText("uuid", value.uuid());
    for (FilterEntry entry : value.entries()) {
      if (entry instanceof FilterRule rule) out.write(FilterRule.XML, rule);
      if (entry instanceof FilterReference reference) out.write(FilterReference.XML, reference);
    }
    out.end();
  }
}
