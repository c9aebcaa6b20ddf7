package io.kvmsdk.domain.device;

/**
 * The part of a device in a pair of network devices that the guest takes for one. An open value:
 * what a newer libvirt may say is read and written as well.
 *
 * @param value as libvirt writes it
 */
public record TeamingType(String value) {

  /** The virtio interface, which stays while the guest migrates. */
  public static final TeamingType PERSISTENT = new TeamingType("persistent");

  /** The device of the host, which is taken away before a migration and given again after it. */
  public static final TeamingType TRANSIENT = new TeamingType("transient");

  /** As libvirt writes it. */
  @Override
  public String toString() {
    return value;
  }
}
