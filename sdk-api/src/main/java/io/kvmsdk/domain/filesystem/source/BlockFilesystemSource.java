package io.kvmsdk.domain.filesystem.source;

import io.kvmsdk.internal.style.ValueStyle;
import io.kvmsdk.xml.Extras;
import io.kvmsdk.xml.XmlIn;
import io.kvmsdk.xml.XmlMapping;
import io.kvmsdk.xml.XmlOut;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * A block device of the host with a file system on it; containers only. Since libvirt 0.9.5.
 *
 * @see <a href="https://libvirt.org/formatdomain.html#filesystems">libvirt: Filesystems</a>
 */
@Value.Immutable
@ValueStyle
public sealed interface BlockFilesystemSource extends FilesystemSource, WithBlockFilesystemSource
    permits ImmutableBlockFilesystemSource {

  /** How it is read and written. */
  XmlMapping<BlockFilesystemSource> XML = new BlockFilesystemSourceXml();

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
    return "block";
  }

  /** The absolute path of the device. */
  Optional<String> device();

  /** What the document says beyond this. */
  @Override
  Extras extras();

  /** Makes values. */
  final class Builder extends ImmutableBlockFilesystemSource.Builder {
    Builder() {
      extras(Extras.NONE);
    }
  }
}

final class BlockFilesystemSourceXml extends XmlMapping<BlockFilesystemSource> {

  BlockFilesystemSourceXml() {
    super("source");
  }

  @Override
  protected BlockFilesystemSource read(XmlIn in) {
    BlockFilesystemSource.Builder b = BlockFilesystemSource.builder();
    if (in.attr("dev")) b.device(in.value());
    return b.extras(in.extrasAndPresence()).build();
  }

  @Override
  protected void write(BlockFilesystemSource value, String name, XmlOut out) {
    out.beginIfAny(name, value.extras());
    out.attr("dev", value.device());
    out.end();
  }
}
