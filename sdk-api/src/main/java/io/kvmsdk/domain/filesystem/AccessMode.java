package io.kvmsdk.domain.filesystem;

/**
 * With whose rights the files of a file system are accessed. An open value: what a newer libvirt
 * may say is read and written as well.
 *
 * @param value as libvirt writes it
 */
public record AccessMode(String value) {

  /** With those of the user within the guest; the only one of virtiofs. */
  public static final AccessMode PASSTHROUGH = new AccessMode("passthrough");

  /** With those of the hypervisor; what the guest sees is kept in extended attributes. */
  public static final AccessMode MAPPED = new AccessMode("mapped");

  /** As passthrough, but a change of owner that is not allowed is ignored. */
  public static final AccessMode SQUASH = new AccessMode("squash");

  /** As libvirt writes it. */
  @Override
  public String toString() {
    return value;
  }
}
