package io.kvmsdk.domain.disk;

import io.kvmsdk.internal.style.ValueStyle;
import io.kvmsdk.xml.Extras;
import io.kvmsdk.xml.XmlIn;
import io.kvmsdk.xml.XmlMapping;
import io.kvmsdk.xml.XmlOut;
import java.util.List;
import org.immutables.value.Value;

/**
 * An I/O thread that serves some of a virtio disk's queues. Since libvirt 10.0.0.
 *
 * @see <a href="https://libvirt.org/formatdomain.html#hard-drives-floppy-disks-cdroms">libvirt:
 *     Hard drives, floppy disks, CDROMs</a>
 */
@Value.Immutable
@ValueStyle
public interface DiskIoThread extends WithDiskIoThread {

  /** How it is read and written. */
  XmlMapping<DiskIoThread> XML = new DiskIoThreadXml();

  /** A thread, from 1, that serves such queues, from 0; or with others all, if none is named. */
  static DiskIoThread of(int id, int... queues) {
    Builder builder = builder().id(id);
    for (int queue : queues) {
      builder.addQueue(DiskQueue.of(queue));
    }
    return builder.build();
  }

  /** An empty builder. */
  static Builder builder() {
    return new Builder();
  }

  /** A builder that starts with the values of this one. */
  default Builder toBuilder() {
    return builder().from(this);
  }

  /** The number of the thread, from 1. */
  int id();

  /**
   * The queues, from 0. None where libvirt spreads them over all threads of the disk; then no other
   * thread of it may name any.
   */
  List<DiskQueue> queues();

  /** What the document says beyond this. */
  Extras extras();

  /** Makes values. */
  final class Builder extends ImmutableDiskIoThread.Builder {
    Builder() {
      extras(Extras.NONE);
    }
  }
}

final class DiskIoThreadXml extends XmlMapping<DiskIoThread> {

  DiskIoThreadXml() {
    super("iothread");
  }

  @Override
  protected DiskIoThread read(XmlIn in) {
    DiskIoThread.Builder b = DiskIoThread.builder();
    if (!in.intAttr("id")) throw in.missing("@id");
    b.id(in.intValue());
    for (XmlIn queue : in.children("queue")) b.addQueue(queue.read(DiskQueue.XML));
    return b.extras(in.extras()).build();
  }

  @Override
  protected void write(DiskIoThread value, String name, XmlOut out) {
    out.begin(name, value.extras());
    out.attr("id", value.id());
    out.writeAll("queue", DiskQueue.XML, value.queues());
    out.end();
  }
}
