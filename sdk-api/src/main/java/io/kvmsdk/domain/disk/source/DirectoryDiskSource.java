package io.kvmsdk.domain.disk.source;

import io.kvmsdk.internal.style.ValueStyle;
import io.kvmsdk.xml.Extras;
import io.kvmsdk.xml.XmlIn;
import io.kvmsdk.xml.XmlMapping;
import io.kvmsdk.xml.XmlOut;
import java.util.Optional;
import org.immutables.value.Value;

/** A disk that shows a directory of the host as a FAT file system. */
@Value.Immutable
@ValueStyle
public sealed interface DirectoryDiskSource extends DiskSource, WithDirectoryDiskSource
    permits ImmutableDirectoryDiskSource {

  /** How its {@code <source>} is read and written. */
  XmlMapping<DirectoryDiskSource> XML = new DirectoryDiskSourceXml();

  /** An empty builder. */
  static Builder builder() {
    return new Builder();
  }

  /** A builder that starts with the values of this one. */
  default Builder toBuilder() {
    return builder().from(this);
  }

  @Override
  default String type() {
    return "dir";
  }

  /** The absolute path. */
  Optional<String> directory();

  /** What the document says of the source beyond this. */
  @Override
  Extras extras();

  /** Makes sources. */
  final class Builder extends ImmutableDirectoryDiskSource.Builder {
    Builder() {
      extras(Extras.NONE);
    }
  }
}

final class DirectoryDiskSourceXml extends XmlMapping<DirectoryDiskSource> {

  DirectoryDiskSourceXml() {
    super("source");
  }

  @Override
  protected DirectoryDiskSource read(XmlIn in) {
    DirectoryDiskSource.Builder b = DirectoryDiskSource.builder();
    if (in.attr("dir")) b.directory(in.value());
    return b.extras(in.extrasAndPresence()).build();
  }

  @Override
  protected void write(DirectoryDiskSource value, String name, XmlOut out) {
    out.beginIfAny(name, value.extras());
    out.attr("dir", value.directory());
    out.end();
  }
}
