package io.kvmsdk.storage.pool;

import io.kvmsdk.internal.style.ValueStyle;
import io.kvmsdk.xml.Extras;
import io.kvmsdk.xml.XmlIn;
import io.kvmsdk.xml.XmlMapping;
import io.kvmsdk.xml.XmlOut;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * A server of storage.
 *
 * @see <a href="https://libvirt.org/formatstorage.html#source-elements">libvirt: Source
 *     elements</a>
 */
@Value.Immutable
@ValueStyle
public interface PoolHost extends WithPoolHost {

  /** How it is read and written. */
  XmlMapping<PoolHost> XML = new PoolHostXml();

  /** A server, on the usual port. */
  static PoolHost of(String name) {
    return builder().name(name).build();
  }

  /** A server, on that port. */
  static PoolHost of(String name, int port) {
    return builder().name(name).port(port).build();
  }

  /** An empty builder. */
  static Builder builder() {
    return new Builder();
  }

  /** A builder that starts with the values of this one. */
  default Builder toBuilder() {
    return builder().from(this);
  }

  /** The host name or IP address. */
  String name();

  /** The port, to 65535. Absent, and -1, mean the usual one. */
  Optional<Integer> port();

  /** What the document says beyond this. */
  Extras extras();

  /** Makes values. */
  final class Builder extends ImmutablePoolHost.Builder {
    Builder() {
      extras(Extras.NONE);
    }
  }
}

final class PoolHostXml extends XmlMapping<PoolHost> {

  PoolHostXml() {
    super("host");
  }

  @Override
  protected PoolHost read(XmlIn in) {
    PoolHost.Builder b = PoolHost.builder();
    b.name(in.required("name"));
    if (in.signedIntAttr("port")) b.port(in.intValue());
    return b.extras(in.extras()).build();
  }

  @Override
  protected void write(PoolHost value, String name, XmlOut out) {
    out.begin(name, value.extras());
    out.attr("name", value.name());
    out.attr("port", value.port());
    out.end();
  }
}
