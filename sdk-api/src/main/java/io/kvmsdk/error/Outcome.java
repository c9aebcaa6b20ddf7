package io.kvmsdk.error;

/** What became of the change that a failed call asked for. */
public enum Outcome {
  /** The change took place; what failed came after it. */
  APPLIED,
  /** Nothing was changed. */
  NOT_APPLIED,
  /**
   * The change may have taken place, may take place yet, or took place in part; the message says
   * which. Look before trying again.
   */
  UNKNOWN
}
