package io.kvmsdk.domain.disk.source;

import io.kvmsdk.internal.style.ValueStyle;
import io.kvmsdk.xml.Extras;
import io.kvmsdk.xml.XmlIn;
import io.kvmsdk.xml.XmlMapping;
import io.kvmsdk.xml.XmlOut;
import java.util.Optional;
import org.immutables.value.Value;

/** A disk whose data is a file of the host. */
@Value.Immutable
@ValueStyle
public sealed interface FileDiskSource extends DiskSource, WithFileDiskSource
    permits ImmutableFileDiskSource {

  /** How its {@code <source>} is read and written. */
  XmlMapping<FileDiskSource> XML = new FileDiskSourceXml();

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

  /** The absolute path; absent for a drive without a medium. */
  Optional<String> file();

  /**
   * What to do when the file is not there at the start of a CD-ROM or floppy. Since libvirt 0.9.7.
   */
  Optional<StartupPolicy> startupPolicy();

  /** What the document says of the source beyond this. */
  @Override
  Extras extras();

  /** Makes sources. */
  final class Builder extends ImmutableFileDiskSource.Builder {
    Builder() {
      extras(Extras.NONE);
    }
  }
}

final class FileDiskSourceXml extends XmlMapping<FileDiskSource> {

  FileDiskSourceXml() {
    super("source");
  }

  @Override
  protected FileDiskSource read(XmlIn in) {
    FileDiskSource.Builder b = FileDiskSource.builder();
    if (in.attr("file")) b.file(in.value());
    if (in.attr("startupPolicy")) b.startupPolicy(new StartupPolicy(in.value()));
    return b.extras(in.extrasAndPresence()).build();
  }

  @Override
  protected void write(FileDiskSource value, String name, XmlOut out) {
    out.beginIfAny(name, value.extras());
    out.attr("file", value.file());
    out.attr("startupPolicy", value.startupPolicy());
    out.end();
  }
}
