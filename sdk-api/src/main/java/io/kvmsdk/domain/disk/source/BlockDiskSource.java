package io.kvmsdk.domain.disk.source;

import io.kvmsdk.internal.style.ValueStyle;
import io.kvmsdk.xml.Extras;
import io.kvmsdk.xml.XmlIn;
import io.kvmsdk.xml.XmlMapping;
import io.kvmsdk.xml.XmlOut;
import java.util.Optional;
import org.immutables.value.Value;

/** A disk whose data is a block device of the host. */
@Value.Immutable
@ValueStyle
public sealed interface BlockDiskSource extends DiskSource, WithBlockDiskSource
    permits ImmutableBlockDiskSource {

  /** How its {@code <source>} is read and written. */
  XmlMapping<BlockDiskSource> XML = new BlockDiskSourceXml();

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

  /** The absolute path, such as {@code /dev/vg/web-1}; absent for a drive without a medium. */
  Optional<String> device();

  /** What to do when the device is not there at the start of a CD-ROM or floppy. */
  Optional<StartupPolicy> startupPolicy();

  /** What the document says of the source beyond this. */
  @Override
  Extras extras();

  /** Makes sources. */
  final class Builder extends ImmutableBlockDiskSource.Builder {
    Builder() {
      extras(Extras.NONE);
    }
  }
}

final class BlockDiskSourceXml extends XmlMapping<BlockDiskSource> {

  BlockDiskSourceXml() {
    super("source");
  }

  @Override
  protected BlockDiskSource read(XmlIn in) {
    BlockDiskSource.Builder b = BlockDiskSource.builder();
    if (in.attr("dev")) b.device(in.value());
    if (in.attr("startupPolicy")) b.startupPolicy(new StartupPolicy(in.value()));
    return b.extras(in.extrasAndPresence()).build();
  }

  @Override
  protected void write(BlockDiskSource value, String name, XmlOut out) {
    out.beginIfAny(name, value.extras());
    out.attr("dev", value.device());
    out.attr("startupPolicy", value.startupPolicy());
    out.end();
  }
}
