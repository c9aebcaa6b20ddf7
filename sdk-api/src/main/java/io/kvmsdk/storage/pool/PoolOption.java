package io.kvmsdk.storage.pool;

import io.kvmsdk.internal.style.ValueStyle;
import io.kvmsdk.xml.Extras;
import io.kvmsdk.xml.XmlIn;
import io.kvmsdk.xml.XmlMapping;
import io.kvmsdk.xml.XmlOut;
import java.util.List;
import org.immutables.value.Value;

/**
 * What can be chosen for one thing.
 *
 * @see <a href="https://libvirt.org/formatstoragecaps.html#element-and-attribute-overview">libvirt:
 *     Storage pool capabilities</a>
 */
@Value.Immutable
@ValueStyle
public interface PoolOption extends WithPoolOption {

  /** How it is read and written. */
  XmlMapping<PoolOption> XML = new PoolOptionXml();

  /** An empty builder. */
  static Builder builder() {
    return new Builder();
  }

  /** A builder that starts with the values of this one. */
  default Builder toBuilder() {
    return builder().from(this);
  }

  /** What is chosen, such as {@code sourceFormatType} or {@code targetFormatType}. */
  String name();

  /** The values. */
  List<String> values();

  /** What the document says beyond this. */
  Extras extras();

  /** Makes values. */
  final class Builder extends ImmutablePoolOption.Builder {
    Builder() {
      extras(Extras.NONE);
    }
  }
}

final class PoolOptionXml extends XmlMapping<PoolOption> {

  PoolOptionXml() {
    super("enum");
  }

  @Override
  protected PoolOption read(XmlIn in) {
    PoolOption.Builder b = PoolOption.builder();
    b.name(in.required("name"));
    for (String text : in.textsOf("value")) b.addValue(text);
    return b.extras(in.extras()).build();
  }

  @Override
  protected void write(PoolOption value, String name, XmlOut out) {
    out.begin(name, value.extras());
    out.attr("name", value.name());
    out.partTexts("value", value.values());
    out.end();
  }
}
