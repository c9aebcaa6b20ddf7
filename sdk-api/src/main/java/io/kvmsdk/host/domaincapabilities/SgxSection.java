package io.kvmsdk.host.domaincapabilities;

import io.kvmsdk.internal.style.ValueStyle;
import io.kvmsdk.units.ByteSize;
import io.kvmsdk.xml.Extras;
import io.kvmsdk.xml.XmlIn;
import io.kvmsdk.xml.XmlMapping;
import io.kvmsdk.xml.XmlOut;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * The memory for enclaves of one NUMA node.
 *
 * @see <a href="https://libvirt.org/formatdomaincaps.html#sgx-capabilities">libvirt: SGX
 *     capabilities</a>
 */
@Value.Immutable
@ValueStyle
public interface SgxSection extends WithSgxSection {

  /** How it is read and written. */
  XmlMapping<SgxSection> XML = new SgxSectionXml();

  /** An empty builder. */
  static Builder builder() {
    return new Builder();
  }

  /** A builder that starts with the values of this one. */
  default Builder toBuilder() {
    return builder().from(this);
  }

  /** The number of the node. */
  int node();

  /** How much it is. */
  ByteSize size();

  /** What the document says beyond this. */
  Extras extras();

  /** Makes values. */
  final class Builder extends ImmutableSgxSection.Builder {
    Builder() {
      extras(Extras.NONE);
    }
  }
}

final class SgxSectionXml extends XmlMapping<SgxSection> {

  SgxSectionXml() {
    super("section");
  }

  @Override
  protected SgxSection read(XmlIn in) {
    SgxSection.Builder b = SgxSection.builder();
    if (!in.intAttr("node")) throw in.missing("@node");
    b.node(in.intValue());
    if (!in.sizeAttr("size", "KiB")) throw in.missing("@size");
    b.size(in.size());
    return b.extras(in.extras()).build();
  }

  @Override
  protected void write(SgxSection value, String name, XmlOut out) {
    out.begin(name, value.extras());
    out.attr("node", value.node());
    out.sizeAttr("size", Optional.of(value.size()));
    out.end();
  }
}
