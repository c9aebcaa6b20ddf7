package io.kvmsdk.domain.passthrough.source;

/**
 * What becomes of a guest's request to reset a USB device of the host. Since libvirt 8.6.0. An open
 * value: what a newer libvirt may say is read and written as well.
 *
 * @param value as libvirt writes it
 */
public record UsbGuestReset(String value) {

  /** It is ignored. */
  public static final UsbGuestReset OFF = new UsbGuestReset("off");

  /** It is done if the device is not set up yet, else ignored. */
  public static final UsbGuestReset UNINITIALIZED = new UsbGuestReset("uninitialized");

  /** It is done. */
  public static final UsbGuestReset ON = new UsbGuestReset("on");

  /** As libvirt writes it. */
  @Override
  public String toString() {
    return value;
  }
}
