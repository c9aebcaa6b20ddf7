package io.kvmsdk.domain.display;

/**
 * What becomes of the clients of a console when its password changes. An open value: what a newer
 * libvirt may say is read and written as well.
 *
 * @param value as libvirt writes it
 */
public record ConnectedPolicy(String value) {

  /** They stay. */
  public static final ConnectedPolicy KEEP = new ConnectedPolicy("keep");

  /** They are disconnected; SPICE only. */
  public static final ConnectedPolicy DISCONNECT = new ConnectedPolicy("disconnect");

  /** The change fails while there is one; SPICE only. */
  public static final ConnectedPolicy FAIL = new ConnectedPolicy("fail");

  /** As libvirt writes it. */
  @Override
  public String toString() {
    return value;
  }
}
