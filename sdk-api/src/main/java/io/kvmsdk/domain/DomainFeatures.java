package io.kvmsdk.domain;

import io.kvmsdk.capability.Feature;

/** What {@link Domains} and {@link Domain} can do, where the backend can. */
public final class DomainFeatures {

  /** Defining domains that outlive their machine, and undefining them. */
  public static final Feature DEFINE = new Feature("domain.define");

  /** Creating domains that last as long as their machine. */
  public static final Feature CREATE_TRANSIENT = new Feature("domain.create-transient");

  /** Starting a defined domain. */
  public static final Feature START = new Feature("domain.start");

  /** Starting a machine whose guest waits. */
  public static final Feature START_PAUSED = new Feature("domain.start-paused");

  /** Standing still and going on. */
  public static final Feature SUSPEND = new Feature("domain.suspend");

  /** Asking the guest by the power button to shut down. */
  public static final Feature SHUTDOWN_ACPI = new Feature("domain.shutdown-acpi");

  /** Asking the guest's agent to shut down. */
  public static final Feature SHUTDOWN_AGENT = new Feature("domain.shutdown-agent");

  /** Asking the guest by the power button to reboot. */
  public static final Feature REBOOT_ACPI = new Feature("domain.reboot-acpi");

  /** Asking the guest's agent to reboot. */
  public static final Feature REBOOT_AGENT = new Feature("domain.reboot-agent");

  /** Pressing the reset button. */
  public static final Feature RESET = new Feature("domain.reset");

  /** Starting with the host. */
  public static final Feature AUTOSTART = new Feature("domain.autostart");

  private DomainFeatures() {}
}
