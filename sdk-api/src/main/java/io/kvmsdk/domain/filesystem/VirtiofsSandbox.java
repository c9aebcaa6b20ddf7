package io.kvmsdk.domain.filesystem;

/**
 * How the daemon of virtiofs is confined. Since libvirt 7.2.0. An open value: what a newer libvirt
 * may say is read and written as well.
 *
 * @param value as libvirt writes it
 */
public record VirtiofsSandbox(String value) {

  /** By namespaces. */
  public static final VirtiofsSandbox NAMESPACE = new VirtiofsSandbox("namespace");

  /** By chroot. */
  public static final VirtiofsSandbox CHROOT = new VirtiofsSandbox("chroot");

  /** As libvirt writes it. */
  @Override
  public String toString() {
    return value;
  }
}
