package io.kvmsdk.domain.filesystem;

/**
 * When the host writes to its disks what a guest wrote. Since libvirt 0.9.10. An open value: what a
 * newer libvirt may say is read and written as well.
 *
 * @param value as libvirt writes it
 */
public record WritePolicy(String value) {

  /** At once. */
  public static final WritePolicy IMMEDIATE = new WritePolicy("immediate");

  /** As libvirt writes it. */
  @Override
  public String toString() {
    return value;
  }
}
