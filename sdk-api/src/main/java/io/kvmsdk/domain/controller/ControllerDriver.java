package io.kvmsdk.domain.controller;

import io.kvmsdk.error.InvalidDefinitionException;
import io.kvmsdk.internal.style.ValueStyle;
import io.kvmsdk.xml.Extras;
import io.kvmsdk.xml.XmlIn;
import io.kvmsdk.xml.XmlMapping;
import io.kvmsdk.xml.XmlOut;
import java.util.List;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * How the hypervisor does the work of a controller.
 *
 * @see <a href="https://libvirt.org/formatdomain.html#controllers">libvirt: Controllers</a>
 */
@Value.Immutable
@ValueStyle
public interface ControllerDriver extends WithControllerDriver {

  /** How it is read and written. */
  XmlMapping<ControllerDriver> XML = new ControllerDriverXml();

  /** So many request queues of a virtio one; as many as vCPUs serve best. */
  static ControllerDriver queues(int queues) {
    return builder().queues(queues).build();
  }

  /** The number, from 1, of the I/O thread that serves a virtio SCSI one. */
  static ControllerDriver ioThread(int thread) {
    return builder().ioThread(thread).build();
  }

  /** An empty builder. */
  static Builder builder() {
    return new Builder();
  }

  /** A builder that starts with the values of this one. */
  default Builder toBuilder() {
    return builder().from(this);
  }

  /** How many request queues it has; as many as vCPUs serve best. Since libvirt 1.0.5. */
  Optional<Integer> queues();

  /** How many commands may be queued at a device that the host controls. Since libvirt 1.2.7. */
  Optional<Integer> commandsPerLun();

  /** How much one command transfers at most, in sectors of 512 bytes. Since libvirt 1.2.7. */
  Optional<Integer> maxSectors();

  /**
   * Whether the guest's requests are taken up by another thread than the vCPU's. Since libvirt
   * 1.2.18.
   */
  Optional<Boolean> ioEventFd();

  /**
   * The number, from 1, of the I/O thread that serves it; virtio SCSI only. Not together with
   * {@link #ioThreads()}. Since libvirt 1.3.5.
   */
  Optional<Integer> ioThread();

  /** Whether the device goes through an IOMMU that the guest has. Since libvirt 3.5.0. */
  Optional<Boolean> iommu();

  /** Whether it has address translation services. Since libvirt 3.5.0. */
  Optional<Boolean> ats();

  /** Whether it has packed virtqueues. Since libvirt 6.3.0. */
  Optional<Boolean> packed();

  /** Whether each of its queues is notified on a page of its own. Since libvirt 7.9.0. */
  Optional<Boolean> pagePerVq();

  /**
   * The I/O threads that share its queues; virtio SCSI only. Since libvirt 11.2.0 and QEMU 10.0.
   */
  List<ControllerIoThread> ioThreads();

  /**
   * Refuses what is always wrong; building it does it.
   *
   * @throws InvalidDefinitionException if it has both one I/O thread and several
   */
  @Value.Check
  default void checkConsistent() {
    if (ioThread().isPresent() && !ioThreads().isEmpty()) {
      throw new InvalidDefinitionException(
          "driver/@iothread", ioThread().get().toString(), "nothing beside iothreads");
    }
  }

  /** What the document says beyond this. */
  Extras extras();

  /** Makes values. */
  final class Builder extends ImmutableControllerDriver.Builder {
    Builder() {
      extras(Extras.NONE);
    }
  }
}

final class ControllerDriverXml extends XmlMapping<ControllerDriver> {

  ControllerDriverXml() {
    super("driver");
  }

  @Override
  protected ControllerDriver read(XmlIn in) {
    ControllerDriver.Builder b = ControllerDriver.builder();
    if (in.intAttr("queues")) b.queues(in.intValue());
    if (in.intAttr("cmd_per_lun")) b.commandsPerLun(in.intValue());
    if (in.intAttr("max_sectors")) b.maxSectors(in.intValue());
    if (in.onOff("ioeventfd")) b.ioEventFd(in.flag());
    if (in.intAttr("iothread")) b.ioThread(in.intValue());
    if (in.onOff("iommu")) b.iommu(in.flag());
    if (in.onOff("ats")) b.ats(in.flag());
    if (in.onOff("packed")) b.packed(in.flag());
    if (in.onOff("page_per_vq")) b.pagePerVq(in.flag());
    XmlIn iothreads = in.child("iothreads");
    for (XmlIn iothreadsIothread : iothreads.children("iothread"))
      b.addIoThread(iothreadsIothread.read(ControllerIoThread.XML));
    return b.extras(in.extrasAndPresence()).build();
  }

  @Override
  protected void write(ControllerDriver value, String name, XmlOut out) {
    out.beginIfAny(name, value.extras());
    out.attr("queues", value.queues());
    out.attr("cmd_per_lun", value.commandsPerLun());
    out.attr("max_sectors", value.maxSectors());
    out.onOff("ioeventfd", value.ioEventFd());
    out.attr("iothread", value.ioThread());
    out.onOff("iommu", value.iommu());
    out.onOff("ats", value.ats());
    out.onOff("packed", value.packed());
    out.onOff("page_per_vq", value.pagePerVq());
    out.beginPart("iothreads");
    out.writeAll("iothread", ControllerIoThread.XML, value.ioThreads());
    out.end();
    out.end();
  }
}
