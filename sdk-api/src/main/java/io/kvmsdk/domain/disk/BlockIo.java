package io.kvmsdk.domain.disk;

import io.kvmsdk.internal.style.ValueStyle;
import io.kvmsdk.units.ByteSize;
import io.kvmsdk.xml.Extras;
import io.kvmsdk.xml.XmlIn;
import io.kvmsdk.xml.XmlMapping;
import io.kvmsdk.xml.XmlOut;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * What a disk says of the sizes of its blocks. Since libvirt 0.10.2.
 *
 * @see <a href="https://libvirt.org/formatdomain.html#hard-drives-floppy-disks-cdroms">libvirt:
 *     Hard drives, floppy disks, CDROMs</a>
 */
@Value.Immutable
@ValueStyle
public interface BlockIo extends WithBlockIo {

  /** How it is read and written. */
  XmlMapping<BlockIo> XML = new BlockIoXml();

  /** A disk that is addressed by 512 bytes and stores blocks of 4096. */
  static BlockIo emulated512() {
    return builder()
        .logicalBlockSize(ByteSize.bytes(512))
        .physicalBlockSize(ByteSize.bytes(4096))
        .build();
  }

  /** A disk that is addressed by, and stores, blocks of 4096 bytes. */
  static BlockIo native4096() {
    return builder()
        .logicalBlockSize(ByteSize.bytes(4096))
        .physicalBlockSize(ByteSize.bytes(4096))
        .build();
  }

  /** An empty builder. */
  static Builder builder() {
    return new Builder();
  }

  /** A builder that starts with the values of this one. */
  default Builder toBuilder() {
    return builder().from(this);
  }

  /** The least that can be read or written. Absent means 512 bytes. */
  Optional<ByteSize> logicalBlockSize();

  /**
   * What the disk stores at once; partitions should begin at a multiple. Absent means 512 bytes.
   */
  Optional<ByteSize> physicalBlockSize();

  /**
   * The least that can be discarded, a multiple of the logical size. Absent means what the
   * hypervisor chooses.
   */
  Optional<ByteSize> discardGranularity();

  /** What the document says beyond this. */
  Extras extras();

  /** Makes values. */
  final class Builder extends ImmutableBlockIo.Builder {
    Builder() {
      extras(Extras.NONE);
    }
  }
}

final class BlockIoXml extends XmlMapping<BlockIo> {

  BlockIoXml() {
    super("blockio");
  }

  @Override
  protected BlockIo read(XmlIn in) {
    BlockIo.Builder b = BlockIo.builder();
    if (in.fixedSizeAttr("logical_block_size", "B")) b.logicalBlockSize(in.size());
    if (in.fixedSizeAttr("physical_block_size", "B")) b.physicalBlockSize(in.size());
    if (in.fixedSizeAttr("discard_granularity", "B")) b.discardGranularity(in.size());
    return b.extras(in.extrasAndPresence()).build();
  }

  @Override
  protected void write(BlockIo value, String name, XmlOut out) {
    out.beginIfAny(name, value.extras());
    out.fixedSizeAttr("logical_block_size", "B", value.logicalBlockSize());
    out.fixedSizeAttr("physical_block_size", "B", value.physicalBlockSize());
    out.fixedSizeAttr("discard_granularity", "B", value.discardGranularity());
    out.end();
  }
}
