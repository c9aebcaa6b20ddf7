package io.kvmsdk.host.topology;

import io.kvmsdk.internal.style.ValueStyle;
import io.kvmsdk.units.ByteSize;
import io.kvmsdk.xml.Extras;
import io.kvmsdk.xml.XmlIn;
import io.kvmsdk.xml.XmlMapping;
import io.kvmsdk.xml.XmlOut;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * How many memory pages of one size a node has.
 *
 * @see <a href="https://libvirt.org/formatcaps.html#host-capabilities">libvirt: Host
 *     capabilities</a>
 */
@Value.Immutable
@ValueStyle
public interface NodePages extends WithNodePages {

  /** How it is read and written. */
  XmlMapping<NodePages> XML = new NodePagesXml();

  /** An empty builder. */
  static Builder builder() {
    return new Builder();
  }

  /** A builder that starts with the values of this one. */
  default Builder toBuilder() {
    return builder().from(this);
  }

  /** The size of one page. */
  ByteSize size();

  /** How many there are, free and used ones. */
  long count();

  /** What the document says beyond this. */
  Extras extras();

  /** Makes values. */
  final class Builder extends ImmutableNodePages.Builder {
    Builder() {
      extras(Extras.NONE);
    }
  }
}

final class NodePagesXml extends XmlMapping<NodePages> {

  NodePagesXml() {
    super("pages");
  }

  @Override
  protected NodePages read(XmlIn in) {
    NodePages.Builder b = NodePages.builder();
    if (!in.sizeAttr("size", "KiB")) throw in.missing("@size");
    b.size(in.size());
    if (!in.longText()) throw in.unreadable("a value");
    b.count(in.longValue());
    return b.extras(in.extras()).build();
  }

  @Override
  protected void write(NodePages value, String name, XmlOut out) {
    out.begin(name, value.extras());
    out.sizeAttr("size", Optional.of(value.size()));
    out.text(String.valueOf(value.count()));
    out.end();
  }
}
