package io.kvmsdk.domain.disk;

import io.kvmsdk.internal.style.ValueStyle;
import io.kvmsdk.xml.Extras;
import io.kvmsdk.xml.XmlIn;
import io.kvmsdk.xml.XmlMapping;
import io.kvmsdk.xml.XmlOut;
import org.immutables.value.Value;

/**
 * A queue of a virtio disk.
 *
 * @see <a href="https://libvirt.org/formatdomain.html#hard-drives-floppy-disks-cdroms">libvirt:
 *     Hard drives, floppy disks, CDROMs</a>
 */
@Value.Immutable
@ValueStyle
public interface DiskQueue extends WithDiskQueue {

  /** How it is read and written. */
  XmlMapping<DiskQueue> XML = new DiskQueueXml();

  /** A queue, from 0. */
  static DiskQueue of(int id) {
    return builder().id(id).build();
  }

  /** An empty builder. */
  static Builder builder() {
    return new Builder();
  }

  /** A builder that starts with the values of this one. */
  default Builder toBuilder() {
    return builder().from(this);
  }

  /** The number of the queue, from 0. */
  int id();

  /** What the document says beyond this. */
  Extras extras();

  /** Makes values. */
  final class Builder extends ImmutableDiskQueue.Builder {
    Builder() {
      extras(Extras.NONE);
    }
  }
}

final class DiskQueueXml extends XmlMapping<DiskQueue> {

  DiskQueueXml() {
    super("queue");
  }

  @Override
  protected DiskQueue read(XmlIn in) {
    DiskQueue.Builder b = DiskQueue.builder();
    if (!in.intAttr("id")) throw in.missing("@id");
    b.id(in.intValue());
    return b.extras(in.extras()).build();
  }

  @Override
  protected void write(DiskQueue value, String name, XmlOut out) {
    out.begin(name, value.extras());
    out.attr("id", value.id());
    out.end();
  }
}
