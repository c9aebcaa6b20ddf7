package io.kvmsdk.host.device;

import io.kvmsdk.host.device.nested.NestedCapability;
import io.kvmsdk.host.device.nested.RemovableCapability;
import io.kvmsdk.internal.style.ValueStyle;
import io.kvmsdk.units.ByteSize;
import io.kvmsdk.xml.Extras;
import io.kvmsdk.xml.XmlIn;
import io.kvmsdk.xml.XmlMapping;
import io.kvmsdk.xml.XmlOut;
import java.util.List;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * A storage device.
 *
 * @see <a href="https://libvirt.org/formatnode.html#storage">libvirt: storage</a>
 */
@Value.Immutable
@ValueStyle
public sealed interface StorageCapability extends NodeCapability, WithStorageCapability
    permits ImmutableStorageCapability {

  /** How it is read and written. */
  XmlMapping<StorageCapability> XML = new StorageCapabilityXml();

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
    return "storage";
  }

  /** The path of the block device. */
  String block();

  /** The bus that it is on, such as {@code scsi}. */
  Optional<String> bus();

  /** What kind of drive it is, such as {@code disk} or {@code cdrom}. */
  Optional<String> driveType();

  /** The model. */
  Optional<String> model();

  /** Who made it. */
  Optional<String> vendor();

  /** The serial number. */
  Optional<String> serial();

  /** Its size; for a medium that can be taken out see {@link RemovableCapability}. */
  Optional<ByteSize> size();

  /** The size of a block. */
  Optional<ByteSize> logicalBlockSize();

  /** The number of blocks. */
  Optional<Long> blocks();

  /** That its medium can be taken out, or that it can be plugged. */
  List<NestedCapability> capabilities();

  /** What the document says beyond this. */
  @Override
  Extras extras();

  /** Makes values. */
  final class Builder extends ImmutableStorageCapability.Builder {
    Builder() {
      extras(Extras.NONE);
    }
  }
}

final class StorageCapabilityXml extends XmlMapping<StorageCapability> {

  StorageCapabilityXml() {
    super("capability");
  }

  @Override
  protected StorageCapability read(XmlIn in) {
    StorageCapability.Builder b = StorageCapability.builder();
    XmlIn block = in.child("block");
    if (!block.text()) throw block.unreadable("a text");
    b.block(in.value());
    if (in.child("bus").text()) b.bus(in.value());
    if (in.child("drive_type").text()) b.driveType(in.value());
    if (in.child("model").text()) b.model(in.value());
    if (in.child("vendor").text()) b.vendor(in.value());
    if (in.child("serial").text()) b.serial(in.value());
    if (in.child("size").fixedSizeText("B")) b.size(in.size());
    if (in.child("logical_block_size").fixedSizeText("B")) b.logicalBlockSize(in.size());
    if (in.child("num_blocks").longText()) b.blocks(in.longValue());
    for (XmlIn capability : in.children("capability"))
      b.addCapability(capability.read(NestedCapability.XML));
    return b.extras(in.extras()).build();
  }

  @Override
  protected void write(StorageCapability value, String name, XmlOut out) {
    out.begin(name, value.extras());
    out.attr("type", value.type());
    out.partText("block", value.block());
    out.partText("bus", value.bus());
    out.partText("drive_type", value.driveType());
    out.partText("model", value.model());
    out.partText("vendor", value.vendor());
    out.partText("serial", value.serial());
    out.beginPart("size");
    out.fixedSizeText("B", value.size());
    out.end();
    out.beginPart("logical_block_size");
    out.fixedSizeText("B", value.logicalBlockSize());
    out.end();
    out.partText("num_blocks", value.blocks());
    out.writeAll("capability", NestedCapability.XML, value.capabilities());
    out.end();
  }
}
