package io.kvmsdk.domain.numa;

import io.kvmsdk.internal.style.ValueStyle;
import io.kvmsdk.units.ByteSize;
import io.kvmsdk.units.CpuSet;
import io.kvmsdk.xml.Extras;
import io.kvmsdk.xml.XmlIn;
import io.kvmsdk.xml.XmlMapping;
import io.kvmsdk.xml.XmlOut;
import java.util.List;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * A NUMA cell of a guest: vCPUs, and the memory that is near to them.
 *
 * @see <a href="https://libvirt.org/formatdomain.html#cpu-model-and-topology">libvirt: CPU model
 *     and topology</a>
 */
@Value.Immutable
@ValueStyle
public interface NumaCell extends WithNumaCell {

  /** How it is read and written. */
  XmlMapping<NumaCell> XML = new NumaCellXml();

  /** Some vCPUs and so much memory. */
  static NumaCell of(CpuSet cpus, ByteSize memory) {
    return builder().cpus(cpus).memory(memory).build();
  }

  /** Memory without vCPUs of its own. Since libvirt 6.6.0. */
  static NumaCell memoryOnly(ByteSize memory) {
    return builder().memory(memory).build();
  }

  /** An empty builder. */
  static Builder builder() {
    return new Builder();
  }

  /** A builder that starts with the values of this one. */
  default Builder toBuilder() {
    return builder().from(this);
  }

  /**
   * Its number; absent means its place, from 0. All cells have one, or none. Since libvirt 1.2.7.
   */
  Optional<Integer> id();

  /**
   * Its vCPUs, each of which is in one cell. It can be absent, for a cell that has none, since
   * libvirt 6.6.0.
   */
  Optional<CpuSet> cpus();

  /** How much memory it has; libvirt counts it in KiB. */
  ByteSize memory();

  /**
   * Who can see what is written into its memory; matters to huge pages and files. Absent means what
   * the memory backing of the domain says. Since libvirt 1.2.9.
   */
  Optional<MemoryAccess> memoryAccess();

  /**
   * Whether its memory is dropped rather than written back when the domain ends. Absent means what
   * the memory backing of the domain says. Since libvirt 4.4.0.
   */
  Optional<Boolean> discard();

  /**
   * How far it is to each cell; absent means 10 to itself and 20 to each other. Since libvirt
   * 3.10.0.
   */
  List<NumaDistance> distances();

  /** The caches at the side of its memory, one for each level. Since libvirt 6.6.0. */
  List<NumaCache> caches();

  /** How far it is to that cell, if the definition says it. */
  default Optional<Integer> distanceTo(int id) {
    return distances().stream().filter(it -> it.id() == id).map(NumaDistance::value).findFirst();
  }

  /** What the document says beyond this. */
  Extras extras();

  /** Makes values. */
  final class Builder extends ImmutableNumaCell.Builder {
    Builder() {
      extras(Extras.NONE);
    }
  }
}

final class NumaCellXml extends XmlMapping<NumaCell> {

  NumaCellXml() {
    super("cell");
  }

  @Override
  protected NumaCell read(XmlIn in) {
    NumaCell.Builder b = NumaCell.builder();
    if (in.intAttr("id")) b.id(in.intValue());
    if (in.attr("cpus")) b.cpus(in.cpuSet());
    if (!in.sizeAttr("memory", "KiB")) throw in.missing("@memory");
    b.memory(in.size());
    if (in.attr("memAccess")) b.memoryAccess(new MemoryAccess(in.value()));
    if (in.yesNo("discard")) b.discard(in.flag());
    XmlIn distances = in.child("distances");
    for (XmlIn distancesSibling : distances.children("sibling"))
      b.addDistance(distancesSibling.read(NumaDistance.XML));
    for (XmlIn cache : in.children("cache")) b.addCache(cache.read(NumaCache.XML));
    return b.extras(in.extras()).build();
  }

  @Override
  protected void write(NumaCell value, String name, XmlOut out) {
    out.begin(name, value.extras());
    out.attr("id", value.id());
    out.attr("cpus", value.cpus());
    out.sizeAttr("memory", Optional.of(value.memory()));
    out.attr("memAccess", value.memoryAccess());
    out.yesNo("discard", value.discard());
    out.beginPart("distances");
    out.writeAll("sibling", NumaDistance.XML, value.distances());
    out.end();
    out.writeAll("cache", NumaCache.XML, value.caches());
    out.end();
  }
}
