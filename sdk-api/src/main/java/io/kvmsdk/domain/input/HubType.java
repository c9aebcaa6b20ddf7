package io.kvmsdk.domain.input;

/**
 * What a hub is. An open value: what a newer libvirt may say is read and written as well.
 *
 * @param value as libvirt writes it
 */
public record HubType(String value) {

  /** A USB hub. */
  public static final HubType USB = new HubType("usb");

  /** As libvirt writes it. */
  @Override
  public String toString() {
    return value;
  }
}
