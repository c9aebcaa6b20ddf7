package io.kvmsdk.network.filter;

import io.kvmsdk.internal.style.ValueStyle;
import io.kvmsdk.xml.Extras;
import io.kvmsdk.xml.Strictness;
import io.kvmsdk.xml.XmlIn;
import io.kvmsdk.xml.XmlMapping;
import io.kvmsdk.xml.XmlOut;
import java.util.List;
import org.immutables.value.Value;

/**
 * The name of a filter that applies, and the values of the variables in it. Stands in an interface
 * of a domain, in a filter and in a filter binding. Since libvirt 0.8.0.
 *
 * @see <a href="https://libvirt.org/formatnwfilter.html#references-to-other-filters">libvirt:
 *     References to other filters</a>
 * @see <a href="https://libvirt.org/formatdomain.html#traffic-filtering-with-nwfilter">libvirt:
 *     Traffic filtering with NWFilter</a>
 */
@Value.Immutable
@ValueStyle
public sealed interface FilterReference extends FilterEntry, WithFilterReference
    permits ImmutableFilterReference {

  /** How it is read and written. */
  XmlMapping<FilterReference> XML = new FilterReferenceXml();

  /** The filter of that name, such as {@code clean-traffic}. */
  static FilterReference of(String filter) {
    return builder().filter(filter).build();
  }

  /** An empty builder. */
  static Builder builder() {
    return new Builder();
  }

  /** A builder that starts with the values of this one. */
  default Builder toBuilder() {
    return builder().from(this);
  }

  /** What {@code <filterref>} says, keeping what has no name here. */
  static FilterReference fromXml(String xml) {
    return fromXml(xml, Strictness.LENIENT);
  }

  /** What {@code <filterref>} says. */
  static FilterReference fromXml(String xml, Strictness strictness) {
    return XML.parse(xml, strictness);
  }

  /** The value as {@code <filterref>}. */
  default String toXml() {
    return XML.format(this);
  }

  /** The name of the filter. */
  String filter();

  /**
   * The values of variables. One that is there several times is a list of values; libvirt fills in
   * {@code MAC}, and finds {@code IP} out if it is needed and not given.
   */
  List<FilterParameter> parameters();

  /** The values of a variable, in their order. */
  default List<String> values(String variable) {
    return parameters().stream()
        .filter(parameter -> parameter.name().equals(variable))
        .map(FilterParameter::value)
        .toList();
  }

  /** What the document says beyond this. */
  @Override
  Extras extras();

  /** Makes values. */
  final class Builder extends ImmutableFilterReference.Builder {
    Builder() {
      extras(Extras.NONE);
    }

    /** A value of a variable, behind those that it has. */
    public Builder parameter(String name, String value) {
      addParameter(FilterParameter.of(name, value));
      return this;
    }
  }
}

final class FilterReferenceXml extends XmlMapping<FilterReference> {

  FilterReferenceXml() {
    super("filterref");
  }

  @Override
  protected FilterReference read(XmlIn in) {
    FilterReference.Builder b = FilterReference.builder();
    b.filter(in.required("filter"));
    for (XmlIn parameter : in.children("parameter"))
      b.addParameter(parameter.read(FilterParameter.XML));
    return b.extras(in.extras()).build();
  }

  @Override
  protected void write(FilterReference value, String name, XmlOut out) {
    out.begin(name, value.extras());
    out.attr("filter", value.filter());
    out.writeAll("parameter", FilterParameter.XML, value.parameters());
    out.end();
  }
}
