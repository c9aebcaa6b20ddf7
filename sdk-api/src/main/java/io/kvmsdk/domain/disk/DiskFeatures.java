package io.kvmsdk.domain.disk;

import io.kvmsdk.capability.Feature;

/** What {@link DomainDisks} can do, where the backend can. */
public final class DiskFeatures {

  /** Adding a disk to a running machine. */
  public static final Feature HOT_ATTACH = new Feature("domain.disk.hot-attach");

  /** Taking a disk from a running machine; the guest has to agree. */
  public static final Feature HOT_DETACH = new Feature("domain.disk.hot-detach");

  /** Limiting the throughput of a running machine's disk. */
  public static final Feature THROTTLE = new Feature("domain.disk.throttle");

  /** Changing the disks, and their limits, of the next start. */
  public static final Feature CONFIG = new Feature("domain.disk.config");

  private DiskFeatures() {}
}
