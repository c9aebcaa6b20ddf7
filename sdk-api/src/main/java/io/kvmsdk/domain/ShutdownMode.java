package io.kvmsdk.domain;

/** How a guest is asked to shut down or reboot. */
public enum ShutdownMode {
  /** By the power button; any guest that handles ACPI. */
  ACPI,
  /** By the guest agent, which has to run inside the guest. */
  AGENT
}
