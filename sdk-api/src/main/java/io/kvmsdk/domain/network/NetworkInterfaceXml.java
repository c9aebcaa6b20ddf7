package io.kvmsdk.domain.network;

import io.kvmsdk.domain.device.DeviceAddress;
import io.kvmsdk.domain.device.Rom;
import io.kvmsdk.domain.device.Teaming;
import io.kvmsdk.domain.network.source.InterfaceSource;
import io.kvmsdk.network.Bandwidth;
import io.kvmsdk.network.InterfaceIp;
import io.kvmsdk.network.Route;
import io.kvmsdk.network.VirtualPort;
import io.kvmsdk.network.Vlan;
import io.kvmsdk.network.filter.FilterReference;
import io.kvmsdk.xml.XmlIn;
import io.kvmsdk.xml.XmlMapping;
import io.kvmsdk.xml.XmlOut;

/** Reads and writes {@code <interface>}. */
final class NetworkInterfaceXml extends XmlMapping<NetworkInterface> {

  NetworkInterfaceXml() {
    super("interface");
  }

  @Override
  protected NetworkInterface read(XmlIn in) {
    NetworkInterface.Builder b = NetworkInterface.builder();
    b.source(in.read(InterfaceSource.XML));
    if (in.yesNo("managed")) b.managed(in.flag());
    if (in.yesNo("trustGuestRxFilters")) b.trustGuestRxFilters(in.flag());
    XmlIn mac = in.child("mac");
    if (mac.attr("address")) b.mac(in.mac());
    if (mac.attr("type")) b.macType(new MacAddressType(in.value()));
    if (mac.yesNo("check")) b.macCheck(in.flag());
    if (mac.attr("currentAddress")) b.currentMac(in.mac());
    XmlIn virtualport = in.child("virtualport");
    if (virtualport.present()) b.virtualPort(virtualport.read(VirtualPort.XML));
    XmlIn vlan = in.child("vlan");
    if (vlan.present()) b.vlan(vlan.read(Vlan.XML));
    XmlIn bandwidth = in.child("bandwidth");
    if (bandwidth.present()) b.bandwidth(bandwidth.read(Bandwidth.XML));
    if (in.child("port").yesNo("isolated")) b.isolated(in.flag());
    for (XmlIn ip : in.children("ip")) b.addIp(ip.read(InterfaceIp.XML));
    for (XmlIn route : in.children("route")) b.addRoute(route.read(Route.XML));
    for (XmlIn portForward : in.children("portForward"))
      b.addPortForward(portForward.read(PortForward.XML));
    if (in.child("script").attr("path")) b.script(in.value());
    if (in.child("downscript").attr("path")) b.downScript(in.value());
    if (in.child("backenddomain").attr("name")) b.backendDomain(in.value());
    XmlIn target = in.child("target");
    if (target.attr("dev")) b.targetDevice(in.value());
    if (target.yesNo("managed")) b.targetManaged(in.flag());
    XmlIn guest = in.child("guest");
    if (guest.attr("dev")) b.guestDevice(in.value());
    if (guest.attr("actual")) b.actualGuestDevice(in.value());
    if (in.child("model").attr("type")) b.model(new InterfaceModel(in.value()));
    XmlIn driver = in.child("driver");
    if (driver.present()) b.driver(driver.read(InterfaceDriver.XML));
    XmlIn backend = in.child("backend");
    if (backend.present()) b.backend(backend.read(HostBackend.XML));
    XmlIn filterref = in.child("filterref");
    if (filterref.present()) b.filter(filterref.read(FilterReference.XML));
    XmlIn tune = in.child("tune");
    if (tune.child("sndbuf").fixedSizeText("B")) b.sendBuffer(in.size());
    if (in.child("link").attr("state")) b.linkState(new LinkState(in.value()));
    if (in.child("mtu").intAttr("size")) b.mtu(in.intValue());
    XmlIn coalesce = in.child("coalesce");
    XmlIn coalesceRx = coalesce.child("rx");
    if (coalesceRx.child("frames").longAttr("max")) b.coalesceRxFrames(in.longValue());
    XmlIn teaming = in.child("teaming");
    if (teaming.present()) b.teaming(teaming.read(Teaming.XML));
    XmlIn boot = in.child("boot");
    if (boot.intAttr("order")) b.bootOrder(in.intValue());
    if (boot.attr("loadparm")) b.loadParm(in.value());
    XmlIn rom = in.child("rom");
    if (rom.present()) b.rom(rom.read(Rom.XML));
    if (in.child("acpi").intAttr("index")) b.acpiIndex(in.intValue());
    if (in.child("alias").attr("name")) b.alias(in.value());
    XmlIn address = in.child("address");
    if (address.present()) b.address(address.read(DeviceAddress.XML));
    return b.extras(in.extras()).build();
  }

  @Override
  protected void write(NetworkInterface value, String name, XmlOut out) {
    out.begin(name, value.extras());
    out.attr("type", value.source().type());
    out.yesNo("managed", value.managed());
    out.yesNo("trustGuestRxFilters", value.trustGuestRxFilters());
    out.beginPart("mac");
    out.attr("address", value.mac());
    out.attr("type", value.macType());
    out.yesNo("check", value.macCheck());
    out.attr("currentAddress", value.currentMac());
    out.end();
    out.write(InterfaceSource.XML, value.source());
    out.write("virtualport", VirtualPort.XML, value.virtualPort());
    out.write("vlan", Vlan.XML, value.vlan());
    out.write("bandwidth", Bandwidth.XML, value.bandwidth());
    out.beginPart("port");
    out.yesNo("isolated", value.isolated());
    out.end();
    out.writeAll("ip", InterfaceIp.XML, value.ips());
    out.writeAll("route", Route.XML, value.routes());
    out.writeAll("portForward", PortForward.XML, value.portForwards());
    out.part("script", "path", value.script());
    out.part("downscript", "path", value.downScript());
    out.part("backenddomain", "name", value.backendDomain());
    out.beginPart("target");
    out.attr("dev", value.targetDevice());
    out.yesNo("managed", value.targetManaged());
    out.end();
    out.beginPart("guest");
    out.attr("dev", value.guestDevice());
    out.attr("actual", value.actualGuestDevice());
    out.end();
    out.part("model", "type", value.model());
    out.write("driver", InterfaceDriver.XML, value.driver());
    out.write("backend", HostBackend.XML, value.backend());
    out.write("filterref", FilterReference.XML, value.filter());
    out.beginPart("tune");
    out.beginPart("sndbuf");
    out.fixedSizeText("B", value.sendBuffer());
    out.end();
    out.end();
    out.part("link", "state", value.linkState());
    out.part("mtu", "size", value.mtu());
    out.beginPart("coalesce");
    out.beginPart("rx");
    out.part("frames", "max", value.coalesceRxFrames());
    out.end();
    out.end();
    out.write("teaming", Teaming.XML, value.teaming());
    out.beginPart("boot");
    out.attr("order", value.bootOrder());
    out.attr("loadparm", value.loadParm());
    out.end();
    out.write("rom", Rom.XML, value.rom());
    out.part("acpi", "index", value.acpiIndex());
    out.part("alias", "name", value.alias());
    out.write(DeviceAddress.XML, value.address());
    out.end();
  }
}
