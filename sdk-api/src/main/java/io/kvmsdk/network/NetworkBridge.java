package io.kvmsdk.network;

import io.kvmsdk.internal.style.ValueStyle;
import io.kvmsdk.xml.Extras;
import io.kvmsdk.xml.XmlIn;
import io.kvmsdk.xml.XmlMapping;
import io.kvmsdk.xml.XmlOut;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * The bridge on the host that guests are connected to: libvirt's own, or, where a network forwards
 * by bridge, one of the host's.
 *
 * @see <a href="https://libvirt.org/formatnetwork.html#connectivity">libvirt: Connectivity</a>
 */
@Value.Immutable
@ValueStyle
public interface NetworkBridge extends WithNetworkBridge {

  /** How it is read and written. */
  XmlMapping<NetworkBridge> XML = new NetworkBridgeXml();

  /** The bridge of that name, such as {@code br0}. */
  static NetworkBridge of(String name) {
    return builder().name(name).build();
  }

  /** An empty builder. */
  static Builder builder() {
    return new Builder();
  }

  /** A builder that starts with the values of this one. */
  default Builder toBuilder() {
    return builder().from(this);
  }

  /** Its name. Absent means that libvirt makes one up, beginning with {@code virbr}. */
  Optional<String> name();

  /** The zone of firewalld that it is in. Absent means {@code libvirt}. Since libvirt 5.1.0. */
  Optional<String> zone();

  /** Whether it speaks the Spanning Tree Protocol. Absent means on. */
  Optional<Boolean> spanningTree();

  /** How long it learns before it forwards, in whole seconds. Absent means 0. */
  Optional<Duration> delay();

  /** Who keeps its table of addresses. Absent means the kernel. Since libvirt 1.2.11. */
  Optional<MacTableManager> macTableManager();

  /** What the document says beyond this. */
  Extras extras();

  /** Makes values. */
  final class Builder extends ImmutableNetworkBridge.Builder {
    Builder() {
      extras(Extras.NONE);
    }
  }
}

final class NetworkBridgeXml extends XmlMapping<NetworkBridge> {

  NetworkBridgeXml() {
    super("bridge");
  }

  @Override
  protected NetworkBridge read(XmlIn in) {
    NetworkBridge.Builder b = NetworkBridge.builder();
    if (in.attr("name")) b.name(in.value());
    if (in.attr("zone")) b.zone(in.value());
    if (in.onOff("stp")) b.spanningTree(in.flag());
    if (in.longAttr("delay")) b.delay(Duration.ofSeconds(in.longValue()));
    if (in.attr("macTableManager")) b.macTableManager(new MacTableManager(in.value()));
    return b.extras(in.extras()).build();
  }

  @Override
  protected void write(NetworkBridge value, String name, XmlOut out) {
    out.begin(name, value.extras());
    out.attr("name", value.name());
    out.attr("zone", value.zone());
    out.onOff("stp", value.spanningTree());
    out.durationAttr("delay", ChronoUnit.SECONDS, value.delay());
    out.attr("macTableManager", value.macTableManager());
    out.end();
  }
}
