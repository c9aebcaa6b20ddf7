package io.kvmsdk.domain.filesystem.source;

import io.kvmsdk.internal.style.ValueStyle;
import io.kvmsdk.xml.Extras;
import io.kvmsdk.xml.XmlIn;
import io.kvmsdk.xml.XmlMapping;
import io.kvmsdk.xml.XmlOut;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * Another directory of the same guest; containers only. Since libvirt 0.9.13.
 *
 * @see <a href="https://libvirt.org/formatdomain.html#filesystems">libvirt: Filesystems</a>
 */
@Value.Immutable
@ValueStyle
public sealed interface BindFilesystemSource extends FilesystemSource, WithBindFilesystemSource
    permits ImmutableBindFilesystemSource {

  /** How it is read and written. */
  XmlMapping<BindFilesystemSource> XML = new BindFilesystemSourceXml();

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
    return "bind";
  }

  /** The absolute path of the directory within the guest. */
  Optional<String> directory();

  /** What the document says beyond this. */
  @Override
  Extras extras();

  /** Makes values. */
  final class Builder extends ImmutableBindFilesystemSource.Builder {
    Builder() {
      extras(Extras.NONE);
    }
  }
}

final class BindFilesystemSourceXml extends XmlMapping<BindFilesystemSource> {

  BindFilesystemSourceXml() {
    super("source");
  }

  @Override
  protected BindFilesystemSource read(XmlIn in) {
    BindFilesystemSource.Builder b = BindFilesystemSource.builder();
    if (in.attr("dir")) b.directory(in.value());
    return b.extras(in.extrasAndPresence()).build();
  }

  @Override
  protected void write(BindFilesystemSource value, String name, XmlOut out) {
    out.beginIfAny(name, value.extras());
    out.attr("dir", value.directory());
    out.end();
  }
}
