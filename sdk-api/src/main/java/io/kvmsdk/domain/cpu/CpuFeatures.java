package io.kvmsdk.domain.cpu;

import io.kvmsdk.capability.Feature;

/** What {@link DomainCpus} can do, where the backend can. */
public final class CpuFeatures {

  /** Adding vCPUs to a running machine. */
  public static final Feature HOT_ADD = new Feature("domain.cpu.hot-add");

  /** Taking vCPUs away from a running machine; the guest has to agree. */
  public static final Feature HOT_REMOVE = new Feature("domain.cpu.hot-remove");

  /** Changing how many vCPUs the next start brings online. */
  public static final Feature CONFIG = new Feature("domain.cpu.config");

  private CpuFeatures() {}
}
