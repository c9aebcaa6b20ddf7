package io.kvmsdk.domain.network;

import io.kvmsdk.call.Apply;
import io.kvmsdk.call.DomainCall;
import io.kvmsdk.units.MacAddress;

/**
 * What a backend does for {@link DomainInterfaces}; see there for what each call means.
 * Thread-safe.
 */
public interface InterfaceBackend {

  /**
   * See {@link DomainInterfaces#attach(NetworkInterface, Apply)}; the interface has a MAC address.
   */
  void attach(DomainCall call, NetworkInterface networkInterface, Apply apply);

  /** See {@link DomainInterfaces#detach(MacAddress, Apply)}. */
  void detach(DomainCall call, MacAddress mac, Apply apply);
}
