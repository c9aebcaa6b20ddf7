package io.kvmsdk.domain.numa;

import io.kvmsdk.internal.style.ValueStyle;
import io.kvmsdk.units.ByteSize;
import io.kvmsdk.xml.Extras;
import io.kvmsdk.xml.XmlIn;
import io.kvmsdk.xml.XmlMapping;
import io.kvmsdk.xml.XmlOut;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * A cache at the side of the memory of a NUMA cell. Since libvirt 6.6.0.
 *
 * @see <a
 *     href="https://libvirt.org/formatdomain.html#acpi-heterogeneous-memory-attribute-table">libvirt:
 *     ACPI Heterogeneous Memory Attribute Table</a>
 */
@Value.Immutable
@ValueStyle
public interface NumaCache extends WithNumaCache {

  /** How it is read and written. */
  XmlMapping<NumaCache> XML = new NumaCacheXml();

  /** An empty builder. */
  static Builder builder() {
    return new Builder();
  }

  /** A builder that starts with the values of this one. */
  default Builder toBuilder() {
    return builder().from(this);
  }

  /** Its level, from 1. */
  int level();

  /** Where in it an address can be. */
  CacheAssociativity associativity();

  /** When what is written to it goes on to the memory. */
  CacheWritePolicy policy();

  /** How much it holds. */
  ByteSize size();

  /** How much a line of it holds. */
  ByteSize lineSize();

  /** What the document says beyond this. */
  Extras extras();

  /** Makes values. */
  final class Builder extends ImmutableNumaCache.Builder {
    Builder() {
      extras(Extras.NONE);
    }
  }
}

final class NumaCacheXml extends XmlMapping<NumaCache> {

  NumaCacheXml() {
    super("cache");
  }

  @Override
  protected NumaCache read(XmlIn in) {
    NumaCache.Builder b = NumaCache.builder();
    if (!in.intAttr("level")) throw in.missing("@level");
    b.level(in.intValue());
    b.associativity(new CacheAssociativity(in.required("associativity")));
    b.policy(new CacheWritePolicy(in.required("policy")));
    if (!in.child("size").sizeAttr("value", "KiB")) throw in.child("size").missing("@value");
    b.size(in.size());
    if (!in.child("line").sizeAttr("value", "KiB")) throw in.child("line").missing("@value");
    b.lineSize(in.size());
    return b.extras(in.extras()).build();
  }

  @Override
  protected void write(NumaCache value, String name, XmlOut out) {
    out.begin(name, value.extras());
    out.attr("level", value.level());
    out.attr("associativity", value.associativity().toString());
    out.attr("policy", value.policy().toString());
    out.beginPart("size");
    out.sizeAttr("value", Optional.of(value.size()));
    out.end();
    out.beginPart("line");
    out.sizeAttr("value", Optional.of(value.lineSize()));
    out.end();
    out.end();
  }
}
