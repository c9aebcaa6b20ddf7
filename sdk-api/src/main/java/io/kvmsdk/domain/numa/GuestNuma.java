package io.kvmsdk.domain.numa;

import io.kvmsdk.error.InvalidDefinitionException;
import io.kvmsdk.internal.style.ValueStyle;
import io.kvmsdk.units.ByteSize;
import io.kvmsdk.units.CpuSet;
import io.kvmsdk.xml.Extras;
import io.kvmsdk.xml.Strictness;
import io.kvmsdk.xml.XmlIn;
import io.kvmsdk.xml.XmlMapping;
import io.kvmsdk.xml.XmlOut;
import java.util.List;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * The NUMA cells that a guest sees. Since libvirt 0.9.8.
 *
 * @see <a href="https://libvirt.org/formatdomain.html#cpu-model-and-topology">libvirt: CPU model
 *     and topology</a>
 */
@Value.Immutable
@ValueStyle
public interface GuestNuma extends WithGuestNuma {

  /** How it is read and written. */
  XmlMapping<GuestNuma> XML = new GuestNumaXml();

  /** These cells, numbered from 0 as they stand. */
  static GuestNuma cells(NumaCell... cells) {
    Builder b = builder();
    for (int i = 0; i < cells.length; i++) {
      b.addCell(cells[i].id().isPresent() ? cells[i] : cells[i].withId(i));
    }
    return b.build();
  }

  /**
   * So many cells with as many vCPUs and as much memory each, vCPU 0 in the first.
   *
   * @param count how many cells; at least 1
   * @param vcpus how many vCPUs each has; at least 1
   * @param memory how much memory each has
   */
  static GuestNuma even(int count, int vcpus, ByteSize memory) {
    Builder b = builder();
    for (int i = 0; i < count; i++) {
      CpuSet cpus = CpuSet.range(i * vcpus, (i + 1) * vcpus - 1);
      b.addCell(NumaCell.of(cpus, memory).withId(i));
    }
    return b.build();
  }

  /** An empty builder. */
  static Builder builder() {
    return new Builder();
  }

  /** A builder that starts with the values of this one. */
  default Builder toBuilder() {
    return builder().from(this);
  }

  /** What {@code <numa>} says, keeping what has no name here. */
  static GuestNuma fromXml(String xml) {
    return fromXml(xml, Strictness.LENIENT);
  }

  /** What {@code <numa>} says. */
  static GuestNuma fromXml(String xml, Strictness strictness) {
    return XML.parse(xml, strictness);
  }

  /** The value as {@code <numa>}. */
  default String toXml() {
    return XML.format(this);
  }

  /** The cells; at least one. */
  List<NumaCell> cells();

  /** How long access from cell to cell takes. Since libvirt 6.6.0. */
  List<NumaLatency> latencies();

  /** How much data goes from cell to cell. Since libvirt 6.6.0. */
  List<NumaBandwidth> bandwidths();

  /** How much memory all cells have together. */
  default ByteSize memory() {
    ByteSize sum = ByteSize.ZERO;
    for (NumaCell cell : cells()) {
      sum = sum.plus(cell.memory());
    }
    return sum;
  }

  /** The cell of that number; where cells have none they are counted from 0. */
  default Optional<NumaCell> cell(int id) {
    for (int i = 0; i < cells().size(); i++) {
      if (cells().get(i).id().orElse(i) == id) {
        return Optional.of(cells().get(i));
      }
    }
    return Optional.empty();
  }

  /**
   * Refuses what is always wrong; building one does it, reading does not.
   *
   * @throws InvalidDefinitionException if there is no cell, their numbers are not those from 0 on,
   *     a vCPU is in two of them, or a distance is impossible
   */
  default void checkConsistent() {
    GuestNumaChecks.check(this);
  }

  /** What the document says beyond this. */
  Extras extras();

  /** Makes values. */
  final class Builder extends ImmutableGuestNuma.Builder {
    Builder() {
      extras(Extras.NONE);
    }

    @Override
    public GuestNuma build() {
      GuestNuma made = super.build();
      made.checkConsistent();
      return made;
    }

    GuestNuma buildAsRead() {
      return super.build();
    }
  }
}

final class GuestNumaXml extends XmlMapping<GuestNuma> {

  GuestNumaXml() {
    super("numa");
  }

  @Override
  protected GuestNuma read(XmlIn in) {
    GuestNuma.Builder b = GuestNuma.builder();
    for (XmlIn cell : in.children("cell")) b.addCell(cell.read(NumaCell.XML));
    XmlIn interconnects = in.child("interconnects");
    for (XmlIn interconnectsLatency : interconnects.children("latency"))
      b.addLatency(interconnectsLatency.read(NumaLatency.XML));
    for (XmlIn interconnectsBandwidth : interconnects.children("bandwidth"))
      b.addBandwidth(interconnectsBandwidth.read(NumaBandwidth.XML));
    return b.extras(in.extras()).buildAsRead();
  }

  @Override
  protected void write(GuestNuma value, String name, XmlOut out) {
    out.begin(name, value.extras());
    out.writeAll("cell", NumaCell.XML, value.cells());
    out.beginPart("interconnects");
    out.writeAll("latency", NumaLatency.XML, value.latencies());
    out.writeAll("bandwidth", NumaBandwidth.XML, value.bandwidths());
    out.end();
    out.end();
  }
}
