package io.kvmsdk.call;

/** What a change to a domain applies to. */
public enum Apply {
  /** The running machine only; forgotten when it stops. */
  LIVE,
  /** The definition that the next start uses; a running machine is left as it is. */
  CONFIG,
  /**
   * The running machine first, then the definition; where the first fails the second is not
   * touched.
   */
  LIVE_AND_CONFIG;

  /** Whether the running machine is changed. */
  public boolean live() {
    return this != CONFIG;
  }

  /** Whether the definition for the next start is changed. */
  public boolean config() {
    return this != LIVE;
  }
}
