package io.kvmsdk.network.filter;

import io.kvmsdk.internal.style.ValueStyle;
import io.kvmsdk.xml.Extras;
import io.kvmsdk.xml.XmlIn;
import io.kvmsdk.xml.XmlMapping;
import io.kvmsdk.xml.XmlOut;
import org.immutables.value.Value;

/**
 * A value of a variable in a filter.
 *
 * @see <a href="https://libvirt.org/formatnwfilter.html#usage-of-variables-in-filters">libvirt:
 *     Usage of variables in filters</a>
 */
@Value.Immutable
@ValueStyle
public interface FilterParameter extends WithFilterParameter {

  /** How it is read and written. */
  XmlMapping<FilterParameter> XML = new FilterParameterXml();

  /** This value. */
  static FilterParameter of(String name, String value) {
    return builder().name(name).value(value).build();
  }

  /** An empty builder. */
  static Builder builder() {
    return new Builder();
  }

  /** A builder that starts with the values of this one. */
  default Builder toBuilder() {
    return builder().from(this);
  }

  /** The name of the variable, without the dollar sign, such as {@code IP}. */
  String name();

  /** The value. */
  String value();

  /** What the document says beyond this. */
  Extras extras();

  /** Makes values. */
  final class Builder extends ImmutableFilterParameter.Builder {
    Builder() {
      extras(Extras.NONE);
    }
  }
}

final class FilterParameterXml extends XmlMapping<FilterParameter> {

  FilterParameterXml() {
    super("parameter");
  }

  @Override
  protected FilterParameter read(XmlIn in) {
    FilterParameter.Builder b = FilterParameter.builder();
    b.name(in.required("name"));
    b.value(in.required("value"));
    return b.extras(in.extras()).build();
  }

  @Override
  protected void write(FilterParameter value, String name, XmlOut out) {
    out.begin(name, value.extras());
    out.attr("name", value.name());
    out.attr("value", value.value());
    out.end();
  }
}
