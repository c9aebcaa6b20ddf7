package io.kvmsdk.domain.shmem;

import io.kvmsdk.internal.style.ValueStyle;
import io.kvmsdk.xml.Extras;
import io.kvmsdk.xml.XmlIn;
import io.kvmsdk.xml.XmlMapping;
import io.kvmsdk.xml.XmlOut;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * The interrupts by which those who share memory call each other.
 *
 * @see <a href="https://libvirt.org/formatdomain.html#shared-memory-device">libvirt: Shared memory
 *     device</a>
 */
@Value.Immutable
@ValueStyle
public interface ShmemMsi extends WithShmemMsi {

  /** How it is read and written. */
  XmlMapping<ShmemMsi> XML = new ShmemMsiXml();

  /** An empty builder. */
  static Builder builder() {
    return new Builder();
  }

  /** A builder that starts with the values of this one. */
  default Builder toBuilder() {
    return builder().from(this);
  }

  /** How many interrupt vectors there are. Absent means the hypervisor's choice. */
  Optional<Integer> vectors();

  /** Whether the guest's calls are passed on by the kernel, without QEMU. */
  Optional<Boolean> ioEventFd();

  /** What the document says beyond this. */
  Extras extras();

  /** Makes values. */
  final class Builder extends ImmutableShmemMsi.Builder {
    Builder() {
      extras(Extras.NONE);
    }
  }
}

final class ShmemMsiXml extends XmlMapping<ShmemMsi> {

  ShmemMsiXml() {
    super("msi");
  }

  @Override
  protected ShmemMsi read(XmlIn in) {
    ShmemMsi.Builder b = ShmemMsi.builder();
    if (in.intAttr("vectors")) b.vectors(in.intValue());
    if (in.onOff("ioeventfd")) b.ioEventFd(in.flag());
    return b.extras(in.extras()).build();
  }

  @Override
  protected void write(ShmemMsi value, String name, XmlOut out) {
    out.begin(name, value.extras());
    out.attr("vectors", value.vectors());
    out.onOff("ioeventfd", value.ioEventFd());
    out.end();
  }
}
