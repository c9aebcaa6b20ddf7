package io.kvmsdk.domain.memory;

import io.kvmsdk.capability.Feature;

/** What {@link DomainMemory} can do, where the backend can. */
public final class MemoryFeatures {

  /** Taking memory from a running guest and giving it back, by a balloon inside it. */
  public static final Feature BALLOON = new Feature("domain.memory.balloon");

  /** Changing how much memory the next start leaves to the guest. */
  public static final Feature CONFIG = new Feature("domain.memory.config");

  private MemoryFeatures() {}
}
