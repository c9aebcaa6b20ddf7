package io.kvmsdk.domain.filesystem;

/**
 * What does the work of a file system. An open value: what a newer libvirt may say is read and
 * written as well.
 *
 * @param value as libvirt writes it
 */
public record FilesystemDriverType(String value) {

  /** QEMU by 9p. */
  public static final FilesystemDriverType PATH = new FilesystemDriverType("path");

  /** QEMU by 9p and handles of files; gone from QEMU. Since libvirt 0.9.7. */
  public static final FilesystemDriverType HANDLE = new FilesystemDriverType("handle");

  /** A loop device; containers only. */
  public static final FilesystemDriverType LOOP = new FilesystemDriverType("loop");

  /** qemu-nbd; containers only. */
  public static final FilesystemDriverType NBD = new FilesystemDriverType("nbd");

  /** ploop; Virtuozzo only. */
  public static final FilesystemDriverType PLOOP = new FilesystemDriverType("ploop");

  /** virtiofsd. Since libvirt 6.2.0. */
  public static final FilesystemDriverType VIRTIOFS = new FilesystemDriverType("virtiofs");

  /** QEMU, as a USB device that speaks MTP. Since libvirt 10.2.0. */
  public static final FilesystemDriverType MTP = new FilesystemDriverType("mtp");

  /** As libvirt writes it. */
  @Override
  public String toString() {
    return value;
  }
}
