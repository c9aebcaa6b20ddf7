package io.kvmsdk.domain.network;

import io.kvmsdk.internal.style.ValueStyle;
import io.kvmsdk.xml.Extras;
import io.kvmsdk.xml.XmlIn;
import io.kvmsdk.xml.XmlMapping;
import io.kvmsdk.xml.XmlOut;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * How a virtio interface moves its packets, or how a device of the host is given to a guest.
 *
 * @see <a href="https://libvirt.org/formatdomain.html#setting-nic-driver-specific-options">libvirt:
 *     Setting NIC driver-specific options</a>
 */
@Value.Immutable
@ValueStyle
public interface InterfaceDriver extends WithInterfaceDriver {

  /** How it is read and written. */
  XmlMapping<InterfaceDriver> XML = new InterfaceDriverXml();

  /** The hypervisor's choice in everything. */
  InterfaceDriver DEFAULT = builder().build();

  /** An empty builder. */
  static Builder builder() {
    return new Builder();
  }

  /** A builder that starts with the values of this one. */
  default Builder toBuilder() {
    return builder().from(this);
  }

  /** Which side moves them, or what gives the device. */
  Optional<InterfaceDriverName> name();

  /**
   * For a device of the host: the driver of the host's kernel that has the device meanwhile, such
   * as {@code vfio-pci}. Absent means the one made for the device, else {@code vfio-pci}. Since
   * libvirt 10.0.0.
   */
  Optional<String> model();

  /**
   * How many pairs of queues; the guest uses as many as it has vCPUs by then. Since libvirt 1.0.6,
   * and 1.2.17 for vhost-user.
   */
  Optional<Integer> queues();

  /**
   * How many packets the receiving queue holds, a power of 2 from 256 to 1024. Since libvirt 2.3.0.
   */
  Optional<Integer> rxQueueSize();

  /**
   * How many packets the sending queue holds, a power of 2 from 256 to 1024; vhost-user only. Since
   * libvirt 3.7.0.
   */
  Optional<Integer> txQueueSize();

  /** What sends packets when the queue is full. Since libvirt 0.8.8. */
  Optional<TransmitMode> transmitMode();

  /** Whether the guest goes on while its packets are taken over. Since libvirt 0.9.3. */
  Optional<Boolean> ioEventFd();

  /**
   * Whether interrupts are saved by saying when one is wanted. Absent means on where QEMU has it.
   * Since libvirt 0.9.5.
   */
  Optional<Boolean> eventIndex();

  /** Whether the device goes through an IOMMU that the guest has. Since libvirt 3.5.0. */
  Optional<Boolean> iommu();

  /** Whether it has address translation services. Since libvirt 3.5.0. */
  Optional<Boolean> ats();

  /** Whether it has packed virtqueues. Since libvirt 6.3.0. */
  Optional<Boolean> packed();

  /** Whether each of its queues is notified on a page of its own. Since libvirt 7.9.0. */
  Optional<Boolean> pagePerVq();

  /**
   * Whether packets are spread over the queues by their hash (receive-side scaling). Since libvirt
   * 8.3.0 and QEMU 5.1.
   */
  Optional<Boolean> rss();

  /** Whether the guest gets each packet's hash with it. Since libvirt 8.3.0 and QEMU 5.1. */
  Optional<Boolean> rssHashReport();

  /** What the host takes over for a guest that sends. */
  Optional<HostOffloads> host();

  /** What a guest that receives lets the host leave undone. */
  Optional<GuestOffloads> guest();

  /** What the document says beyond this. */
  Extras extras();

  /** Makes values. */
  final class Builder extends ImmutableInterfaceDriver.Builder {
    Builder() {
      extras(Extras.NONE);
    }
  }
}

final class InterfaceDriverXml extends XmlMapping<InterfaceDriver> {

  InterfaceDriverXml() {
    super("driver");
  }

  @Override
  protected InterfaceDriver read(XmlIn in) {
    InterfaceDriver.Builder b = InterfaceDriver.builder();
    if (in.attr("name")) b.name(new InterfaceDriverName(in.value()));
    if (in.attr("model")) b.model(in.value());
    if (in.intAttr("queues")) b.queues(in.intValue());
    if (in.intAttr("rx_queue_size")) b.rxQueueSize(in.intValue());
    if (in.intAttr("tx_queue_size")) b.txQueueSize(in.intValue());
    if (in.attr("txmode")) b.transmitMode(new TransmitMode(in.value()));
    if (in.onOff("ioeventfd")) b.ioEventFd(in.flag());
    if (in.onOff("event_idx")) b.eventIndex(in.flag());
    if (in.onOff("iommu")) b.iommu(in.flag());
    if (in.onOff("ats")) b.ats(in.flag());
    if (in.onOff("packed")) b.packed(in.flag());
    if (in.onOff("page_per_vq")) b.pagePerVq(in.flag());
    if (in.onOff("rss")) b.rss(in.flag());
    if (in.onOff("rss_hash_report")) b.rssHashReport(in.flag());
    XmlIn host = in.child("host");
    if (host.present()) b.host(host.read(HostOffloads.XML));
    XmlIn guest = in.child("guest");
    if (guest.present()) b.guest(guest.read(GuestOffloads.XML));
    return b.extras(in.extras()).build();
  }

  @Override
  protected void write(InterfaceDriver value, String name, XmlOut out) {
    out.begin(name, value.extras());
    out.attr("name", value.name());
    out.attr("model", value.model());
    out.attr("queues", value.queues());
    out.attr("rx_queue_size", value.rxQueueSize());
    out.attr("tx_queue_size", value.txQueueSize());
    out.attr("txmode", value.transmitMode());
    out.onOff("ioeventfd", value.ioEventFd());
    out.onOff("event_idx", value.eventIndex());
    out.onOff("iommu", value.iommu());
    out.onOff("ats", value.ats());
    out.onOff("packed", value.packed());
    out.onOff("page_per_vq", value.pagePerVq());
    out.onOff("rss", value.rss());
    out.onOff("rss_hash_report", value.rssHashReport());
    out.write("host", HostOffloads.XML, value.host());
    out.write("guest", GuestOffloads.XML, value.guest());
    out.end();
  }
}
