package io.kvmsdk.domain.tuning;

import io.kvmsdk.internal.style.ValueStyle;
import io.kvmsdk.xml.Extras;
import io.kvmsdk.xml.Strictness;
import io.kvmsdk.xml.XmlIn;
import io.kvmsdk.xml.XmlMapping;
import io.kvmsdk.xml.XmlOut;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * Where in the host's partitions of resources a domain is. Since libvirt 1.0.5.
 *
 * @see <a href="https://libvirt.org/formatdomain.html#resource-partitioning">libvirt: Resource
 *     partitioning</a>
 */
@Value.Immutable
@ValueStyle
public interface Resource extends WithResource {

  /** How it is read and written. */
  XmlMapping<Resource> XML = new ResourceXml();

  /** In that partition, which has to be there. */
  static Resource partition(String path) {
    return builder().partition(path).build();
  }

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

  /**
   * The absolute path of the partition, a group of cgroups; absent means the hypervisor's default,
   * such as {@code /machine}.
   */
  Optional<String> partition();

  /**
   * By what its traffic can be told on a Fibre Channel network: 1 to 128 printable ASCII
   * characters. Since libvirt 7.7.0.
   */
  Optional<String> fibreChannelAppId();

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
    if (in.child("partition").text()) b.partition(in.value());
    if (in.child("fibrechannel").attr("appid")) b.fibreChannelAppId(in.value());
    return b.extras(in.extras()).build();
  }

  @Override
  protected void write(Resource value, String name, XmlOut out) {
    out.begin(name, value.extras());
    out.partText("partition", value.partition());
    out.part("fibrechannel", "appid", value.fibreChannelAppId());
    out.end();
  }
}
