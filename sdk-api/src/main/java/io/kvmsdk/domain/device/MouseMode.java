package io.kvmsdk.domain.device;

/**
 * Whose mouse pointer is used, on a display over SPICE or by QEMU's own agent for VNC and the like.
 * An open value: what a newer libvirt may say is read and written as well.
 *
 * @param value as libvirt writes it
 */
public record MouseMode(String value) {

  /** The guest's, which moves as the client's mouse does. */
  public static final MouseMode SERVER = new MouseMode("server");

  /** The client's, whose position the guest is told by an agent or a tablet. */
  public static final MouseMode CLIENT = new MouseMode("client");

  /** As libvirt writes it. */
  @Override
  public String toString() {
    return value;
  }
}
