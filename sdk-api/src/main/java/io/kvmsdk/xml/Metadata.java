package io.kvmsdk.xml;

import io.kvmsdk.error.InvalidDefinitionException;
import io.kvmsdk.internal.style.ValueStyle;
import java.util.List;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * What applications keep with a domain, a network and the like: any XML, one element for each
 * application, known by its namespace.
 *
 * @see <a href="https://libvirt.org/formatdomain.html#general-metadata">libvirt: General
 *     metadata</a>
 */
@Value.Immutable
@ValueStyle
public interface Metadata extends WithMetadata {

  /** How it is read and written. */
  XmlMapping<Metadata> XML = new MetadataXml();

  /** Nothing. */
  Metadata NONE = builder().build();

  /** An empty builder. */
  static Builder builder() {
    return new Builder();
  }

  /** A builder that starts with the values of this one. */
  default Builder toBuilder() {
    return builder().from(this);
  }

  /** The elements of all applications. */
  List<XmlElement> elements();

  /** What stands there beside the elements. */
  Extras extras();

  /** What the application has kept whose namespace it is. */
  default Optional<XmlElement> get(String namespace) {
    for (XmlElement element : elements()) {
      if (element.namespace().equals(namespace)) {
        return Optional.of(element);
      }
    }
    return Optional.empty();
  }

  /**
   * The same with this element instead of what its namespace had.
   *
   * @throws InvalidDefinitionException if the element has no namespace
   */
  default Metadata put(XmlElement element) {
    if (element.namespace().isEmpty()) {
      throw new InvalidDefinitionException(
          "metadata/" + element.name(), element.toString(), "an element in a namespace of its own");
    }
    return remove(element.namespace()).toBuilder().addElement(element).build();
  }

  /** The same without what the namespace has, if anything. */
  default Metadata remove(String namespace) {
    return withElements(
        elements().stream().filter(element -> !element.namespace().equals(namespace)).toList());
  }

  /** Makes metadata. */
  final class Builder extends ImmutableMetadata.Builder {
    Builder() {
      extras(Extras.NONE);
    }
  }
}

final class MetadataXml extends XmlMapping<Metadata> {

  MetadataXml() {
    super("metadata");
  }

  @Override
  protected Metadata read(XmlIn in) {
    return Metadata.builder().elements(in.elements()).extras(in.extrasAndPresence()).build();
  }

  @Override
  protected void write(Metadata value, String name, XmlOut out) {
    out.beginIfAny(name, value.extras());
    for (XmlElement element : value.elements()) {
      out.raw(element);
    }
    out.end();
  }
}
