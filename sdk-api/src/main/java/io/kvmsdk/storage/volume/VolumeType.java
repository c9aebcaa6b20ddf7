package io.kvmsdk.storage.volume;

/**
 * What a volume is. An open value: what a newer libvirt may say is read and written as well.
 *
 * @param value as libvirt writes it
 */
public record VolumeType(String value) {

  /** A file. */
  public static final VolumeType FILE = new VolumeType("file");

  /** A block device. */
  public static final VolumeType BLOCK = new VolumeType("block");

  /** A directory. */
  public static final VolumeType DIR = new VolumeType("dir");

  /** Something in a network, such as a Ceph image. */
  public static final VolumeType NETWORK = new VolumeType("network");

  /** A directory in a network. */
  public static final VolumeType NETDIR = new VolumeType("netdir");

  /** A directory with an image of Virtuozzo. */
  public static final VolumeType PLOOP = new VolumeType("ploop");

  /** As libvirt writes it. */
  @Override
  public String toString() {
    return value;
  }
}
