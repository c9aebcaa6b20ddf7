package io.kvmsdk.domain.input;

/**
 * What an input device is. An open value: what a newer libvirt may say is read and written as well.
 *
 * @param value as libvirt writes it
 */
public record InputType(String value) {

  /** A pointer that is told where it is. */
  public static final InputType TABLET = new InputType("tablet");

  /** A pointer that is told how far it moves. */
  public static final InputType MOUSE = new InputType("mouse");

  /** A keyboard. Since libvirt 1.2.2. */
  public static final InputType KEYBOARD = new InputType("keyboard");

  /** A device of the host, given away. Since libvirt 1.3.0. */
  public static final InputType PASSTHROUGH = new InputType("passthrough");

  /** A device of the host, which host and guest have in turn; Linux only. Since libvirt 7.4.0. */
  public static final InputType EVDEV = new InputType("evdev");

  /** As libvirt writes it. */
  @Override
  public String toString() {
    return value;
  }
}
