package io.kvmsdk.network.host;

import io.kvmsdk.internal.style.ValueStyle;
import io.kvmsdk.xml.Extras;
import io.kvmsdk.xml.XmlIn;
import io.kvmsdk.xml.XmlMapping;
import io.kvmsdk.xml.XmlOut;
import java.util.List;
import java.util.Optional;
import org.immutables.value.Value;

/** What a bridge of the host is made of. */
@Value.Immutable
@ValueStyle
public interface HostBridge extends WithHostBridge {

  /** How it is read and written. */
  XmlMapping<HostBridge> XML = new HostBridgeXml();

  /** An empty builder. */
  static Builder builder() {
    return new Builder();
  }

  /** A builder that starts with the values of this one. */
  default Builder toBuilder() {
    return builder().from(this);
  }

  /** Whether it speaks the spanning tree protocol. */
  Optional<Boolean> spanningTree();

  /** How long a port waits before it forwards. */
  Optional<ForwardDelay> delay();

  /** The interfaces in it: Ethernet, VLAN and bond. */
  List<HostInterface> ports();

  /** What the document says beyond this. */
  Extras extras();

  /** Makes values. */
  final class Builder extends ImmutableHostBridge.Builder {
    Builder() {
      extras(Extras.NONE);
    }
  }
}

final class HostBridgeXml extends XmlMapping<HostBridge> {

  HostBridgeXml() {
    super("bridge");
  }

  @Override
  protected HostBridge read(XmlIn in) {
    HostBridge.Builder b = HostBridge.builder();
    if (in.onOff("stp")) b.spanningTree(in.flag());
    if (in.attr("delay")) b.delay(new ForwardDelay(in.value()));
    for (XmlIn interfacePart : in.children("interface"))
      b.addPort(interfacePart.read(HostInterface.XML));
    return b.extras(in.extras()).build();
  }

  @Override
  protected void write(HostBridge value, String name, XmlOut out) {
    out.begin(name, value.extras());
    out.onOff("stp", value.spanningTree());
    out.attr("delay", value.delay());
    out.writeAll("interface", HostInterface.XML, value.ports());
    out.end();
  }
}
