package io.kvmsdk.domain.snapshot;

import io.kvmsdk.internal.style.ValueStyle;
import io.kvmsdk.units.ByteSize;
import io.kvmsdk.xml.Extras;
import io.kvmsdk.xml.XmlIn;
import io.kvmsdk.xml.XmlMapping;
import io.kvmsdk.xml.XmlOut;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * How one disk takes part in a checkpoint. Since libvirt 5.6.0.
 *
 * @see <a href="https://libvirt.org/formatcheckpoint.html#checkpoint-xml">libvirt: Checkpoint
 *     XML</a>
 */
@Value.Immutable
@ValueStyle
public interface CheckpointDisk extends WithCheckpointDisk {

  /** How it is read and written. */
  XmlMapping<CheckpointDisk> XML = new CheckpointDiskXml();

  /** The blocks that change are tracked, in a bitmap that is named as the checkpoint. */
  static CheckpointDisk bitmap(String target) {
    return builder().name(target).checkpoint(CheckpointMode.BITMAP).build();
  }

  /** It does not take part. */
  static CheckpointDisk excluded(String target) {
    return builder().name(target).checkpoint(CheckpointMode.NO).build();
  }

  /** An empty builder. */
  static Builder builder() {
    return new Builder();
  }

  /** A builder that starts with the values of this one. */
  default Builder toBuilder() {
    return builder().from(this);
  }

  /**
   * The target of the disk, such as vda, or the path of its source where no other disk has that.
   */
  String name();

  /** How it takes part. Absent means by a bitmap. */
  Optional<CheckpointMode> checkpoint();

  /** The name of the bitmap. Absent means that of the checkpoint. */
  Optional<String> bitmap();

  /** About how much has changed since; the hypervisor says it where it was asked to. */
  Optional<ByteSize> size();

  /** What the document says beyond this. */
  Extras extras();

  /** Makes values. */
  final class Builder extends ImmutableCheckpointDisk.Builder {
    Builder() {
      extras(Extras.NONE);
    }
  }
}

final class CheckpointDiskXml extends XmlMapping<CheckpointDisk> {

  CheckpointDiskXml() {
    super("disk");
  }

  @Override
  protected CheckpointDisk read(XmlIn in) {
    CheckpointDisk.Builder b = CheckpointDisk.builder();
    b.name(in.required("name"));
    if (in.attr("checkpoint")) b.checkpoint(new CheckpointMode(in.value()));
    if (in.attr("bitmap")) b.bitmap(in.value());
    if (in.fixedSizeAttr("size", "B")) b.size(in.size());
    return b.extras(in.extras()).build();
  }

  @Override
  protected void write(CheckpointDisk value, String name, XmlOut out) {
    out.begin(name, value.extras());
    out.attr("name", value.name());
    out.attr("checkpoint", value.checkpoint());
    out.attr("bitmap", value.bitmap());
    out.fixedSizeAttr("size", "B", value.size());
    out.end();
  }
}
