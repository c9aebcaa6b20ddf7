package io.kvmsdk.network.forward;

import io.kvmsdk.internal.style.ValueStyle;
import io.kvmsdk.xml.Extras;
import io.kvmsdk.xml.XmlIn;
import io.kvmsdk.xml.XmlMapping;
import io.kvmsdk.xml.XmlOut;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * A device of the host in the pool from which guests get theirs. Since libvirt 0.9.4.
 *
 * @see <a href="https://libvirt.org/formatnetwork.html#connectivity">libvirt: Connectivity</a>
 */
@Value.Immutable
@ValueStyle
public interface ForwardInterface extends WithForwardInterface {

  /** How it is read and written. */
  XmlMapping<ForwardInterface> XML = new ForwardInterfaceXml();

  /** The device of that name, such as {@code eth1}. */
  static ForwardInterface of(String device) {
    return builder().device(device).build();
  }

  /** An empty builder. */
  static Builder builder() {
    return new Builder();
  }

  /** A builder that starts with the values of this one. */
  default Builder toBuilder() {
    return builder().from(this);
  }

  /** The name of the device. */
  String device();

  /**
   * How many guests' interfaces use it; libvirt writes it of a running network. Since libvirt
   * 0.10.0.
   */
  Optional<Integer> connections();

  /** What the document says beyond this. */
  Extras extras();

  /** Makes values. */
  final class Builder extends ImmutableForwardInterface.Builder {
    Builder() {
      extras(Extras.NONE);
    }
  }
}

final class ForwardInterfaceXml extends XmlMapping<ForwardInterface> {

  ForwardInterfaceXml() {
    super("interface");
  }

  @Override
  protected ForwardInterface read(XmlIn in) {
    ForwardInterface.Builder b = ForwardInterface.builder();
    b.device(in.required("dev"));
    if (in.intAttr("connections")) b.connections(in.intValue());
    return b.extras(in.extras()).build();
  }

  @Override
  protected void write(ForwardInterface value, String name, XmlOut out) {
    out.begin(name, value.extras());
    out.attr("dev", value.device());
    out.attr("connections", value.connections());
    out.end();
  }
}
