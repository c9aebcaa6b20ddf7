package io.kvmsdk.domain.redirection;

/**
 * The bus of a device that is redirected. An open value: what a newer libvirt may say is read and
 * written as well.
 *
 * @param value as libvirt writes it
 */
public record RedirBus(String value) {

  /** USB. */
  public static final RedirBus USB = new RedirBus("usb");

  /** As libvirt writes it. */
  @Override
  public String toString() {
    return value;
  }
}
