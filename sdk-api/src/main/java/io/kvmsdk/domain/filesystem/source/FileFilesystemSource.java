package io.kvmsdk.domain.filesystem.source;

import io.kvmsdk.internal.style.ValueStyle;
import io.kvmsdk.xml.Extras;
import io.kvmsdk.xml.XmlIn;
import io.kvmsdk.xml.XmlMapping;
import io.kvmsdk.xml.XmlOut;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * An image of a file system, in a file of the host; containers only.
 *
 * @see <a href="https://libvirt.org/formatdomain.html#filesystems">libvirt: Filesystems</a>
 */
@Value.Immutable
@ValueStyle
public sealed interface FileFilesystemSource extends FilesystemSource, WithFileFilesystemSource
    permits ImmutableFileFilesystemSource {

  /** How it is read and written. */
  XmlMapping<FileFilesystemSource> XML = new FileFilesystemSourceXml();

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
    return "file";
  }

  /** The absolute path of the file. */
  Optional<String> path();

  /** What the document says beyond this. */
  @Override
  Extras extras();

  /** Makes values. */
  final class Builder extends ImmutableFileFilesystemSource.Builder {
    Builder() {
      extras(Extras.NONE);
    }
  }
}

final class FileFilesystemSourceXml extends XmlMapping<FileFilesystemSource> {

  FileFilesystemSourceXml() {
    super("source");
  }

  @Override
  protected FileFilesystemSource read(XmlIn in) {
    FileFilesystemSource.Builder b = FileFilesystemSource.builder();
    if (in.attr("file")) b.path(in.value());
    return b.extras(in.extrasAndPresence()).build();
  }

  @Override
  protected void write(FileFilesystemSource value, String name, XmlOut out) {
    out.beginIfAny(name, value.extras());
    out.attr("file", value.path());
    out.end();
  }
}
