package io.kvmsdk.domain.memory;

import io.kvmsdk.internal.style.ValueStyle;
import io.kvmsdk.units.ByteSize;
import io.kvmsdk.units.CpuSet;
import io.kvmsdk.xml.Extras;
import io.kvmsdk.xml.XmlIn;
import io.kvmsdk.xml.XmlMapping;
import io.kvmsdk.xml.XmlOut;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * A size of huge pages, and where it is used. Since libvirt 1.2.5.
 *
 * @see <a href="https://libvirt.org/formatdomain.html#memory-backing">libvirt: Memory Backing</a>
 */
@Value.Immutable
@ValueStyle
public interface HugePage extends WithHugePage {

  /** How it is read and written. */
  XmlMapping<HugePage> XML = new HugePageXml();

  /** Pages of that size for all cells that no other size is said for. */
  static HugePage of(ByteSize size) {
    return builder().size(size).build();
  }

  /** Pages of that size for those cells of the guest. */
  static HugePage of(ByteSize size, CpuSet cells) {
    return builder().size(size).cells(cells).build();
  }

  /** An empty builder. */
  static Builder builder() {
    return new Builder();
  }

  /** A builder that starts with the values of this one. */
  default Builder toBuilder() {
    return builder().from(this);
  }

  /** Their size; libvirt reads a number without unit as KiB. */
  ByteSize size();

  /** The NUMA cells of the guest that have them; absent means all others. */
  Optional<CpuSet> cells();

  /** What the document says beyond this. */
  Extras extras();

  /** Makes values. */
  final class Builder extends ImmutableHugePage.Builder {
    Builder() {
      extras(Extras.NONE);
    }
  }
}

final class HugePageXml extends XmlMapping<HugePage> {

  HugePageXml() {
    super("page");
  }

  @Override
  protected HugePage read(XmlIn in) {
    HugePage.Builder b = HugePage.builder();
    if (!in.sizeAttr("size", "KiB")) throw in.missing("@size");
    b.size(in.size());
    if (in.attr("nodeset")) b.cells(in.cpuSet());
    return b.extras(in.extras()).build();
  }

  @Override
  protected void write(HugePage value, String name, XmlOut out) {
    out.begin(name, value.extras());
    out.sizeAttr("size", Optional.of(value.size()));
    out.attr("nodeset", value.cells());
    out.end();
  }
}
