package io.kvmsdk.libvirt;

import io.kvmsdk.error.Outcome;

/** What is at stake in a call. */
enum Effect {
  /** Changes nothing. */
  READ(Outcome.NOT_APPLIED),
  /** Changes something; what becomes of it is unknown when its answer is missed. */
  CHANGE(Outcome.UNKNOWN),
  /**
   * The same, and allowed where all other calls have to wait: it ends what another call hangs on.
   */
  RESCUE(Outcome.UNKNOWN);

  private final Outcome whenUnanswered;

  Effect(Outcome whenUnanswered) {
    this.whenUnanswered = whenUnanswered;
  }

  /** What became of it, if it was begun and its answer did not come. */
  Outcome whenUnanswered() {
    return whenUnanswered;
  }
}
