package io.kvmsdk.host.device.part;

/**
 * Whether a channel device is in use. An open value: what a newer libvirt may say is read and
 * written as well.
 *
 * @param value as libvirt writes it
 */
public record OnlineState(String value) {

  /** It is. */
  public static final OnlineState ONLINE = new OnlineState("online");

  /** It is not. */
  public static final OnlineState OFFLINE = new OnlineState("offline");

  /** As libvirt writes it. */
  @Override
  public String toString() {
    return value;
  }
}
