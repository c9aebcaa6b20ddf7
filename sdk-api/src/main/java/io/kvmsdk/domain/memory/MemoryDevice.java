package io.kvmsdk.domain.memory;

import io.kvmsdk.domain.device.Device;
import io.kvmsdk.domain.device.DeviceAddress;
import io.kvmsdk.domain.numa.MemoryAccess;
import io.kvmsdk.error.InvalidDefinitionException;
import io.kvmsdk.internal.style.ValueStyle;
import io.kvmsdk.units.ByteSize;
import io.kvmsdk.units.CpuSet;
import io.kvmsdk.xml.Extras;
import io.kvmsdk.xml.Strictness;
import io.kvmsdk.xml.XmlIn;
import io.kvmsdk.xml.XmlMapping;
import io.kvmsdk.xml.XmlOut;
import java.util.Optional;
import java.util.UUID;
import org.immutables.value.Value;

/**
 * A module of memory beside what the domain starts with, which can be hot-plugged. Since libvirt
 * 1.2.14.
 *
 * @see <a href="https://libvirt.org/formatdomain.html#memory-devices">libvirt: Memory devices</a>
 */
@Value.Immutable
@ValueStyle
public interface MemoryDevice extends Device, WithMemoryDevice {

  /** How it is read and written. */
  XmlMapping<MemoryDevice> XML = new MemoryDeviceXml();

  /** A DIMM of that size, in a NUMA cell of the guest. */
  static MemoryDevice dimm(ByteSize size, int node) {
    return builder().model(MemoryDeviceModel.DIMM).size(size).node(node).build();
  }

  /** A non-volatile DIMM whose contents are in a file or device of the host. */
  static MemoryDevice nvdimm(String path, ByteSize size) {
    return builder().model(MemoryDeviceModel.NVDIMM).path(path).size(size).build();
  }

  /** Persistent memory by virtio whose contents are in a file of the host. */
  static MemoryDevice virtioPmem(String path, ByteSize size) {
    return builder()
        .model(MemoryDeviceModel.VIRTIO_PMEM)
        .access(MemoryAccess.SHARED)
        .path(path)
        .size(size)
        .build();
  }

  /**
   * Memory by virtio of which the guest gets as much as it is told.
   *
   * @param most how much it can be
   * @param requested how much the guest gets; not more than that, and a multiple of the block
   */
  static MemoryDevice virtioMem(ByteSize most, ByteSize requested) {
    return builder().model(MemoryDeviceModel.VIRTIO_MEM).size(most).requested(requested).build();
  }

  /** Memory for enclaves of Intel's SGX. */
  static MemoryDevice sgxEpc(ByteSize size) {
    return builder().model(MemoryDeviceModel.SGX_EPC).size(size).build();
  }

  /** An empty builder. */
  static Builder builder() {
    return new Builder();
  }

  /** A builder that starts with the values of this one. */
  default Builder toBuilder() {
    return builder().from(this);
  }

  /** What {@code <memory>} says, keeping what has no name here. */
  static MemoryDevice fromXml(String xml) {
    return fromXml(xml, Strictness.LENIENT);
  }

  /** What {@code <memory>} says. */
  static MemoryDevice fromXml(String xml, Strictness strictness) {
    return XML.parse(xml, strictness);
  }

  @Override
  default String toXml() {
    return XML.format(this);
  }

  /** What the guest sees. */
  MemoryDeviceModel model();

  /**
   * Who can see what the guest writes; {@link MemoryDeviceModel#VIRTIO_PMEM} and real non-volatile
   * memory want shared. Absent means what the memory backing of the domain says. Since libvirt
   * 3.2.0.
   */
  Optional<MemoryAccess> access();

  /**
   * Whether its contents are dropped rather than written back when it goes; {@link
   * MemoryDeviceModel#DIMM} only. Since libvirt 4.4.0.
   */
  Optional<Boolean> discard();

  /**
   * The identity of a non-volatile DIMM, on pSeries only; libvirt makes one up if it is absent.
   * Since libvirt 6.2.0.
   */
  Optional<UUID> uuid();

  /** The size of the host's pages it is made of; absent means as the rest of the memory. */
  Optional<ByteSize> pageSize();

  /** The NUMA nodes of the host where it lies; absent means as the rest of the memory. */
  Optional<CpuSet> sourceNodes();

  /**
   * The file or device of the host that has its contents; {@link MemoryDeviceModel#NVDIMM} and
   * {@link MemoryDeviceModel#VIRTIO_PMEM} need it.
   */
  Optional<String> path();

  /**
   * To what that file is aligned when it is mapped, such as 2 MiB for real non-volatile memory;
   * absent means a page of the host. Since libvirt 5.0.0.
   */
  Optional<ByteSize> alignSize();

  /**
   * Whether what the guest writes is made to last on real non-volatile memory. Since libvirt 5.0.0.
   */
  boolean pmem();

  /**
   * Whether virtio-mem takes memory slots of the hypervisor as it needs them. Older vhost-user
   * devices do not get along with it; absent means no on QEMU. Since libvirt 10.1.0 and QEMU 8.2.
   */
  Optional<Boolean> dynamicMemslots();

  /** How much memory it has; of {@link MemoryDeviceModel#VIRTIO_MEM} the most that there can be. */
  ByteSize size();

  /** The NUMA cell of the guest it belongs to; only for guests that have cells. */
  Optional<Integer> node();

  /**
   * In what steps a virtio-mem device grows and shrinks: a power of 2, at least a transparent huge
   * page (2 MiB on x86). Absent means the hypervisor's choice.
   */
  Optional<ByteSize> block();

  /** How much of a virtio-mem device the guest is to have. */
  Optional<ByteSize> requested();

  /** How much of a virtio-mem device the guest has; only hypervisors say it. */
  Optional<ByteSize> current();

  /** How much of a non-volatile DIMM is for labels; at least 128 KiB, and needed on pSeries. */
  Optional<ByteSize> labelSize();

  /** Whether a non-volatile DIMM cannot be written to. Since libvirt 5.0.0. */
  boolean readOnly();

  /** Where in the guest's memory a virtio-mem or virtio-pmem device begins. Since libvirt 9.4.0. */
  Optional<Long> base();

  /** The index by which the guest's firmware names the device. Since libvirt 7.3.0. */
  Optional<Integer> acpiIndex();

  /**
   * Refuses what is always wrong; building one does it, reading does not.
   *
   * @throws InvalidDefinitionException if a model lacks the path or the requested size it needs, or
   *     more is requested than there can be
   */
  default void checkConsistent() {
    boolean backed =
        model().equals(MemoryDeviceModel.NVDIMM) || model().equals(MemoryDeviceModel.VIRTIO_PMEM);
    if (backed && path().isEmpty()) {
      throw new InvalidDefinitionException(
          "memory/source/path", "absent", "a path on the host, which " + model() + " needs");
    }
    if (requested().isPresent() && requested().get().compareTo(size()) > 0) {
      throw new InvalidDefinitionException(
          "memory/target/requested", requested().get().toString(), "at most the size, " + size());
    }
  }

  /** What the document says beyond this. */
  @Override
  Extras extras();

  /** Makes values. */
  final class Builder extends ImmutableMemoryDevice.Builder {
    Builder() {
      extras(Extras.NONE);
      pmem(false);
      readOnly(false);
    }

    @Override
    public MemoryDevice build() {
      MemoryDevice made = super.build();
      made.checkConsistent();
      return made;
    }

    MemoryDevice buildAsRead() {
      return super.build();
    }
  }
}

final class MemoryDeviceXml extends XmlMapping<MemoryDevice> {

  MemoryDeviceXml() {
    super("memory");
  }

  @Override
  protected MemoryDevice read(XmlIn in) {
    MemoryDevice.Builder b = MemoryDevice.builder();
    b.model(new MemoryDeviceModel(in.required("model")));
    if (in.attr("access")) b.access(new MemoryAccess(in.value()));
    if (in.yesNo("discard")) b.discard(in.flag());
    if (in.child("uuid").text()) b.uuid(in.uuid());
    XmlIn source = in.child("source");
    if (source.child("pagesize").sizeText("KiB")) b.pageSize(in.size());
    if (source.child("nodemask").text()) b.sourceNodes(in.cpuSet());
    if (source.child("path").text()) b.path(in.value());
    if (source.child("alignsize").sizeText("KiB")) b.alignSize(in.size());
    b.pmem(source.has("pmem"));
    XmlIn target = in.child("target");
    if (target.yesNo("dynamicMemslots")) b.dynamicMemslots(in.flag());
    XmlIn targetSize = target.child("size");
    if (!targetSize.sizeText("KiB")) throw targetSize.unreadable("a value");
    b.size(in.size());
    if (target.child("node").intText()) b.node(in.intValue());
    if (target.child("block").sizeText("KiB")) b.block(in.size());
    if (target.child("requested").sizeText("KiB")) b.requested(in.size());
    if (target.child("current").sizeText("KiB")) b.current(in.size());
    XmlIn targetLabel = target.child("label");
    if (targetLabel.child("size").sizeText("KiB")) b.labelSize(in.size());
    b.readOnly(target.has("readonly"));
    if (target.child("address").longAttr("base")) b.base(in.longValue());
    if (in.child("acpi").intAttr("index")) b.acpiIndex(in.intValue());
    if (in.child("alias").attr("name")) b.alias(in.value());
    XmlIn address = in.child("address");
    if (address.present()) b.address(address.read(DeviceAddress.XML));
    return b.extras(in.extras()).buildAsRead();
  }

  @Override
  protected void write(MemoryDevice value, String name, XmlOut out) {
    out.begin(name, value.extras());
    out.attr("model", value.model().toString());
    out.attr("access", value.access());
    out.yesNo("discard", value.discard());
    out.partText("uuid", value.uuid());
    out.beginPart("source");
    out.partSize("pagesize", value.pageSize());
    out.partText("nodemask", value.sourceNodes());
    out.partText("path", value.path());
    out.partSize("alignsize", value.alignSize());
    out.flag("pmem", value.pmem());
    out.end();
    out.beginPart("target");
    out.yesNo("dynamicMemslots", value.dynamicMemslots());
    out.beginPart("size");
    out.sizeText(Optional.of(value.size()));
    out.end();
    out.partText("node", value.node());
    out.partSize("block", value.block());
    out.partSize("requested", value.requested());
    out.partSize("current", value.current());
    out.beginPart("label");
    out.partSize("size", value.labelSize());
    out.end();
    out.flag("readonly", value.readOnly());
    out.beginPart("address");
    out.longHexAttr("base", 1, value.base());
    out.end();
    out.end();
    out.part("acpi", "index", value.acpiIndex());
    out.part("alias", "name", value.alias());
    out.write(DeviceAddress.XML, value.address());
    out.end();
  }
}
