package io.kvmsdk.domain.filesystem.source;

import io.kvmsdk.units.ByteSize;
import io.kvmsdk.xml.Extras;
import io.kvmsdk.xml.XmlIn;
import io.kvmsdk.xml.XmlOut;
import io.kvmsdk.xml.XmlUnion;

/**
 * Where on the host the data of a file system is.
 *
 * @see <a href="https://libvirt.org/formatdomain.html#filesystems">libvirt: Filesystems</a>
 */
public sealed interface FilesystemSource
    permits BindFilesystemSource,
        BlockFilesystemSource,
        FileFilesystemSource,
        MountFilesystemSource,
        RamFilesystemSource,
        TemplateFilesystemSource,
        UnknownFilesystemSource,
        VolumeFilesystemSource {

  /** How it is read and written. */
  XmlUnion<FilesystemSource> XML = new FilesystemSourceXml();

  /** A directory of the host. */
  static FilesystemSource mount(String directory) {
    return MountFilesystemSource.builder().directory(directory).build();
  }

  /** The unix socket of a virtiofsd that runs already. */
  static FilesystemSource socket(String path) {
    return MountFilesystemSource.builder().socket(path).build();
  }

  /** An image; containers only. */
  static FilesystemSource file(String path) {
    return FileFilesystemSource.builder().path(path).build();
  }

  /** A block device of the host; containers only. */
  static FilesystemSource block(String device) {
    return BlockFilesystemSource.builder().device(device).build();
  }

  /** Memory of the host, at most so much; containers only. */
  static FilesystemSource ram(ByteSize limit) {
    return RamFilesystemSource.builder().usage(limit).build();
  }

  /** Another directory of the same guest; containers only. */
  static FilesystemSource bind(String directory) {
    return BindFilesystemSource.builder().directory(directory).build();
  }

  /** A volume of a storage pool. */
  static FilesystemSource volume(String pool, String volume) {
    return VolumeFilesystemSource.builder().pool(pool).volume(volume).build();
  }

  /** What libvirt calls the kind, in the attribute {@code type}. */
  String type();

  /** What the document says beyond what has a name here. */
  Extras extras();
}

final class FilesystemSourceXml extends XmlUnion<FilesystemSource> {

  @Override
  protected FilesystemSource read(XmlIn in) {
    String type = in.attrOr("type", "mount");
    XmlIn source = in.child("source");
    return switch (source.ifUnderstood(type)) {
      case "mount" -> source.read(MountFilesystemSource.XML);
      case "file" -> source.read(FileFilesystemSource.XML);
      case "block" -> source.read(BlockFilesystemSource.XML);
      case "template" -> source.read(TemplateFilesystemSource.XML);
      case "ram" -> source.read(RamFilesystemSource.XML);
      case "bind" -> source.read(BindFilesystemSource.XML);
      case "volume" -> source.read(VolumeFilesystemSource.XML);
      default -> UnknownFilesystemSource.builder().type(type).extras(source.unread()).build();
    };
  }

  @Override
  protected void write(FilesystemSource value, XmlOut out) {
    if (value instanceof MountFilesystemSource mountFilesystemSource) {
      out.write(MountFilesystemSource.XML, mountFilesystemSource);
    } else if (value instanceof FileFilesystemSource fileFilesystemSource) {
      out.write(FileFilesystemSource.XML, fileFilesystemSource);
    } else if (value instanceof BlockFilesystemSource blockFilesystemSource) {
      out.write(BlockFilesystemSource.XML, blockFilesystemSource);
    } else if (value instanceof TemplateFilesystemSource templateFilesystemSource) {
      out.write(TemplateFilesystemSource.XML, templateFilesystemSource);
    } else if (value instanceof RamFilesystemSource ramFilesystemSource) {
      out.write(RamFilesystemSource.XML, ramFilesystemSource);
    } else if (value instanceof BindFilesystemSource bindFilesystemSource) {
      out.write(BindFilesystemSource.XML, bindFilesystemSource);
    } else if (value instanceof VolumeFilesystemSource volumeFilesystemSource) {
      out.write(VolumeFilesystemSource.XML, volumeFilesystemSource);
    } else {
      out.beginIfAny("source", value.extras());
      out.end();
    }
  }
}
