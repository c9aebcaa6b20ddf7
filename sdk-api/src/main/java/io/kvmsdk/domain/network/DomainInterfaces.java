package io.kvmsdk.domain.network;

import io.kvmsdk.call.Apply;
import io.kvmsdk.call.DomainCall;
import io.kvmsdk.call.DomainRef;
import io.kvmsdk.call.FeatureProbe;
import io.kvmsdk.capability.Feature;
import io.kvmsdk.units.MacAddress;
import java.time.Duration;

/** The network interfaces of one domain. Inert and thread-safe. */
public final class DomainInterfaces {

  private final InterfaceBackend backend;
  private final FeatureProbe probe;
  private final DomainRef domain;
  private final Duration timeout;

  /** Made by {@code Domain.interfaces()}. */
  public DomainInterfaces(
      InterfaceBackend backend, FeatureProbe probe, DomainRef domain, Duration timeout) {
    this.backend = backend;
    this.probe = probe;
    this.domain = domain;
    this.timeout = timeout;
  }

  /**
   * Adds an interface (libvirt's {@code virDomainAttachDeviceFlags}; QMP's {@code netdev_add} and
   * {@code device_add}).
   *
   * <p>Returns when the machine has it; the guest sees it at its own pace. An interface without a
   * MAC address gets one here, so that the running machine and the definition agree on it. A
   * failure leaves neither device nor network back end behind.
   *
   * @param networkInterface the interface; its MAC address must be free in this domain
   * @param apply the running machine, its definition, or both
   * @return the MAC address that names the interface from now on
   * @throws io.kvmsdk.error.AlreadyExistsException if the MAC address is taken; nothing was changed
   * @throws io.kvmsdk.error.InvalidStateException if {@code apply} means a running machine and it
   *     is off; nothing was changed
   * @throws io.kvmsdk.error.ResourcesExhaustedException if the machine has no free slot for it;
   *     nothing was changed
   * @throws io.kvmsdk.error.UnsupportedFeatureException if {@link InterfaceFeatures#HOT_ATTACH} or
   *     {@link InterfaceFeatures#CONFIG} cannot be had
   */
  public MacAddress attach(NetworkInterface networkInterface, Apply apply) {
    DomainCall call = checked("domain.network.attach", InterfaceFeatures.HOT_ATTACH, apply);
    MacAddress mac = networkInterface.mac().orElseGet(MacAddress::random);
    backend.attach(call, networkInterface.withMac(mac), apply);
    return mac;
  }

  /**
   * Takes an interface away (libvirt's {@code virDomainDetachDeviceFlags}; QMP's {@code device_del}
   * and {@code netdev_del}).
   *
   * <p>Returns when the guest has let go of it, or the timeout passed: then the interface is still
   * there, and the guest may let go of it yet.
   *
   * @param mac the interface's MAC address
   * @param apply the running machine, its definition, or both
   * @throws io.kvmsdk.error.NotFoundException if there is no such interface; nothing was changed
   * @throws io.kvmsdk.error.InvalidStateException if {@code apply} means a running machine and it
   *     is off; nothing was changed
   * @throws io.kvmsdk.error.OperationFailedException if the guest says that it will not let go;
   *     nothing was changed
   * @throws io.kvmsdk.error.TimedOutException if the guest did not let go in time; the interface is
   *     still there
   * @throws io.kvmsdk.error.UnsupportedFeatureException if {@link InterfaceFeatures#HOT_DETACH} or
   *     {@link InterfaceFeatures#CONFIG} cannot be had
   */
  public void detach(MacAddress mac, Apply apply) {
    DomainCall call = checked("domain.network.detach", InterfaceFeatures.HOT_DETACH, apply);
    backend.detach(call, mac, apply);
  }

  private DomainCall checked(String operation, Feature live, Apply apply) {
    DomainCall call = DomainCall.within(timeout, operation, domain);
    if (apply.live()) {
      probe.require(call, live);
    }
    if (apply.config()) {
      probe.require(call, InterfaceFeatures.CONFIG);
    }
    return call;
  }
}
