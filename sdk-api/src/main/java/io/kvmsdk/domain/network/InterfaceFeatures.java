package io.kvmsdk.domain.network;

import io.kvmsdk.capability.Feature;

/** What {@link DomainInterfaces} can do, where the backend can. */
public final class InterfaceFeatures {

  /** Adding an interface to a running machine. */
  public static final Feature HOT_ATTACH = new Feature("domain.network.hot-attach");

  /** Taking an interface from a running machine; the guest has to agree. */
  public static final Feature HOT_DETACH = new Feature("domain.network.hot-detach");

  /** Changing the interfaces of the next start. */
  public static final Feature CONFIG = new Feature("domain.network.config");

  private InterfaceFeatures() {}
}
