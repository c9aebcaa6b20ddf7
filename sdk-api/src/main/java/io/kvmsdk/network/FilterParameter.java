package io.kvmsdk.network;

import io.kvmsdk.internal.style.ValueStyle;
import io.kvmsdk.xml.Extras;
import io.kvmsdk.xml.XmlIn;
import io.kvmsdk.xml.XmlMapping;
import io.kvmsdk.xml.XmlOut;
import org.immutables.value.Value;

/**
 * A value for a variable of a network filter.
 *
 * @see <a href="https://libvirt.org/formatdomain.html#traffic-filtering-with-nwfilter">libvirt:
 *     Traffic filtering with NWFilter</a>
 */
@Value.Immutable
@ValueStyle
public interface FilterParameter extends WithFilterParameter {

  /** How it is read and written. */
  XmlMapping<FilterParameter> XML = new FilterParameterXml();

  /** This value for this variable. */
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

  /** The variable, such as {@code IP}: letters, digits and underscores. */
  String name();

  /** Its value; several parameters of one name make a list. */
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
