package io.kvmsdk.domain.disk;

import io.kvmsdk.xml.XmlIn;
import io.kvmsdk.xml.XmlMapping;
import io.kvmsdk.xml.XmlOut;

/** Reads and writes the {@code <source>} of a disk, which means what the disk's type says. */
final class DiskSourceXml {

  private DiskSourceXml() {}

  static DiskSource read(XmlIn disk) {
    String type = disk.attrOr("type", "file");
    XmlIn source = disk.child("source");
    return switch (type) {
      case "file" -> source.read(FileDiskSource.XML);
      case "block" -> source.read(BlockDiskSource.XML);
      case "dir" -> source.read(DirectoryDiskSource.XML);
      case "network" -> source.read(NetworkDiskSource.XML);
      case "volume" -> source.read(VolumeDiskSource.XML);
      default -> source.read(new Unknown(type));
    };
  }

  static void write(DiskSource source, XmlOut out) {
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
      out.write(new Unknown(source.type()), (UnknownDiskSource) source);
    }
  }

  private static final class Unknown extends XmlMapping<UnknownDiskSource> {

    private final String type;

    Unknown(String type) {
      super("source");
      this.type = type;
    }

    @Override
    protected UnknownDiskSource read(XmlIn in) {
      return UnknownDiskSource.builder().type(type).extras(in.extrasAndPresence()).build();
    }

    @Override
    protected void write(UnknownDiskSource value, String name, XmlOut out) {
      out.beginIfAny(name, value.extras());
      out.end();
    }
  }
}
