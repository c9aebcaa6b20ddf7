package io.kvmsdk.domain.network.source;

/**
 * Over what QEMU speaks with a vhost-user program. An open value: what a newer libvirt may say is
 * read and written as well.
 *
 * @param value as libvirt writes it
 */
public record VhostUserSocketType(String value) {

  /** A Unix socket, the only way. */
  public static final VhostUserSocketType UNIX = new VhostUserSocketType("unix");

  /** As libvirt writes it. */
  @Override
  public String toString() {
    return value;
  }
}
