package io.kvmsdk.domain.network;

import io.kvmsdk.internal.style.ValueStyle;
import io.kvmsdk.xml.Extras;
import io.kvmsdk.xml.XmlIn;
import io.kvmsdk.xml.XmlMapping;
import io.kvmsdk.xml.XmlOut;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * Ports of the host that are forwarded to the guest, or are not.
 *
 * @see <a href="https://libvirt.org/formatdomain.html#userspace-connection-using-passt">libvirt:
 *     Userspace connection using passt</a>
 */
@Value.Immutable
@ValueStyle
public interface PortForwardRange extends WithPortForwardRange {

  /** How it is read and written. */
  XmlMapping<PortForwardRange> XML = new PortForwardRangeXml();

  /** One port, which is the same in the guest. */
  static PortForwardRange of(int port) {
    return builder().start(port).build();
  }

  /** One port, which is another one in the guest. */
  static PortForwardRange of(int port, int to) {
    return builder().start(port).to(to).build();
  }

  /** An empty builder. */
  static Builder builder() {
    return new Builder();
  }

  /** A builder that starts with the values of this one. */
  default Builder toBuilder() {
    return builder().from(this);
  }

  /** The first port on the host, up to 65535. */
  int start();

  /** The last port on the host. Absent means the first. */
  Optional<Integer> end();

  /**
   * The port of the guest that the first one goes to; those after it follow. Absent means the same
   * as on the host.
   */
  Optional<Integer> to();

  /** Whether these are left out of what is forwarded. Absent means no. */
  Optional<Boolean> exclude();

  /** What the document says beyond this. */
  Extras extras();

  /** Makes values. */
  final class Builder extends ImmutablePortForwardRange.Builder {
    Builder() {
      extras(Extras.NONE);
    }
  }
}

final class PortForwardRangeXml extends XmlMapping<PortForwardRange> {

  PortForwardRangeXml() {
    super("range");
  }

  @Override
  protected PortForwardRange read(XmlIn in) {
    PortForwardRange.Builder b = PortForwardRange.builder();
    if (!in.signedIntAttr("start")) throw in.missing("@start");
    b.start(in.intValue());
    if (in.signedIntAttr("end")) b.end(in.intValue());
    if (in.signedIntAttr("to")) b.to(in.intValue());
    if (in.yesNo("exclude")) b.exclude(in.flag());
    return b.extras(in.extras()).build();
  }

  @Override
  protected void write(PortForwardRange value, String name, XmlOut out) {
    out.begin(name, value.extras());
    out.attr("start", value.start());
    out.attr("end", value.end());
    out.attr("to", value.to());
    out.yesNo("exclude", value.exclude());
    out.end();
  }
}
