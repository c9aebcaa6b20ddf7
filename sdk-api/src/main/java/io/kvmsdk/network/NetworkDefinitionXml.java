package io.kvmsdk.network;

import io.kvmsdk.network.dns.DnsServer;
import io.kvmsdk.network.dns.DnsmasqOptions;
import io.kvmsdk.network.forward.NetworkForward;
import io.kvmsdk.xml.Metadata;
import io.kvmsdk.xml.XmlIn;
import io.kvmsdk.xml.XmlMapping;
import io.kvmsdk.xml.XmlOut;

/** Reads and writes {@code <network>}. */
final class NetworkDefinitionXml extends XmlMapping<NetworkDefinition> {

  NetworkDefinitionXml() {
    super("network");
  }

  @Override
  protected NetworkDefinition read(XmlIn in) {
    NetworkDefinition.Builder b = NetworkDefinition.builder();
    if (in.intAttr("connections")) b.connections(in.intValue());
    if (in.yesNo("ipv6")) b.ipv6(in.flag());
    if (in.yesNo("trustGuestRxFilters")) b.trustGuestRxFilters(in.flag());
    if (!in.childText("name")) throw in.missing("name");
    b.name(in.value());
    if (in.child("uuid").text()) b.uuid(in.uuid());
    if (in.child("title").text()) b.title(in.value());
    if (in.child("description").text()) b.description(in.value());
    b.metadata(in.child("metadata").read(Metadata.XML));
    XmlIn forward = in.child("forward");
    if (forward.present()) b.forward(forward.read(NetworkForward.XML));
    XmlIn bridge = in.child("bridge");
    if (bridge.present()) b.bridge(bridge.read(NetworkBridge.XML));
    if (in.child("mtu").intAttr("size")) b.mtu(in.intValue());
    if (in.child("mac").attr("address")) b.mac(in.mac());
    XmlIn domain = in.child("domain");
    if (domain.present()) b.domain(domain.read(NetworkDomain.XML));
    XmlIn dns = in.child("dns");
    if (dns.present()) b.dns(dns.read(DnsServer.XML));
    XmlIn vlan = in.child("vlan");
    if (vlan.present()) b.vlan(vlan.read(Vlan.XML));
    XmlIn bandwidth = in.child("bandwidth");
    if (bandwidth.present()) b.bandwidth(bandwidth.read(Bandwidth.XML));
    if (in.child("port").yesNo("isolated")) b.isolatedPorts(in.flag());
    for (XmlIn ip : in.children("ip")) b.addIp(ip.read(NetworkIp.XML));
    for (XmlIn route : in.children("route")) b.addRoute(route.read(Route.XML));
    XmlIn virtualport = in.child("virtualport");
    if (virtualport.present()) b.virtualPort(virtualport.read(VirtualPort.XML));
    for (XmlIn portgroup : in.children("portgroup")) b.addPortGroup(portgroup.read(PortGroup.XML));
    XmlIn options = in.child(DnsmasqOptions.NAMESPACE, "options");
    if (options.present()) b.dnsmasqOptions(options.read(DnsmasqOptions.XML));
    return b.extras(in.extras()).build();
  }

  @Override
  protected void write(NetworkDefinition value, String name, XmlOut out) {
    out.begin(name, value.extras());
    out.attr("connections", value.connections());
    out.yesNo("ipv6", value.ipv6());
    out.yesNo("trustGuestRxFilters", value.trustGuestRxFilters());
    out.partText("name", value.name());
    out.partText("uuid", value.uuid());
    out.partText("title", value.title());
    out.partText("description", value.description());
    out.write("metadata", Metadata.XML, value.metadata());
    out.write("forward", NetworkForward.XML, value.forward());
    out.write("bridge", NetworkBridge.XML, value.bridge());
    out.part("mtu", "size", value.mtu());
    out.part("mac", "address", value.mac());
    out.write("domain", NetworkDomain.XML, value.domain());
    out.write("dns", DnsServer.XML, value.dns());
    out.write("vlan", Vlan.XML, value.vlan());
    out.write("bandwidth", Bandwidth.XML, value.bandwidth());
    out.beginPart("port");
    out.yesNo("isolated", value.isolatedPorts());
    out.end();
    out.writeAll("ip", NetworkIp.XML, value.ips());
    out.writeAll("route", Route.XML, value.routes());
    out.write("virtualport", VirtualPort.XML, value.virtualPort());
    out.writeAll("portgroup", PortGroup.XML, value.portGroups());
    out.write(DnsmasqOptions.XML, value.dnsmasqOptions());
    out.end();
  }
}
