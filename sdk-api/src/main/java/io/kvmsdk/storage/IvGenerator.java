package io.kvmsdk.storage;

import io.kvmsdk.internal.style.ValueStyle;
import io.kvmsdk.xml.Extras;
import io.kvmsdk.xml.XmlIn;
import io.kvmsdk.xml.XmlMapping;
import io.kvmsdk.xml.XmlOut;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * How the initialization vector of each sector is made.
 *
 * @see <a
 *     href="https://libvirt.org/formatstorageencryption.html#storage-volume-encryption-xml">libvirt:
 *     Storage volume encryption XML</a>
 */
@Value.Immutable
@ValueStyle
public interface IvGenerator extends WithIvGenerator {

  /** How it is read and written. */
  XmlMapping<IvGenerator> XML = new IvGeneratorXml();

  /** An empty builder. */
  static Builder builder() {
    return new Builder();
  }

  /** A builder that starts with the values of this one. */
  default Builder toBuilder() {
    return builder().from(this);
  }

  /** The algorithm, such as {@code plain64} or {@code essiv}. */
  String name();

  /** The hash that it uses, such as {@code sha256}. */
  Optional<String> hash();

  /** What the document says beyond this. */
  Extras extras();

  /** Makes values. */
  final class Builder extends ImmutableIvGenerator.Builder {
    Builder() {
      extras(Extras.NONE);
    }
  }
}

final class IvGeneratorXml extends XmlMapping<IvGenerator> {

  IvGeneratorXml() {
    super("ivgen");
  }

  @Override
  protected IvGenerator read(XmlIn in) {
    IvGenerator.Builder b = IvGenerator.builder();
    b.name(in.required("name"));
    if (in.attr("hash")) b.hash(in.value());
    return b.extras(in.extras()).build();
  }

  @Override
  protected void write(IvGenerator value, String name, XmlOut out) {
    out.begin(name, value.extras());
    out.attr("name", value.name());
    out.attr("hash", value.hash());
    out.end();
  }
}
