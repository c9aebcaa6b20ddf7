package io.kvmsdk.domain.network.source;

/**
 * Which end of a socket QEMU is. An open value: what a newer libvirt may say is read and written as
 * well.
 *
 * @param value as libvirt writes it
 */
public record VhostUserMode(String value) {

  /** QEMU listens; a machine waits for the other end as it starts. */
  public static final VhostUserMode SERVER = new VhostUserMode("server");

  /** QEMU connects; what is meant where nothing is said, since libvirt 11.1.0. */
  public static final VhostUserMode CLIENT = new VhostUserMode("client");

  /** As libvirt writes it. */
  @Override
  public String toString() {
    return value;
  }
}
