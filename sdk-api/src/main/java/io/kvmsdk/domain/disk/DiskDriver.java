package io.kvmsdk.domain.disk;

import io.kvmsdk.domain.disk.source.DiskFormat;
import io.kvmsdk.error.InvalidDefinitionException;
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
 * How the hypervisor does the input and output of a disk.
 *
 * @see <a href="https://libvirt.org/formatdomain.html#hard-drives-floppy-disks-cdroms">libvirt:
 *     Hard drives, floppy disks, CDROMs</a>
 */
@Value.Immutable
@ValueStyle
public interface DiskDriver extends WithDiskDriver {

  /** How it is read and written. */
  XmlMapping<DiskDriver> XML = new DiskDriverXml();

  /** The hypervisor's choice in everything. */
  DiskDriver DEFAULT = builder().build();

  /** An empty builder. */
  static Builder builder() {
    return new Builder();
  }

  /** A builder that starts with the values of this one. */
  default Builder toBuilder() {
    return builder().from(this);
  }

  /** The backend; QEMU has only {@code qemu}. */
  Optional<String> name();

  /** The format of the image; libvirt takes it for raw if it is absent, and never probes. */
  Optional<DiskFormat> format();

  /** What the host's page cache holds. Absent means what the hypervisor chooses. */
  Optional<CacheMode> cache();

  /**
   * What happens on an error; for writing only if {@link #readErrorPolicy} is there. Absent means
   * what the hypervisor chooses.
   */
  Optional<ErrorPolicy> errorPolicy();

  /**
   * What happens on an error of reading. Absent means the same as of writing. Since libvirt 0.9.7.
   */
  Optional<ErrorPolicy> readErrorPolicy();

  /** How the input and output is done on the host. Since libvirt 0.8.8. */
  Optional<IoMode> io();

  /**
   * Whether a thread of its own is told of requests, while the guest's CPU runs on. Absent means
   * what the hypervisor chooses; best left so. Since libvirt 0.9.3.
   */
  Optional<Boolean> ioEventFd();

  /**
   * Whether the guest and QEMU say from which request on they want to be told. Absent means yes
   * where it can be; best left so. Since libvirt 0.9.5.
   */
  Optional<Boolean> eventIndex();

  /**
   * Whether blocks are kept that were read from the backing image. Absent means no. Since libvirt
   * 0.9.10.
   */
  Optional<Boolean> copyOnRead();

  /** What becomes of a guest's request to discard blocks. Since libvirt 1.0.6. */
  Optional<DiscardMode> discard();

  /** What becomes of writes that are all zeroes. Since libvirt 2.0.0. */
  Optional<DetectZeroes> detectZeroes();

  /**
   * Whether a discarded cluster of a qcow2 image keeps its place in it, against fragmentation.
   * Since libvirt 9.5.0.
   */
  Optional<Boolean> discardNoUnref();

  /**
   * The number, from 1, of the I/O thread that serves the disk; virtio only, and not beside {@link
   * #ioThreads}. Since libvirt 1.2.8.
   */
  Optional<Integer> ioThread();

  /** How many virtqueues a virtio-blk or vhost-user-blk disk has. Since libvirt 3.9.0. */
  Optional<Integer> queues();

  /** How many requests a virtqueue holds, a power of 2. Since libvirt 7.8.0. */
  Optional<Integer> queueSize();

  /** Whether a virtio disk goes through an IOMMU that the guest has. Since libvirt 3.5.0. */
  Optional<Boolean> iommu();

  /** Whether a virtio disk has address translation services. Since libvirt 3.5.0. */
  Optional<Boolean> ats();

  /** Whether a virtio disk has packed virtqueues. Since libvirt 6.3.0. */
  Optional<Boolean> packed();

  /** Whether each queue of a virtio disk is notified on a page of its own. Since libvirt 7.9.0. */
  Optional<Boolean> pagePerVq();

  /**
   * How much QEMU keeps in memory, at most, of what describes a qcow2 image; only of the top one.
   * Since libvirt 7.0.0.
   */
  Optional<ByteSize> metadataCacheSize();

  /** The I/O threads that share a virtio disk's queues. Since libvirt 10.0.0 and QEMU 9.0. */
  List<DiskIoThread> ioThreads();

  /**
   * Refuses what excludes each other, as libvirt does; building and changing does it.
   *
   * @throws InvalidDefinitionException if there are several I/O threads beside a single one
   */
  @Value.Check
  default void checkConsistent() {
    if (ioThread().isPresent() && !ioThreads().isEmpty()) {
      throw new InvalidDefinitionException(
          "driver/@iothread", ioThread().get().toString(), "no single thread beside iothreads");
    }
  }

  /** What the document says beyond this. */
  Extras extras();

  /** Makes values. */
  final class Builder extends ImmutableDiskDriver.Builder {
    Builder() {
      extras(Extras.NONE);
    }
  }
}

final class DiskDriverXml extends XmlMapping<DiskDriver> {

  DiskDriverXml() {
    super("driver");
  }

  @Override
  protected DiskDriver read(XmlIn in) {
    DiskDriver.Builder b = DiskDriver.builder();
    if (in.attr("name")) b.name(in.value());
    if (in.attr("type")) b.format(new DiskFormat(in.value()));
    if (in.attr("cache")) b.cache(new CacheMode(in.value()));
    if (in.attr("error_policy")) b.errorPolicy(new ErrorPolicy(in.value()));
    if (in.attr("rerror_policy")) b.readErrorPolicy(new ErrorPolicy(in.value()));
    if (in.attr("io")) b.io(new IoMode(in.value()));
    if (in.onOff("ioeventfd")) b.ioEventFd(in.flag());
    if (in.onOff("event_idx")) b.eventIndex(in.flag());
    if (in.onOff("copy_on_read")) b.copyOnRead(in.flag());
    if (in.attr("discard")) b.discard(new DiscardMode(in.value()));
    if (in.attr("detect_zeroes")) b.detectZeroes(new DetectZeroes(in.value()));
    if (in.onOff("discard_no_unref")) b.discardNoUnref(in.flag());
    if (in.intAttr("iothread")) b.ioThread(in.intValue());
    if (in.intAttr("queues")) b.queues(in.intValue());
    if (in.intAttr("queue_size")) b.queueSize(in.intValue());
    if (in.onOff("iommu")) b.iommu(in.flag());
    if (in.onOff("ats")) b.ats(in.flag());
    if (in.onOff("packed")) b.packed(in.flag());
    if (in.onOff("page_per_vq")) b.pagePerVq(in.flag());
    XmlIn metadataCache = in.child("metadata_cache");
    if (metadataCache.child("max_size").sizeText("B")) b.metadataCacheSize(in.size());
    XmlIn iothreads = in.child("iothreads");
    for (XmlIn iothreadsIothread : iothreads.children("iothread"))
      b.addIoThread(iothreadsIothread.read(DiskIoThread.XML));
    return b.extras(in.extras()).build();
  }

  @Override
  protected void write(DiskDriver value, String name, XmlOut out) {
    out.begin(name, value.extras());
    out.attr("name", value.name());
    out.attr("type", value.format());
    out.attr("cache", value.cache());
    out.attr("error_policy", value.errorPolicy());
    out.attr("rerror_policy", value.readErrorPolicy());
    out.attr("io", value.io());
    out.onOff("ioeventfd", value.ioEventFd());
    out.onOff("event_idx", value.eventIndex());
    out.onOff("copy_on_read", value.copyOnRead());
    out.attr("discard", value.discard());
    out.attr("detect_zeroes", value.detectZeroes());
    out.onOff("discard_no_unref", value.discardNoUnref());
    out.attr("iothread", value.ioThread());
    out.attr("queues", value.queues());
    out.attr("queue_size", value.queueSize());
    out.onOff("iommu", value.iommu());
    out.onOff("ats", value.ats());
    out.onOff("packed", value.packed());
    out.onOff("page_per_vq", value.pagePerVq());
    out.beginPart("metadata_cache");
    out.partSize("max_size", value.metadataCacheSize());
    out.end();
    out.beginPart("iothreads");
    out.writeAll("iothread", DiskIoThread.XML, value.ioThreads());
    out.end();
    out.end();
  }
}
