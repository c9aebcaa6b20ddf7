package io.kvmsdk.network.port;

import io.kvmsdk.internal.style.ValueStyle;
import io.kvmsdk.network.MacTableManager;
import io.kvmsdk.xml.Extras;
import io.kvmsdk.xml.XmlIn;
import io.kvmsdk.xml.XmlMapping;
import io.kvmsdk.xml.XmlOut;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * A bridge of the host's own.
 *
 * @see <a href="https://libvirt.org/formatnetworkport.html#bridge">libvirt: Bridge</a>
 */
@Value.Immutable
@ValueStyle
public sealed interface BridgePlug extends PortPlug, WithBridgePlug permits ImmutableBridgePlug {

  /** How it is read and written. */
  XmlMapping<BridgePlug> XML = new BridgePlugXml();

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
    return "bridge";
  }

  /** The name of the bridge, such as {@code br0}. */
  String bridge();

  /** Who keeps the bridge's table of addresses. Absent means the kernel. */
  Optional<MacTableManager> macTableManager();

  /** What the document says beyond this. */
  @Override
  Extras extras();

  /** Makes values. */
  final class Builder extends ImmutableBridgePlug.Builder {
    Builder() {
      extras(Extras.NONE);
    }
  }
}

final class BridgePlugXml extends XmlMapping<BridgePlug> {

  BridgePlugXml() {
    super("plug");
  }

  @Override
  protected BridgePlug read(XmlIn in) {
    BridgePlug.Builder b = BridgePlug.builder();
    b.bridge(in.required("bridge"));
    if (in.attr("macTableManager")) b.macTableManager(new MacTableManager(in.value()));
    return b.extras(in.extras()).build();
  }

  @Override
  protected void write(BridgePlug value, String name, XmlOut out) {
    out.begin(name, value.extras());
    out.attr("type", value.type());
    out.attr("bridge", value.bridge());
    out.attr("macTableManager", value.macTableManager());
    out.end();
  }
}
