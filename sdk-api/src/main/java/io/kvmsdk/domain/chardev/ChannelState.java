package io.kvmsdk.domain.chardev;

/**
 * Whether a process in the guest has a channel open. An open value: what a newer libvirt may say is
 * read and written as well.
 *
 * @param value as libvirt writes it
 */
public record ChannelState(String value) {

  /** One has. */
  public static final ChannelState CONNECTED = new ChannelState("connected");

  /** None has. */
  public static final ChannelState DISCONNECTED = new ChannelState("disconnected");

  /** As libvirt writes it. */
  @Override
  public String toString() {
    return value;
  }
}
