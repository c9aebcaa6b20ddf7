package io.kvmsdk.domain.filesystem.source;

import io.kvmsdk.internal.style.ValueStyle;
import io.kvmsdk.units.ByteSize;
import io.kvmsdk.xml.Extras;
import io.kvmsdk.xml.XmlIn;
import io.kvmsdk.xml.XmlMapping;
import io.kvmsdk.xml.XmlOut;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * A file system in the memory of the host; containers only. Since libvirt 0.9.13.
 *
 * @see <a href="https://libvirt.org/formatdomain.html#filesystems">libvirt: Filesystems</a>
 */
@Value.Immutable
@ValueStyle
public sealed interface RamFilesystemSource extends FilesystemSource, WithRamFilesystemSource
    permits ImmutableRamFilesystemSource {

  /** How it is read and written. */
  XmlMapping<RamFilesystemSource> XML = new RamFilesystemSourceXml();

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
    return "ram";
  }

  /** The most that it may hold. */
  Optional<ByteSize> usage();

  /** What the document says beyond this. */
  @Override
  Extras extras();

  /** Makes values. */
  final class Builder extends ImmutableRamFilesystemSource.Builder {
    Builder() {
      extras(Extras.NONE);
    }
  }
}

final class RamFilesystemSourceXml extends XmlMapping<RamFilesystemSource> {

  RamFilesystemSourceXml() {
    super("source");
  }

  @Override
  protected RamFilesystemSource read(XmlIn in) {
    RamFilesystemSource.Builder b = RamFilesystemSource.builder();
    if (in.sizeAttr("usage", "units", "KiB")) b.usage(in.size());
    return b.extras(in.extrasAndPresence()).build();
  }

  @Override
  protected void write(RamFilesystemSource value, String name, XmlOut out) {
    out.beginIfAny(name, value.extras());
    out.sizeAttr("usage", "units", value.usage());
    out.end();
  }
}
