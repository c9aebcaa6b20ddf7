package io.kvmsdk.storage.pool;

import io.kvmsdk.internal.style.ValueStyle;
import io.kvmsdk.xml.Extras;
import io.kvmsdk.xml.XmlIn;
import io.kvmsdk.xml.XmlMapping;
import io.kvmsdk.xml.XmlOut;
import org.immutables.value.Value;

/**
 * An option for mounting the source of a pool.
 *
 * @see <a href="https://libvirt.org/formatstorage.html#storage-pool-namespaces">libvirt: Storage
 *     Pool Namespaces</a>
 */
@Value.Immutable
@ValueStyle
public interface PoolMountOption extends WithPoolMountOption {

  /** How it is read and written. */
  XmlMapping<PoolMountOption> XML = new PoolMountOptionXml();

  /** An empty builder. */
  static Builder builder() {
    return new Builder();
  }

  /** A builder that starts with the values of this one. */
  default Builder toBuilder() {
    return builder().from(this);
  }

  /** The option, as {@code mount -o} takes it, such as {@code nfsvers=4.2}. */
  String name();

  /** What the document says beyond this. */
  Extras extras();

  /** Makes values. */
  final class Builder extends ImmutablePoolMountOption.Builder {
    Builder() {
      extras(Extras.NONE);
    }
  }
}

final class PoolMountOptionXml extends XmlMapping<PoolMountOption> {

  PoolMountOptionXml() {
    super("option");
  }

  @Override
  protected PoolMountOption read(XmlIn in) {
    PoolMountOption.Builder b = PoolMountOption.builder();
    b.name(in.required("name"));
    return b.extras(in.extras()).build();
  }

  @Override
  protected void write(PoolMountOption value, String name, XmlOut out) {
    out.begin("fs", PoolMountOptionsXml.NAMESPACE, name, value.extras());
    out.attr("name", value.name());
    out.end();
  }
}
