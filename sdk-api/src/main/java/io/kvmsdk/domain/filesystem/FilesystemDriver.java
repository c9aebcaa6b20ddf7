package io.kvmsdk.domain.filesystem;

import io.kvmsdk.internal.style.ValueStyle;
import io.kvmsdk.xml.Extras;
import io.kvmsdk.xml.XmlIn;
import io.kvmsdk.xml.XmlMapping;
import io.kvmsdk.xml.XmlOut;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * How a file system of a guest is done.
 *
 * @see <a href="https://libvirt.org/formatdomain.html#filesystems">libvirt: Filesystems</a>
 */
@Value.Immutable
@ValueStyle
public interface FilesystemDriver extends WithFilesystemDriver {

  /** How it is read and written. */
  XmlMapping<FilesystemDriver> XML = new FilesystemDriverXml();

  /** A driver of that kind, with the hypervisor's choice in everything else. */
  static FilesystemDriver of(FilesystemDriverType type) {
    return builder().type(type).build();
  }

  /** An empty builder. */
  static Builder builder() {
    return new Builder();
  }

  /** A builder that starts with the values of this one. */
  default Builder toBuilder() {
    return builder().from(this);
  }

  /** What does it. Absent means {@link FilesystemDriverType#PATH} for QEMU. */
  Optional<FilesystemDriverType> type();

  /** The format of an image, such as {@code raw}; containers only. */
  Optional<String> format();

  /** How many requests a queue of virtiofs holds. Since libvirt 6.2.0. */
  Optional<Integer> queueSize();

  /** When the host writes to its disks. Absent means when it sees fit. Since libvirt 0.9.10. */
  Optional<WritePolicy> writePolicy();

  /** Whether the device goes through an IOMMU that the guest has. Since libvirt 3.5.0. */
  Optional<Boolean> iommu();

  /** Whether it has address translation services. Since libvirt 3.5.0. */
  Optional<Boolean> ats();

  /** Whether it has packed virtqueues. Since libvirt 6.3.0. */
  Optional<Boolean> packed();

  /** Whether each of its queues is notified on a page of its own. Since libvirt 7.9.0. */
  Optional<Boolean> pagePerVq();

  /** What the document says beyond this. */
  Extras extras();

  /** Makes values. */
  final class Builder extends ImmutableFilesystemDriver.Builder {
    Builder() {
      extras(Extras.NONE);
    }
  }
}

final class FilesystemDriverXml extends XmlMapping<FilesystemDriver> {

  FilesystemDriverXml() {
    super("driver");
  }

  @Override
  protected FilesystemDriver read(XmlIn in) {
    FilesystemDriver.Builder b = FilesystemDriver.builder();
    if (in.attr("type")) b.type(new FilesystemDriverType(in.value()));
    if (in.attr("format")) b.format(in.value());
    if (in.intAttr("queue")) b.queueSize(in.intValue());
    if (in.attr("wrpolicy")) b.writePolicy(new WritePolicy(in.value()));
    if (in.onOff("iommu")) b.iommu(in.flag());
    if (in.onOff("ats")) b.ats(in.flag());
    if (in.onOff("packed")) b.packed(in.flag());
    if (in.onOff("page_per_vq")) b.pagePerVq(in.flag());
    return b.extras(in.extrasAndPresence()).build();
  }

  @Override
  protected void write(FilesystemDriver value, String name, XmlOut out) {
    out.beginIfAny(name, value.extras());
    out.attr("type", value.type());
    out.attr("format", value.format());
    out.attr("queue", value.queueSize());
    out.attr("wrpolicy", value.writePolicy());
    out.onOff("iommu", value.iommu());
    out.onOff("ats", value.ats());
    out.onOff("packed", value.packed());
    out.onOff("page_per_vq", value.pagePerVq());
    out.end();
  }
}
