package io.kvmsdk.domain.features;

/**
 * Which of Linux's capabilities the root of a container has where the definition says nothing else.
 * An open value: what a newer libvirt may say is read and written as well.
 *
 * @param value as libvirt writes it
 */
public record CapabilityPolicy(String value) {

  /** Those that libvirt finds safe. */
  public static final CapabilityPolicy DEFAULT = new CapabilityPolicy("default");

  /** All. */
  public static final CapabilityPolicy ALLOW = new CapabilityPolicy("allow");

  /** None. */
  public static final CapabilityPolicy DENY = new CapabilityPolicy("deny");

  /** As libvirt writes it. */
  @Override
  public String toString() {
    return value;
  }
}
