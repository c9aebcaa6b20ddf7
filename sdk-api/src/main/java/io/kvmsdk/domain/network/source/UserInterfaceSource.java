package io.kvmsdk.domain.network.source;

import io.kvmsdk.internal.style.ValueStyle;
import io.kvmsdk.xml.Extras;
import io.kvmsdk.xml.XmlIn;
import io.kvmsdk.xml.XmlMapping;
import io.kvmsdk.xml.XmlOut;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * The host's own network by address translation in user space, without any right on the host.
 *
 * @see <a href="https://libvirt.org/formatdomain.html#userspace-connection-using-slirp">libvirt:
 *     Userspace connection using SLIRP</a>
 */
@Value.Immutable
@ValueStyle
public sealed interface UserInterfaceSource extends InterfaceSource, WithUserInterfaceSource
    permits ImmutableUserInterfaceSource {

  /** How it is read and written. */
  XmlMapping<UserInterfaceSource> XML = new UserInterfaceSourceXml();

  /** An empty builder. */
  static Builder builder() {
    return new Builder();
  }

  /** A builder that starts with the values of this one. */
  default Builder toBuilder() {
    return builder().from(this);
  }

  @Override
  default String type() {
    return "user";
  }

  /**
   * The device of the host by whose routes the guest's are made; passt only. Since libvirt 9.0.0.
   */
  Optional<String> device();

  /** What the document says beyond this. */
  @Override
  Extras extras();

  /** Makes values. */
  final class Builder extends ImmutableUserInterfaceSource.Builder {
    Builder() {
      extras(Extras.NONE);
    }
  }
}

final class UserInterfaceSourceXml extends XmlMapping<UserInterfaceSource> {

  UserInterfaceSourceXml() {
    super("source");
  }

  @Override
  protected UserInterfaceSource read(XmlIn in) {
    UserInterfaceSource.Builder b = UserInterfaceSource.builder();
    if (in.attr("dev")) b.device(in.value());
    return b.extras(in.extrasAndPresence()).build();
  }

  @Override
  protected void write(UserInterfaceSource value, String name, XmlOut out) {
    out.beginIfAny(name, value.extras());
    out.attr("dev", value.device());
    out.end();
  }
}
