package io.kvmsdk.network.forward;

import io.kvmsdk.internal.style.ValueStyle;
import io.kvmsdk.xml.Extras;
import io.kvmsdk.xml.XmlIn;
import io.kvmsdk.xml.XmlMapping;
import io.kvmsdk.xml.XmlOut;
import org.immutables.value.Value;

/**
 * The ports of the host that stand in place of the guests'. Since libvirt 1.0.3.
 *
 * @see <a href="https://libvirt.org/formatnetwork.html#connectivity">libvirt: Connectivity</a>
 */
@Value.Immutable
@ValueStyle
public interface NatPorts extends WithNatPorts {

  /** How it is read and written. */
  XmlMapping<NatPorts> XML = new NatPortsXml();

  /** An empty builder. */
  static Builder builder() {
    return new Builder();
  }

  /** A builder that starts with the values of this one. */
  default Builder toBuilder() {
    return builder().from(this);
  }

  /** The first, 1 to 65535. What libvirt takes where nothing is said is 1024. */
  int start();

  /** The last, 1 to 65535. What libvirt takes where nothing is said is 65535. */
  int end();

  /** What the document says beyond this. */
  Extras extras();

  /** Makes values. */
  final class Builder extends ImmutableNatPorts.Builder {
    Builder() {
      extras(Extras.NONE);
    }
  }
}

final class NatPortsXml extends XmlMapping<NatPorts> {

  NatPortsXml() {
    super("port");
  }

  @Override
  protected NatPorts read(XmlIn in) {
    NatPorts.Builder b = NatPorts.builder();
    if (!in.intAttr("start")) throw in.missing("@start");
    b.start(in.intValue());
    if (!in.intAttr("end")) throw in.missing("@end");
    b.end(in.intValue());
    return b.extras(in.extras()).build();
  }

  @Override
  protected void write(NatPorts value, String name, XmlOut out) {
    out.begin(name, value.extras());
    out.attr("start", value.start());
    out.attr("end", value.end());
    out.end();
  }
}
