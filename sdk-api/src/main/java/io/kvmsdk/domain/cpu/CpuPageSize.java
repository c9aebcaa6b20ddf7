package io.kvmsdk.domain.cpu;

import io.kvmsdk.internal.style.ValueStyle;
import io.kvmsdk.units.ByteSize;
import io.kvmsdk.xml.Extras;
import io.kvmsdk.xml.XmlIn;
import io.kvmsdk.xml.XmlMapping;
import io.kvmsdk.xml.XmlOut;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * A size of memory pages that a host's CPU can use.
 *
 * @see <a href="https://libvirt.org/formatdomain.html#cpu-model-and-topology">libvirt: CPU model
 *     and topology</a>
 */
@Value.Immutable
@ValueStyle
public interface CpuPageSize extends WithCpuPageSize {

  /** How it is read and written. */
  XmlMapping<CpuPageSize> XML = new CpuPageSizeXml();

  /** An empty builder. */
  static Builder builder() {
    return new Builder();
  }

  /** A builder that starts with the values of this one. */
  default Builder toBuilder() {
    return builder().from(this);
  }

  /** The size; libvirt reads a number without unit as KiB. */
  ByteSize size();

  /** What the document says beyond this. */
  Extras extras();

  /** Makes values. */
  final class Builder extends ImmutableCpuPageSize.Builder {
    Builder() {
      extras(Extras.NONE);
    }
  }
}

final class CpuPageSizeXml extends XmlMapping<CpuPageSize> {

  CpuPageSizeXml() {
    super("pages");
  }

  @Override
  protected CpuPageSize read(XmlIn in) {
    CpuPageSize.Builder b = CpuPageSize.builder();
    if (!in.sizeAttr("size", "KiB")) throw in.missing("@size");
    b.size(in.size());
    return b.extras(in.extras()).build();
  }

  @Override
  protected void write(CpuPageSize value, String name, XmlOut out) {
    out.begin(name, value.extras());
    out.sizeAttr("size", Optional.of(value.size()));
    out.end();
  }
}
