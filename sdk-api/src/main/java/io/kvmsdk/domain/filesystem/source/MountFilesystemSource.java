package io.kvmsdk.domain.filesystem.source;

import io.kvmsdk.internal.style.ValueStyle;
import io.kvmsdk.xml.Extras;
import io.kvmsdk.xml.XmlIn;
import io.kvmsdk.xml.XmlMapping;
import io.kvmsdk.xml.XmlOut;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * A directory of the host, or the socket of a daemon that serves one.
 *
 * @see <a href="https://libvirt.org/formatdomain.html#filesystems">libvirt: Filesystems</a>
 */
@Value.Immutable
@ValueStyle
public sealed interface MountFilesystemSource extends FilesystemSource, WithMountFilesystemSource
    permits ImmutableMountFilesystemSource {

  /** How it is read and written. */
  XmlMapping<MountFilesystemSource> XML = new MountFilesystemSourceXml();

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
    return "mount";
  }

  /** The absolute path of the directory. */
  Optional<String> directory();

  /** The absolute path of the unix socket of a virtiofsd that runs already, instead. */
  Optional<String> socket();

  /** What the document says beyond this. */
  @Override
  Extras extras();

  /** Makes values. */
  final class Builder extends ImmutableMountFilesystemSource.Builder {
    Builder() {
      extras(Extras.NONE);
    }
  }
}

final class MountFilesystemSourceXml extends XmlMapping<MountFilesystemSource> {

  MountFilesystemSourceXml() {
    super("source");
  }

  @Override
  protected MountFilesystemSource read(XmlIn in) {
    MountFilesystemSource.Builder b = MountFilesystemSource.builder();
    if (in.attr("dir")) b.directory(in.value());
    if (in.attr("socket")) b.socket(in.value());
    return b.extras(in.extrasAndPresence()).build();
  }

  @Override
  protected void write(MountFilesystemSource value, String name, XmlOut out) {
    out.beginIfAny(name, value.extras());
    out.attr("dir", value.directory());
    out.attr("socket", value.socket());
    out.end();
  }
}
