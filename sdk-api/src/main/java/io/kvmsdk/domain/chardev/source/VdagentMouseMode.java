package io.kvmsdk.domain.chardev.source;

/**
 * Which side moves the pointer. An open value: what a newer libvirt may say is read and written as
 * well.
 *
 * @param value as libvirt writes it
 */
public record VdagentMouseMode(String value) {

  /** The guest, by the movements that the client sends. */
  public static final VdagentMouseMode SERVER = new VdagentMouseMode("server");

  /** The client, which sends where the pointer is. */
  public static final VdagentMouseMode CLIENT = new VdagentMouseMode("client");

  /** As libvirt writes it. */
  @Override
  public String toString() {
    return value;
  }
}
