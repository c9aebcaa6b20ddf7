package io.kvmsdk.domain.chardev;

/**
 * How the guest gets at a channel. An open value: what a newer libvirt may say is read and written
 * as well.
 *
 * @param value as libvirt writes it
 */
public record ChannelTargetType(String value) {

  /** A port of a virtio serial controller. Since libvirt 0.7.7. */
  public static final ChannelTargetType VIRTIO = new ChannelTargetType("virtio");

  /** TCP connections to an address of the guest's user network. Since libvirt 0.7.3. */
  public static final ChannelTargetType GUESTFWD = new ChannelTargetType("guestfwd");

  /** A Xen console with a name. Since libvirt 2.3.0. */
  public static final ChannelTargetType XEN = new ChannelTargetType("xen");

  /** As libvirt writes it. */
  @Override
  public String toString() {
    return value;
  }
}
