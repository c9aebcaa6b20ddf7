package io.kvmsdk.domain;

/** How a machine begins. */
public enum StartMode {
  /** The guest runs at once. */
  RUNNING,
  /**
   * The machine is there, its guest has not executed an instruction; {@code Domain.resume()} lets
   * it.
   */
  PAUSED
}
