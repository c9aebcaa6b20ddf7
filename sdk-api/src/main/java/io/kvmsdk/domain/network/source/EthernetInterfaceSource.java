package io.kvmsdk.domain.network.source;

import io.kvmsdk.internal.style.ValueStyle;
import io.kvmsdk.network.InterfaceIp;
import io.kvmsdk.network.Route;
import io.kvmsdk.xml.Extras;
import io.kvmsdk.xml.XmlIn;
import io.kvmsdk.xml.XmlMapping;
import io.kvmsdk.xml.XmlOut;
import java.util.List;
import org.immutables.value.Value;

/**
 * A tap device that is named by the interface's target, or made for it.
 *
 * @see <a href="https://libvirt.org/formatdomain.html#generic-ethernet-connection">libvirt: Generic
 *     ethernet connection</a>
 */
@Value.Immutable
@ValueStyle
public sealed interface EthernetInterfaceSource extends InterfaceSource, WithEthernetInterfaceSource
    permits ImmutableEthernetInterfaceSource {

  /** How it is read and written. */
  XmlMapping<EthernetInterfaceSource> XML = new EthernetInterfaceSourceXml();

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
    return "ethernet";
  }

  /** The addresses of the device on the host's side. Since libvirt 2.1.0. */
  List<InterfaceIp> ips();

  /** The routes by it on the host's side. Since libvirt 2.1.0. */
  List<Route> routes();

  /** What the document says beyond this. */
  @Override
  Extras extras();

  /** Makes values. */
  final class Builder extends ImmutableEthernetInterfaceSource.Builder {
    Builder() {
      extras(Extras.NONE);
    }
  }
}

final class EthernetInterfaceSourceXml extends XmlMapping<EthernetInterfaceSource> {

  EthernetInterfaceSourceXml() {
    super("source");
  }

  @Override
  protected EthernetInterfaceSource read(XmlIn in) {
    EthernetInterfaceSource.Builder b = EthernetInterfaceSource.builder();
    for (XmlIn ip : in.children("ip")) b.addIp(ip.read(InterfaceIp.XML));
    for (XmlIn route : in.children("route")) b.addRoute(route.read(Route.XML));
    return b.extras(in.extrasAndPresence()).build();
  }

  @Override
  protected void write(EthernetInterfaceSource value, String name, XmlOut out) {
    out.beginIfAny(name, value.extras());
    out.writeAll("ip", InterfaceIp.XML, value.ips());
    out.writeAll("route", Route.XML, value.routes());
    out.end();
  }
}
