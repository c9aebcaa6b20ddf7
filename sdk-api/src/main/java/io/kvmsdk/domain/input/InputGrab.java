package io.kvmsdk.domain.input;

/**
 * What goes to the guest together with an input device of the host. An open value: what a newer
 * libvirt may say is read and written as well.
 *
 * @param value as libvirt writes it
 */
public record InputGrab(String value) {

  /** All that are there. */
  public static final InputGrab ALL = new InputGrab("all");

  /** As libvirt writes it. */
  @Override
  public String toString() {
    return value;
  }
}
