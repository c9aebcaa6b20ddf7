package io.kvmsdk.domain.memory;

import io.kvmsdk.domain.numa.MemoryAccess;
import io.kvmsdk.internal.style.ValueStyle;
import io.kvmsdk.xml.Extras;
import io.kvmsdk.xml.Strictness;
import io.kvmsdk.xml.XmlIn;
import io.kvmsdk.xml.XmlMapping;
import io.kvmsdk.xml.XmlOut;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * What on the host the memory of a guest is made of.
 *
 * @see <a href="https://libvirt.org/formatdomain.html#memory-backing">libvirt: Memory Backing</a>
 */
@Value.Immutable
@ValueStyle
public interface MemoryBacking extends WithMemoryBacking {

  /** How it is read and written. */
  XmlMapping<MemoryBacking> XML = new MemoryBackingXml();

  /** Huge pages of the host: {@code MemoryBacking.hugePages(HugePages.of(size))}. */
  static MemoryBacking hugePages(HugePages pages) {
    return builder().hugePages(pages).build();
  }

  /** Memory by memfd that other processes can map, as vhost-user devices and virtiofs need it. */
  static MemoryBacking sharedMemfd() {
    return builder().source(MemorySource.MEMFD).access(MemoryAccess.SHARED).build();
  }

  /** Memory that the host does not swap out; it wants a hard limit in {@link MemTune}. */
  static MemoryBacking lockedInMemory() {
    return builder().locked(true).build();
  }

  /** Memory whose pages the host does not merge with those of others (KSM). Since libvirt 1.0.6. */
  static MemoryBacking keptFromKsm() {
    return builder().noSharePages(true).build();
  }

  /** An empty builder. */
  static Builder builder() {
    return new Builder();
  }

  /** A builder that starts with the values of this one. */
  default Builder toBuilder() {
    return builder().from(this);
  }

  /** What {@code <memoryBacking>} says, keeping what has no name here. */
  static MemoryBacking fromXml(String xml) {
    return fromXml(xml, Strictness.LENIENT);
  }

  /** What {@code <memoryBacking>} says. */
  static MemoryBacking fromXml(String xml, Strictness strictness) {
    return XML.parse(xml, strictness);
  }

  /** The value as {@code <memoryBacking>}. */
  default String toXml() {
    return XML.format(this);
  }

  /** Huge pages of the host; absent means ordinary ones. */
  Optional<HugePages> hugePages();

  /** Whether pages that are equal are kept apart rather than merged (KSM). Since libvirt 1.0.6. */
  boolean noSharePages();

  /**
   * Whether the host does not swap it out. That takes the limit on locked memory from QEMU itself,
   * so set {@link MemTune#hardLimit()} as well. Since libvirt 1.0.6.
   */
  boolean locked();

  /** What backs it; absent means anonymous memory. */
  Optional<MemorySource> source();

  /**
   * Who can see what the guest writes; a NUMA cell of the guest can differ. Absent means private.
   */
  Optional<MemoryAccess> access();

  /** When the host gives it. */
  Optional<AllocationMode> allocation();

  /** How many threads prepare it at the start; absent means one. Since libvirt 8.2.0. */
  Optional<Integer> allocationThreads();

  /**
   * Whether its contents are dropped rather than written back when the domain ends or a module is
   * unplugged. It is not done in all cases, such as a crash. Since libvirt 4.4.0.
   */
  boolean discard();

  /** What the document says beyond this. */
  Extras extras();

  /** Makes values. */
  final class Builder extends ImmutableMemoryBacking.Builder {
    Builder() {
      extras(Extras.NONE);
      noSharePages(false);
      locked(false);
      discard(false);
    }
  }
}

final class MemoryBackingXml extends XmlMapping<MemoryBacking> {

  MemoryBackingXml() {
    super("memoryBacking");
  }

  @Override
  protected MemoryBacking read(XmlIn in) {
    MemoryBacking.Builder b = MemoryBacking.builder();
    XmlIn hugepages = in.child("hugepages");
    if (hugepages.present()) b.hugePages(hugepages.read(HugePages.XML));
    b.noSharePages(in.has("nosharepages"));
    b.locked(in.has("locked"));
    if (in.child("source").attr("type")) b.source(new MemorySource(in.value()));
    if (in.child("access").attr("mode")) b.access(new MemoryAccess(in.value()));
    XmlIn allocation = in.child("allocation");
    if (allocation.attr("mode")) b.allocation(new AllocationMode(in.value()));
    if (allocation.intAttr("threads")) b.allocationThreads(in.intValue());
    b.discard(in.has("discard"));
    return b.extras(in.extras()).build();
  }

  @Override
  protected void write(MemoryBacking value, String name, XmlOut out) {
    out.begin(name, value.extras());
    out.write("hugepages", HugePages.XML, value.hugePages());
    out.flag("nosharepages", value.noSharePages());
    out.flag("locked", value.locked());
    out.part("source", "type", value.source());
    out.part("access", "mode", value.access());
    out.beginPart("allocation");
    out.attr("mode", value.allocation());
    out.attr("threads", value.allocationThreads());
    out.end();
    out.flag("discard", value.discard());
    out.end();
  }
}
