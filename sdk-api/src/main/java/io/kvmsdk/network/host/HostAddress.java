package io.kvmsdk.network.host;

import io.kvmsdk.internal.style.ValueStyle;
import io.kvmsdk.xml.Extras;
import io.kvmsdk.xml.XmlIn;
import io.kvmsdk.xml.XmlMapping;
import io.kvmsdk.xml.XmlOut;
import java.util.Optional;
import org.immutables.value.Value;

/** An address of an interface of the host. */
@Value.Immutable
@ValueStyle
public interface HostAddress extends WithHostAddress {

  /** How it is read and written. */
  XmlMapping<HostAddress> XML = new HostAddressXml();

  /** An empty builder. */
  static Builder builder() {
    return new Builder();
  }

  /** A builder that starts with the values of this one. */
  default Builder toBuilder() {
    return builder().from(this);
  }

  /** The address. */
  String address();

  /** The length of the network's prefix, to 32 for IPv4 and to 128 for IPv6. */
  Optional<Integer> prefix();

  /** What the document says beyond this. */
  Extras extras();

  /** Makes values. */
  final class Builder extends ImmutableHostAddress.Builder {
    Builder() {
      extras(Extras.NONE);
    }
  }
}

final class HostAddressXml extends XmlMapping<HostAddress> {

  HostAddressXml() {
    super("ip");
  }

  @Override
  protected HostAddress read(XmlIn in) {
    HostAddress.Builder b = HostAddress.builder();
    b.address(in.required("address"));
    if (in.intAttr("prefix")) b.prefix(in.intValue());
    return b.extras(in.extras()).build();
  }

  @Override
  protected void write(HostAddress value, String name, XmlOut out) {
    out.begin(name, value.extras());
    out.attr("address", value.address());
    out.attr("prefix", value.prefix());
    out.end();
  }
}
