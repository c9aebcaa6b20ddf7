package io.kvmsdk.domain.disk.source;

/**
 * How a volume of an iSCSI pool is reached. An open value: what a newer libvirt may say is read and
 * written as well.
 *
 * @param value as libvirt writes it
 */
public record VolumeMode(String value) {

  /** By the device that the host's kernel made of it; what is meant where nothing is said. */
  public static final VolumeMode HOST = new VolumeMode("host");

  /** By QEMU itself. */
  public static final VolumeMode DIRECT = new VolumeMode("direct");

  /** As libvirt writes it. */
  @Override
  public String toString() {
    return value;
  }
}
