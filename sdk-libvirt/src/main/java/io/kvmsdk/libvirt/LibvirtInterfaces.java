package io.kvmsdk.libvirt;

import io.kvmsdk.call.Apply;
import io.kvmsdk.call.DomainCall;
import io.kvmsdk.domain.network.InterfaceBackend;
import io.kvmsdk.domain.network.NetworkInterface;
import io.kvmsdk.units.MacAddress;

/** Network interfaces that come and go. */
final class LibvirtInterfaces implements InterfaceBackend {

  private final DevicePlug plug;

  LibvirtInterfaces(DevicePlug plug) {
    this.plug = plug;
  }

  @Override
  public void attach(DomainCall call, NetworkInterface networkInterface, Apply apply) {
    plug.attach(call, networkInterface, spec(networkInterface.mac().orElseThrow()), apply);
  }

  @Override
  public void detach(DomainCall call, MacAddress mac, Apply apply) {
    plug.detach(call, spec(mac), apply);
  }

  private static DevicePlug.Spec spec(MacAddress mac) {
    return new DevicePlug.Spec(
        "network interface " + mac,
        "interface/source",
        true,
        definition -> definition.networkInterface(mac));
  }
}
