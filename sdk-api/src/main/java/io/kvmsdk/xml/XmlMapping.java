package io.kvmsdk.xml;

import io.kvmsdk.error.InvalidDefinitionException;

/**
 * How one type is read from its element, and written as it. There is one instance a type, beside
 * the type; it has no state.
 *
 * @param <T> the type
 */
public abstract class XmlMapping<T> {

  private final String element;

  /**
   * For a type.
   *
   * @param element the name of the element as which the type stands alone, such as {@code disk}
   */
  protected XmlMapping(String element) {
    this.element = element;
  }

  /** The name of the element as which the type stands alone. */
  public final String element() {
    return element;
  }

  /** Reads the element that {@code in} stands for; to be called through {@link XmlIn#read}. */
  protected abstract T read(XmlIn in);

  /**
   * Writes the value; to be called through {@link XmlOut#write}.
   *
   * @param name the name of the element, which differs from {@link #element()} where the type
   *     stands in another role
   */
  protected abstract void write(T value, String name, XmlOut out);

  /**
   * Reads a document of which this element is the root.
   *
   * @throws InvalidDefinitionException if the text is not well-formed, has another root, says
   *     something that cannot be, or, with {@link Strictness#STRICT}, something not modelled
   */
  public final T parse(String xml, Strictness strictness) {
    return readDocument(new XmlParser(xml, new XmlReading(strictness, xml)).parse());
  }

  /** Reads an element that stands for itself. */
  public final T parse(XmlElement root, Strictness strictness) {
    return readDocument(root.reader(new XmlReading(strictness, "")));
  }

  /** Reads a document out of its root. */
  final T readDocument(XmlIn root) {
    if (!root.isNamed("", element)) {
      throw new InvalidDefinitionException(
          XmlText.clipped(root.name), root.asElement().toString(), "<" + element + ">");
    }
    XmlReading reading = root.reading;
    while (true) {
      try {
        T value = root.read(this);
        reading.refuseLeftovers();
        return value;
      } catch (InvalidDefinitionException e) {
        // An element that cannot be without a value in a form that is not known here is left to
        // the extras of its parent, and all is read once more.
        if (!reading.startAgain()) {
          throw e;
        }
        root.forget();
      }
    }
  }

  /** The value as a document, indented as libvirt does. */
  public final String format(T value) {
    XmlOut out = new XmlOut();
    write(value, element, out);
    return out.toString();
  }
}
