package io.kvmsdk.domain.platform;

/**
 * What encrypts for a guest. An open value: what a newer libvirt may say is read and written as
 * well.
 *
 * @param value as libvirt writes it
 */
public record CryptoBackend(String value) {

  /** QEMU itself. */
  public static final CryptoBackend BUILTIN = new CryptoBackend("builtin");

  /** The crypto framework of the host's Linux kernel. */
  public static final CryptoBackend LKCF = new CryptoBackend("lkcf");

  /** As libvirt writes it. */
  @Override
  public String toString() {
    return value;
  }
}
