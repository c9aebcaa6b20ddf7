package io.kvmsdk.domain.tuning;

import io.kvmsdk.internal.style.ValueStyle;
import io.kvmsdk.xml.Extras;
import io.kvmsdk.xml.Strictness;
import io.kvmsdk.xml.XmlIn;
import io.kvmsdk.xml.XmlMapping;
import io.kvmsdk.xml.XmlOut;
import org.immutables.value.Value;

/**
 * The group of the host's resources in which a domain is.
 *
 * @see <a href="https://libvirt.org/formatdomain.html#resource-partitioning">libvirt: Resource
 *     partitioning</a>
 */
@Value.Immutable
@ValueStyle
public interface Resource extends WithResource {

  /** How it is read and written. */
  XmlMapping<Resource> XML = new ResourceXml();

  /** An empty builder. */
  static Builder builder() {
    return new Builder();
  }

  /** A builder that starts with the values of this one. */
  default Builder toBuilder() {
    return builder().from(this);
  }

  /** What {@code <resource>} says, keeping what has no name here. */
  static Resource fromXml(String xml) {
    return fromXml(xml, Strictness.LENIENT);
  }

  /** What {@code <resource>} says. */
  static Resource fromXml(String xml, Strictness strictness) {
    return XML.parse(xml, strictness);
  }

  /** The value as {@code <resource>}. */
  default String toXml() {
    return XML.format(this);
  }

  /** What the document says beyond this. */
  Extras extras();

  /** Makes values. */
  final class Builder extends ImmutableResource.Builder {
    Builder() {
      extras(Extras.NONE);
    }
  }
}

final class ResourceXml extends XmlMapping<Resource> {

  ResourceXml() {
    super("resource");
  }

  @Override
  protected Resource read(XmlIn in) {
    Resource.Builder b = Resource.builder();
    return b.extras(in.extras()).build();
  }

  @Override
  protected void write(Resource value, String name, XmlOut out) {
    out.begin(name, value.extras());
    out.end();
  }
}
