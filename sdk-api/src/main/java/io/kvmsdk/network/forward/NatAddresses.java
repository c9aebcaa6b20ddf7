package io.kvmsdk.network.forward;

import io.kvmsdk.internal.style.ValueStyle;
import io.kvmsdk.xml.Extras;
import io.kvmsdk.xml.XmlIn;
import io.kvmsdk.xml.XmlMapping;
import io.kvmsdk.xml.XmlOut;
import org.immutables.value.Value;

/**
 * The addresses of the host that stand in place of the guests'. Since libvirt 1.0.3.
 *
 * @see <a href="https://libvirt.org/formatnetwork.html#connectivity">libvirt: Connectivity</a>
 */
@Value.Immutable
@ValueStyle
public interface NatAddresses extends WithNatAddresses {

  /** How it is read and written. */
  XmlMapping<NatAddresses> XML = new NatAddressesXml();

  /** An empty builder. */
  static Builder builder() {
    return new Builder();
  }

  /** A builder that starts with the values of this one. */
  default Builder toBuilder() {
    return builder().from(this);
  }

  /** The first, IPv4. */
  String start();

  /** The last; the first, if there is one only. */
  String end();

  /** What the document says beyond this. */
  Extras extras();

  /** Makes values. */
  final class Builder extends ImmutableNatAddresses.Builder {
    Builder() {
      extras(Extras.NONE);
    }
  }
}

final class NatAddressesXml extends XmlMapping<NatAddresses> {

  NatAddressesXml() {
    super("address");
  }

  @Override
  protected NatAddresses read(XmlIn in) {
    NatAddresses.Builder b = NatAddresses.builder();
    b.start(in.required("start"));
    b.end(in.required("end"));
    return b.extras(in.extras()).build();
  }

  @Override
  protected void write(NatAddresses value, String name, XmlOut out) {
    out.begin(name, value.extras());
    out.attr("start", value.start());
    out.attr("end", value.end());
    out.end();
  }
}
