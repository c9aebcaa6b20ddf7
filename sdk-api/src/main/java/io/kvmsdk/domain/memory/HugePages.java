package io.kvmsdk.domain.memory;

import io.kvmsdk.internal.style.ValueStyle;
import io.kvmsdk.units.ByteSize;
import io.kvmsdk.xml.Extras;
import io.kvmsdk.xml.XmlIn;
import io.kvmsdk.xml.XmlMapping;
import io.kvmsdk.xml.XmlOut;
import java.util.List;
import org.immutables.value.Value;

/**
 * The huge pages of the host that a guest's memory is made of.
 *
 * @see <a href="https://libvirt.org/formatdomain.html#memory-backing">libvirt: Memory Backing</a>
 */
@Value.Immutable
@ValueStyle
public interface HugePages extends WithHugePages {

  /** How it is read and written. */
  XmlMapping<HugePages> XML = new HugePagesXml();

  /** Pages of the host's default size. */
  static HugePages ofDefaultSize() {
    return builder().build();
  }

  /** Pages of that size, such as 2 MiB or 1 GiB; the host has to have some of it. */
  static HugePages of(ByteSize size) {
    return builder().addPage(HugePage.of(size)).build();
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
   * Of which size, for all of the guest or for cells of it; absent means the host's default size.
   * Since libvirt 1.2.5.
   */
  List<HugePage> pages();

  /** What the document says beyond this. */
  Extras extras();

  /** Makes values. */
  final class Builder extends ImmutableHugePages.Builder {
    Builder() {
      extras(Extras.NONE);
    }
  }
}

final class HugePagesXml extends XmlMapping<HugePages> {

  HugePagesXml() {
    super("hugepages");
  }

  @Override
  protected HugePages read(XmlIn in) {
    HugePages.Builder b = HugePages.builder();
    for (XmlIn page : in.children("page")) b.addPage(page.read(HugePage.XML));
    return b.extras(in.extras()).build();
  }

  @Override
  protected void write(HugePages value, String name, XmlOut out) {
    out.begin(name, value.extras());
    out.writeAll("page", HugePage.XML, value.pages());
    out.end();
  }
}
