package io.kvmsdk.domain.disk;

import io.kvmsdk.internal.style.ValueStyle;
import io.kvmsdk.xml.Extras;
import io.kvmsdk.xml.XmlIn;
import io.kvmsdk.xml.XmlMapping;
import io.kvmsdk.xml.XmlOut;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * How the hypervisor does the input and output of a disk.
 *
 * @see <a href="https://libvirt.org/formatdomain.html#hard-drives-floppy-disks-cdroms">libvirt:
 *     Hard drives, floppy disks, CDROMs, driver</a>
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

  /** What the host's page cache holds. */
  Optional<CacheMode> cache();

  /** What happens on an error; for reading only if {@link #readErrorPolicy} is absent. */
  Optional<ErrorPolicy> errorPolicy();

  /** What happens on an error of reading. Since libvirt 0.9.7. */
  Optional<ErrorPolicy> readErrorPolicy();

  /** How the input and output is done on the host. Since libvirt 0.8.8. */
  Optional<IoMode> io();

  /** Whether blocks are kept that were read from the backing image. Since libvirt 0.9.10. */
  Optional<Boolean> copyOnRead();

  /** What becomes of a guest's request to discard blocks. Since libvirt 1.0.6. */
  Optional<DiscardMode> discard();

  /** What becomes of writes that are all zeroes. Since libvirt 2.0.0. */
  Optional<DetectZeroes> detectZeroes();

  /**
   * The number, from 1, of the I/O thread that serves the disk; virtio only. Since libvirt 1.2.8.
   */
  Optional<Integer> ioThread();

  /** How many virtqueues a virtio-blk disk has. Since libvirt 3.9.0. */
  Optional<Integer> queues();

  /** How many requests a virtqueue holds, a power of 2. Since libvirt 7.8.0. */
  Optional<Integer> queueSize();

  /** What the document says beyond this. */
  Extras extras();

  /** Makes drivers. */
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
    if (in.onOff("copy_on_read")) b.copyOnRead(in.flag());
    if (in.attr("discard")) b.discard(new DiscardMode(in.value()));
    if (in.attr("detect_zeroes")) b.detectZeroes(new DetectZeroes(in.value()));
    if (in.intAttr("iothread")) b.ioThread(in.intValue());
    if (in.intAttr("queues")) b.queues(in.intValue());
    if (in.intAttr("queue_size")) b.queueSize(in.intValue());
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
    out.onOff("copy_on_read", value.copyOnRead());
    out.attr("discard", value.discard());
    out.attr("detect_zeroes", value.detectZeroes());
    out.attr("iothread", value.ioThread());
    out.attr("queues", value.queues());
    out.attr("queue_size", value.queueSize());
    out.end();
  }
}
