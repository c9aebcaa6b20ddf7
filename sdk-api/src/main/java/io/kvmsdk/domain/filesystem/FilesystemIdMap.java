package io.kvmsdk.domain.filesystem;

import io.kvmsdk.internal.style.ValueStyle;
import io.kvmsdk.xml.Extras;
import io.kvmsdk.xml.XmlIn;
import io.kvmsdk.xml.XmlMapping;
import io.kvmsdk.xml.XmlOut;
import java.util.List;
import org.immutables.value.Value;

/**
 * How the users and groups of a file system are mapped for virtiofs. Since libvirt 10.0.0.
 *
 * @see <a href="https://libvirt.org/formatdomain.html#filesystems">libvirt: Filesystems</a>
 */
@Value.Immutable
@ValueStyle
public interface FilesystemIdMap extends WithFilesystemIdMap {

  /** How it is read and written. */
  XmlMapping<FilesystemIdMap> XML = new FilesystemIdMapXml();

  /** An empty builder. */
  static Builder builder() {
    return new Builder();
  }

  /** A builder that starts with the values of this one. */
  default Builder toBuilder() {
    return builder().from(this);
  }

  /** The users. */
  List<FilesystemIdRange> uids();

  /** The groups. */
  List<FilesystemIdRange> gids();

  /** What the document says beyond this. */
  Extras extras();

  /** Makes values. */
  final class Builder extends ImmutableFilesystemIdMap.Builder {
    Builder() {
      extras(Extras.NONE);
    }
  }
}

final class FilesystemIdMapXml extends XmlMapping<FilesystemIdMap> {

  FilesystemIdMapXml() {
    super("idmap");
  }

  @Override
  protected FilesystemIdMap read(XmlIn in) {
    FilesystemIdMap.Builder b = FilesystemIdMap.builder();
    for (XmlIn uid : in.children("uid")) b.addUid(uid.read(FilesystemIdRange.XML));
    for (XmlIn gid : in.children("gid")) b.addGid(gid.read(FilesystemIdRange.XML));
    return b.extras(in.extras()).build();
  }

  @Override
  protected void write(FilesystemIdMap value, String name, XmlOut out) {
    out.begin(name, value.extras());
    out.writeAll("uid", FilesystemIdRange.XML, value.uids());
    out.writeAll("gid", FilesystemIdRange.XML, value.gids());
    out.end();
  }
}
