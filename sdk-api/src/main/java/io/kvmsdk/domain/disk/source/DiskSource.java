package io.kvmsdk.domain.disk.source;

import io.kvmsdk.xml.Extras;
import io.kvmsdk.xml.XmlIn;
import io.kvmsdk.xml.XmlOut;
import io.kvmsdk.xml.XmlUnion;

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

  /** How it is read and written. */
  XmlUnion<DiskSource> XML = new DiskSourceXml();

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

final class DiskSourceXml extends XmlUnion<DiskSource> {

  @Override
  protected DiskSource read(XmlIn disk) {
    String type = disk.attrOr("type", "file");
    XmlIn source = disk.child("source");
    return switch (type) {
      case "file" -> source.read(FileDiskSource.XML);
      case "block" -> source.read(BlockDiskSource.XML);
      case "dir" -> source.read(DirectoryDiskSource.XML);
      case "network" -> source.read(NetworkDiskSource.XML);
      case "volume" -> source.read(VolumeDiskSource.XML);
      default -> UnknownDiskSource.builder().type(type).extras(source.unread()).build();
    };
  }

  @Override
  protected void write(DiskSource source, XmlOut out) {
    if (source instanceof FileDiskSource file) {
      out.write(FileDiskSource.XML, file);
    } else if (source instanceof BlockDiskSource block) {
      out.write(BlockDiskSource.XML, block);
    } else if (source instanceof DirectoryDiskSource directory) {
      out.write(DirectoryDiskSource.XML, directory);
    } else if (source instanceof NetworkDiskSource network) {
      out.write(NetworkDiskSource.XML, network);
    } else if (source instanceof VolumeDiskSource volume) {
      out.write(VolumeDiskSource.XML, volume);
    } else {
      out.beginIfAny("source", source.extras());
      out.end();
    }
  }
}
