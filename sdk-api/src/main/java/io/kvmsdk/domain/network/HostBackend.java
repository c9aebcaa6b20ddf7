package io.kvmsdk.domain.network;

import io.kvmsdk.internal.style.ValueStyle;
import io.kvmsdk.xml.Extras;
import io.kvmsdk.xml.XmlIn;
import io.kvmsdk.xml.XmlMapping;
import io.kvmsdk.xml.XmlOut;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * What stands behind an interface on the host.
 *
 * @see <a
 *     href="https://libvirt.org/formatdomain.html#setting-network-backend-specific-options">libvirt:
 *     Setting network backend-specific options</a>
 */
@Value.Immutable
@ValueStyle
public interface HostBackend extends WithHostBackend {

  /** How it is read and written. */
  XmlMapping<HostBackend> XML = new HostBackendXml();

  /** passt, which moves the packets of user or vhost-user interfaces without rights on the host. */
  static HostBackend passt() {
    return builder().type(HostBackendType.PASST).build();
  }

  /** An empty builder. */
  static Builder builder() {
    return new Builder();
  }

  /** A builder that starts with the values of this one. */
  default Builder toBuilder() {
    return builder().from(this);
  }

  /** Which program connects an interface of type user or vhost-user. Since libvirt 9.0.0. */
  Optional<HostBackendType> type();

  /**
   * The absolute path of the device that makes tap devices. Absent means {@code /dev/net/tun}.
   * Since libvirt 1.2.9.
   */
  Optional<String> tap();

  /**
   * The absolute path of the device that moves packets in the kernel. Absent means {@code
   * /dev/vhost-net}. Since libvirt 1.2.9.
   */
  Optional<String> vhost();

  /**
   * The absolute path where passt writes its log, for looking into problems only. Since libvirt
   * 9.0.0.
   */
  Optional<String> logFile();

  /** What the document says beyond this. */
  Extras extras();

  /** Makes values. */
  final class Builder extends ImmutableHostBackend.Builder {
    Builder() {
      extras(Extras.NONE);
    }
  }
}

final class HostBackendXml extends XmlMapping<HostBackend> {

  HostBackendXml() {
    super("backend");
  }

  @Override
  protected HostBackend read(XmlIn in) {
    HostBackend.Builder b = HostBackend.builder();
    if (in.attr("type")) b.type(new HostBackendType(in.value()));
    if (in.attr("tap")) b.tap(in.value());
    if (in.attr("vhost")) b.vhost(in.value());
    if (in.attr("logFile")) b.logFile(in.value());
    return b.extras(in.extrasAndPresence()).build();
  }

  @Override
  protected void write(HostBackend value, String name, XmlOut out) {
    out.beginIfAny(name, value.extras());
    out.attr("type", value.type());
    out.attr("tap", value.tap());
    out.attr("vhost", value.vhost());
    out.attr("logFile", value.logFile());
    out.end();
  }
}
