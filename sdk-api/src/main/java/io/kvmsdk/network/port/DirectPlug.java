package io.kvmsdk.network.port;

import io.kvmsdk.internal.style.ValueStyle;
import io.kvmsdk.network.DirectMode;
import io.kvmsdk.xml.Extras;
import io.kvmsdk.xml.XmlIn;
import io.kvmsdk.xml.XmlMapping;
import io.kvmsdk.xml.XmlOut;
import org.immutables.value.Value;

/**
 * A macvtap on a device of the host.
 *
 * @see <a href="https://libvirt.org/formatnetworkport.html#direct">libvirt: Direct</a>
 */
@Value.Immutable
@ValueStyle
public sealed interface DirectPlug extends PortPlug, WithDirectPlug permits ImmutableDirectPlug {

  /** How it is read and written. */
  XmlMapping<DirectPlug> XML = new DirectPlugXml();

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
    return "direct";
  }

  /** The lower device, such as {@code eth0}. */
  String device();

  /** How it shares the lower device. */
  DirectMode mode();

  /** What the document says beyond this. */
  @Override
  Extras extras();

  /** Makes values. */
  final class Builder extends ImmutableDirectPlug.Builder {
    Builder() {
      extras(Extras.NONE);
    }
  }
}

final class DirectPlugXml extends XmlMapping<DirectPlug> {

  DirectPlugXml() {
    super("plug");
  }

  @Override
  protected DirectPlug read(XmlIn in) {
    DirectPlug.Builder b = DirectPlug.builder();
    b.device(in.required("dev"));
    b.mode(new DirectMode(in.required("mode")));
    return b.extras(in.extras()).build();
  }

  @Override
  protected void write(DirectPlug value, String name, XmlOut out) {
    out.begin(name, value.extras());
    out.attr("type", value.type());
    out.attr("dev", value.device());
    out.attr("mode", value.mode().toString());
    out.end();
  }
}
