package io.kvmsdk.domain.network;

/**
 * Which program connects an interface in user space. An open value: what a newer libvirt may say is
 * read and written as well.
 *
 * @param value as libvirt writes it
 */
public record HostBackendType(String value) {

  /** For an interface of type user, SLIRP, a part of QEMU. */
  public static final HostBackendType DEFAULT = new HostBackendType("default");

  /** passt, a program beside QEMU. Since libvirt 9.0.0. */
  public static final HostBackendType PASST = new HostBackendType("passt");

  /** As libvirt writes it. */
  @Override
  public String toString() {
    return value;
  }
}
