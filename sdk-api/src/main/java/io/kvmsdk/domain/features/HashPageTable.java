package io.kvmsdk.domain.features;

import io.kvmsdk.internal.style.ValueStyle;
import io.kvmsdk.units.ByteSize;
import io.kvmsdk.xml.Extras;
import io.kvmsdk.xml.XmlIn;
import io.kvmsdk.xml.XmlMapping;
import io.kvmsdk.xml.XmlOut;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * The page table of a pSeries guest. Since libvirt 3.10.0.
 *
 * @see <a href="https://libvirt.org/formatdomain.html#hypervisor-features">libvirt: Hypervisor
 *     features</a>
 */
@Value.Immutable
@ValueStyle
public interface HashPageTable extends WithHashPageTable {

  /** How it is read and written. */
  XmlMapping<HashPageTable> XML = new HashPageTableXml();

  /** An empty builder. */
  static Builder builder() {
    return new Builder();
  }

  /** A builder that starts with the values of this one. */
  default Builder toBuilder() {
    return builder().from(this);
  }

  /** Whether it can change its size. Absent means the hypervisor's default. */
  Optional<HptResizing> resizing();

  /**
   * The largest pages that the guest can use, such as 64 KiB, 16 MiB or 16 GiB. Absent means the
   * hypervisor's default. Since libvirt 4.5.0.
   */
  Optional<ByteSize> maxPageSize();

  /** What the document says beyond this. */
  Extras extras();

  /** Makes values. */
  final class Builder extends ImmutableHashPageTable.Builder {
    Builder() {
      extras(Extras.NONE);
    }
  }
}

final class HashPageTableXml extends XmlMapping<HashPageTable> {

  HashPageTableXml() {
    super("hpt");
  }

  @Override
  protected HashPageTable read(XmlIn in) {
    HashPageTable.Builder b = HashPageTable.builder();
    if (in.attr("resizing")) b.resizing(new HptResizing(in.value()));
    if (in.child("maxpagesize").sizeText("KiB")) b.maxPageSize(in.size());
    return b.extras(in.extras()).build();
  }

  @Override
  protected void write(HashPageTable value, String name, XmlOut out) {
    out.begin(name, value.extras());
    out.attr("resizing", value.resizing());
    out.partSize("maxpagesize", value.maxPageSize());
    out.end();
  }
}
