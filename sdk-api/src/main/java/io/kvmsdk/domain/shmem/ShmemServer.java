package io.kvmsdk.domain.shmem;

import io.kvmsdk.internal.style.ValueStyle;
import io.kvmsdk.xml.Extras;
import io.kvmsdk.xml.XmlIn;
import io.kvmsdk.xml.XmlMapping;
import io.kvmsdk.xml.XmlOut;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * The server that has shared memory and passes on the interrupts.
 *
 * @see <a href="https://libvirt.org/formatdomain.html#shared-memory-device">libvirt: Shared memory
 *     device</a>
 */
@Value.Immutable
@ValueStyle
public interface ShmemServer extends WithShmemServer {

  /** How it is read and written. */
  XmlMapping<ShmemServer> XML = new ShmemServerXml();

  /** The server at that unix socket. */
  static ShmemServer at(String path) {
    return builder().path(path).build();
  }

  /** An empty builder. */
  static Builder builder() {
    return new Builder();
  }

  /** A builder that starts with the values of this one. */
  default Builder toBuilder() {
    return builder().from(this);
  }

  /**
   * The absolute path of its unix socket. Absent means one that libvirt makes of the memory's name.
   */
  Optional<String> path();

  /** What the document says beyond this. */
  Extras extras();

  /** Makes values. */
  final class Builder extends ImmutableShmemServer.Builder {
    Builder() {
      extras(Extras.NONE);
    }
  }
}

final class ShmemServerXml extends XmlMapping<ShmemServer> {

  ShmemServerXml() {
    super("server");
  }

  @Override
  protected ShmemServer read(XmlIn in) {
    ShmemServer.Builder b = ShmemServer.builder();
    if (in.attr("path")) b.path(in.value());
    return b.extras(in.extras()).build();
  }

  @Override
  protected void write(ShmemServer value, String name, XmlOut out) {
    out.begin(name, value.extras());
    out.attr("path", value.path());
    out.end();
  }
}
