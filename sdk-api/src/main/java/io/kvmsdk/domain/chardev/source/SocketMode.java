package io.kvmsdk.domain.chardev.source;

/**
 * Which side waits for the other. An open value: what a newer libvirt may say is read and written
 * as well.
 *
 * @param value as libvirt writes it
 */
public record SocketMode(String value) {

  /** The hypervisor listens. */
  public static final SocketMode BIND = new SocketMode("bind");

  /** The hypervisor connects. */
  public static final SocketMode CONNECT = new SocketMode("connect");

  /** As libvirt writes it. */
  @Override
  public String toString() {
    return value;
  }
}
