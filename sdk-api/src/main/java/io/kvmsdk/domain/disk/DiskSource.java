package io.kvmsdk.domain.disk;

import io.kvmsdk.xml.Extras;

/**
 * Where the data of a disk is.
 *
 * @see <a href="https://libvirt.org/formatdomain.html#hard-drives-floppy-disks-cdroms">libvirt:
 *     Hard drives, floppy disks, CDROMs</a>
 */
public sealed interface DiskSource
    permits BlockDiskSource,
        DirectoryDiskSource,
        FileDiskSource,
        NetworkDiskSource,
        UnknownDiskSource,
        VolumeDiskSource {

  /** A file of the host, by its absolute path. */
  static DiskSource file(String path) {
    return FileDiskSource.builder().file(path).build();
  }

  /** A block device of the host, such as {@code /dev/vg/web-1}. */
  static DiskSource block(String device) {
    return BlockDiskSource.builder().device(device).build();
  }

  /** A volume of a storage pool. */
  static DiskSource volume(String pool, String volume) {
    return VolumeDiskSource.builder().pool(pool).volume(volume).build();
  }

  /** Data on a server. */
  static DiskSource network(DiskProtocol protocol, String name, NetworkHost... hosts) {
    return NetworkDiskSource.builder().protocol(protocol).name(name).addHosts(hosts).build();
  }

  /** A drive without a medium. */
  static DiskSource empty() {
    return FileDiskSource.builder().build();
  }

  /** What libvirt calls the kind of source, such as {@code file}; attribute type of the disk. */
  String type();

  /** What the document says of the source beyond what has a name here. */
  Extras extras();
}
