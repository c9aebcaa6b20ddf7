package io.kvmsdk.storage.pool;

import io.kvmsdk.internal.style.ValueStyle;
import io.kvmsdk.xml.Extras;
import io.kvmsdk.xml.XmlIn;
import io.kvmsdk.xml.XmlMapping;
import io.kvmsdk.xml.XmlOut;
import java.util.List;
import org.immutables.value.Value;

/**
 * Options of Ceph's client for a pool. Since libvirt 5.1.0.
 *
 * @see <a href="https://libvirt.org/formatstorage.html#storage-pool-namespaces">libvirt: Storage
 *     Pool Namespaces</a>
 */
@Value.Immutable
@ValueStyle
public interface PoolRbdOptions extends WithPoolRbdOptions {

  /** How it is read and written. */
  XmlMapping<PoolRbdOptions> XML = new PoolRbdOptionsXml();

  /** An empty builder. */
  static Builder builder() {
    return new Builder();
  }

  /** A builder that starts with the values of this one. */
  default Builder toBuilder() {
    return builder().from(this);
  }

  /** The options. */
  List<PoolRbdOption> options();

  /** What the document says beyond this. */
  Extras extras();

  /** Makes values. */
  final class Builder extends ImmutablePoolRbdOptions.Builder {
    Builder() {
      extras(Extras.NONE);
    }

    /** An option by its name, such as {@code client_mount_timeout}. */
    public Builder option(String name, String value) {
      addOption(PoolRbdOption.builder().name(name).value(value).build());
      return this;
    }
  }
}

final class PoolRbdOptionsXml extends XmlMapping<PoolRbdOptions> {

  static final String NAMESPACE = "http://libvirt.org/schemas/storagepool/rbd/1.0";

  PoolRbdOptionsXml() {
    super("config_opts");
  }

  @Override
  protected PoolRbdOptions read(XmlIn in) {
    PoolRbdOptions.Builder b = PoolRbdOptions.builder();
    for (XmlIn option : in.children(NAMESPACE, "option"))
      b.addOption(option.read(PoolRbdOption.XML));
    return b.extras(in.extras()).build();
  }

  @Override
  protected void write(PoolRbdOptions value, String name, XmlOut out) {
    out.begin("rbd", NAMESPACE, name, value.extras());
    out.writeAll("option", PoolRbdOption.XML, value.options());
    out.end();
  }
}
