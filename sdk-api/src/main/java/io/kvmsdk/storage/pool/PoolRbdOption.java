package io.kvmsdk.storage.pool;

import io.kvmsdk.internal.style.ValueStyle;
import io.kvmsdk.xml.Extras;
import io.kvmsdk.xml.XmlIn;
import io.kvmsdk.xml.XmlMapping;
import io.kvmsdk.xml.XmlOut;
import org.immutables.value.Value;

/**
 * An option of Ceph's client.
 *
 * @see <a href="https://libvirt.org/formatstorage.html#storage-pool-namespaces">libvirt: Storage
 *     Pool Namespaces</a>
 */
@Value.Immutable
@ValueStyle
public interface PoolRbdOption extends WithPoolRbdOption {

  /** How it is read and written. */
  XmlMapping<PoolRbdOption> XML = new PoolRbdOptionXml();

  /** An empty builder. */
  static Builder builder() {
    return new Builder();
  }

  /** A builder that starts with the values of this one. */
  default Builder toBuilder() {
    return builder().from(this);
  }

  /** The option's name. */
  String name();

  /** Its value. */
  @Value.Redacted
  String value();

  /** What the document says beyond this. */
  Extras extras();

  /** Makes values. */
  final class Builder extends ImmutablePoolRbdOption.Builder {
    Builder() {
      extras(Extras.NONE);
    }
  }
}

final class PoolRbdOptionXml extends XmlMapping<PoolRbdOption> {

  PoolRbdOptionXml() {
    super("option");
  }

  @Override
  protected PoolRbdOption read(XmlIn in) {
    PoolRbdOption.Builder b = PoolRbdOption.builder();
    b.name(in.required("name"));
    b.value(in.required("value"));
    return b.extras(in.extras()).build();
  }

  @Override
  protected void write(PoolRbdOption value, String name, XmlOut out) {
    out.begin("rbd", PoolRbdOptionsXml.NAMESPACE, name, value.extras());
    out.attr("name", value.name());
    out.attr("value", value.value());
    out.end();
  }
}
