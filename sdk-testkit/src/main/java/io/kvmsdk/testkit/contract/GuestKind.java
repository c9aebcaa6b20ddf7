package io.kvmsdk.testkit.contract;

/** What a guest of the contract suite does when it is asked for something. */
public enum GuestKind {
  /** It does what it is asked for. */
  OBEDIENT,
  /** It takes no notice of the power button; its agent shuts it down still. */
  IGNORES_POWER_BUTTON,
  /** It never lets go of a device that is being unplugged. */
  REFUSES_UNPLUG
}
