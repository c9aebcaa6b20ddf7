package io.kvmsdk.storage.pool;

import io.kvmsdk.internal.style.ValueStyle;
import io.kvmsdk.xml.Extras;
import io.kvmsdk.xml.XmlIn;
import io.kvmsdk.xml.XmlMapping;
import io.kvmsdk.xml.XmlOut;
import java.util.List;
import org.immutables.value.Value;

/**
 * Options for mounting the source of a pool. Since libvirt 5.1.0.
 *
 * @see <a href="https://libvirt.org/formatstorage.html#storage-pool-namespaces">libvirt: Storage
 *     Pool Namespaces</a>
 */
@Value.Immutable
@ValueStyle
public interface PoolMountOptions extends WithPoolMountOptions {

  /** How it is read and written. */
  XmlMapping<PoolMountOptions> XML = new PoolMountOptionsXml();

  /** These options, such as {@code nodev}. */
  static PoolMountOptions of(String... names) {
    Builder b = builder();
    for (String name : names) b.addOption(PoolMountOption.builder().name(name).build());
    return b.build();
  }

  /** An empty builder. */
  static Builder builder() {
    return new Builder();
  }

  /** A builder that starts with the values of this one. */
  default Builder toBuilder() {
    return builder().from(this);
  }

  /** The options. */
  List<PoolMountOption> options();

  /** What the document says beyond this. */
  Extras extras();

  /** Makes values. */
  final class Builder extends ImmutablePoolMountOptions.Builder {
    Builder() {
      extras(Extras.NONE);
    }
  }
}

final class PoolMountOptionsXml extends XmlMapping<PoolMountOptions> {

  static final String NAMESPACE = "http://libvirt.org/schemas/storagepool/fs/1.0";

  PoolMountOptionsXml() {
    super("mount_opts");
  }

  @Override
  protected PoolMountOptions read(XmlIn in) {
    PoolMountOptions.Builder b = PoolMountOptions.builder();
    for (XmlIn option : in.children(NAMESPACE, "option"))
      b.addOption(option.read(PoolMountOption.XML));
    return b.extras(in.extras()).build();
  }

  @Override
  protected void write(PoolMountOptions value, String name, XmlOut out) {
    out.begin("fs", NAMESPACE, name, value.extras());
    out.writeAll("option", PoolMountOption.XML, value.options());
    out.end();
  }
}
