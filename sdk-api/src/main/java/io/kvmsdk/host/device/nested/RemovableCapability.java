package io.kvmsdk.host.device.nested;

import io.kvmsdk.internal.style.ValueStyle;
import io.kvmsdk.units.ByteSize;
import io.kvmsdk.xml.Extras;
import io.kvmsdk.xml.XmlIn;
import io.kvmsdk.xml.XmlMapping;
import io.kvmsdk.xml.XmlOut;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * That a medium can be taken out of a device, and what is in it.
 *
 * @see <a href="https://libvirt.org/formatnode.html#storage">libvirt: storage</a>
 */
@Value.Immutable
@ValueStyle
public sealed interface RemovableCapability extends NestedCapability, WithRemovableCapability
    permits ImmutableRemovableCapability {

  /** How it is read and written. */
  XmlMapping<RemovableCapability> XML = new RemovableCapabilityXml();

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
    return "removable";
  }

  /** Whether there is a medium. */
  boolean mediaAvailable();

  /** The size of the medium. */
  ByteSize mediaSize();

  /** The label of the medium. */
  Optional<String> mediaLabel();

  /** The size of a block. */
  Optional<ByteSize> logicalBlockSize();

  /** The number of blocks. */
  Optional<Long> blocks();

  /** What the document says beyond this. */
  @Override
  Extras extras();

  /** Makes values. */
  final class Builder extends ImmutableRemovableCapability.Builder {
    Builder() {
      extras(Extras.NONE);
    }
  }
}

final class RemovableCapabilityXml extends XmlMapping<RemovableCapability> {

  RemovableCapabilityXml() {
    super("capability");
  }

  @Override
  protected RemovableCapability read(XmlIn in) {
    RemovableCapability.Builder b = RemovableCapability.builder();
    XmlIn mediaAvailable = in.child("media_available");
    if (!mediaAvailable.zeroOneText()) throw mediaAvailable.unreadable("a value");
    b.mediaAvailable(in.flag());
    XmlIn mediaSize = in.child("media_size");
    if (!mediaSize.fixedSizeText("B")) throw mediaSize.unreadable("a value");
    b.mediaSize(in.size());
    if (in.child("media_label").text()) b.mediaLabel(in.value());
    if (in.child("logical_block_size").fixedSizeText("B")) b.logicalBlockSize(in.size());
    if (in.child("num_blocks").longText()) b.blocks(in.longValue());
    return b.extras(in.extras()).build();
  }

  @Override
  protected void write(RemovableCapability value, String name, XmlOut out) {
    out.begin(name, value.extras());
    out.attr("type", value.type());
    out.beginPart("media_available");
    out.zeroOneText(Optional.of(value.mediaAvailable()));
    out.end();
    out.beginPart("media_size");
    out.fixedSizeText("B", Optional.of(value.mediaSize()));
    out.end();
    out.partText("media_label", value.mediaLabel());
    out.beginPart("logical_block_size");
    out.fixedSizeText("B", value.logicalBlockSize());
    out.end();
    out.partText("num_blocks", value.blocks());
    out.end();
  }
}
