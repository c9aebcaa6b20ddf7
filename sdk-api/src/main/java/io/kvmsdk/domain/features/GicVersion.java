package io.kvmsdk.domain.features;

/**
 * The version of Arm's interrupt controller. An open value: what a newer libvirt may say is read
 * and written as well.
 *
 * @param value as libvirt writes it
 */
public record GicVersion(String value) {

  /** The host's. */
  public static final GicVersion HOST = new GicVersion("host");

  /** Version 2, for up to 8 vCPUs. */
  public static final GicVersion V2 = new GicVersion("2");

  /** Version 3. */
  public static final GicVersion V3 = new GicVersion("3");

  /** As libvirt writes it. */
  @Override
  public String toString() {
    return value;
  }
}
