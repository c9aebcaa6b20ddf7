package io.kvmsdk.domain.memory;

/**
 * When the host gives a guest its memory. An open value: what a newer libvirt may say is read and
 * written as well.
 *
 * @param value as libvirt writes it
 */
public record AllocationMode(String value) {

  /** All of it before the guest starts. */
  public static final AllocationMode IMMEDIATE = new AllocationMode("immediate");

  /** Page by page, when the guest first writes to it. */
  public static final AllocationMode ONDEMAND = new AllocationMode("ondemand");

  /** As libvirt writes it. */
  @Override
  public String toString() {
    return value;
  }
}
