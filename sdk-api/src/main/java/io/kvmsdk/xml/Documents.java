package io.kvmsdk.xml;

import io.kvmsdk.error.InvalidDefinitionException;
import java.util.ServiceLoader;
import org.jspecify.annotations.Nullable;

/**
 * Reads documents of any kind, for tools that do not know what they will meet.
 *
 * <pre>{@code
 * Document read = Documents.parse(xml);
 * if (read instanceof NetworkDefinition network) ...
 * }</pre>
 *
 * <p>Thread-safe.
 */
public final class Documents {

  private Documents() {}

  /**
   * The document that the text is, by its root element, keeping what has no name in the model.
   *
   * @throws InvalidDefinitionException if it is not well-formed, is none of libvirt's documents, or
   *     says what cannot be
   */
  public static Document parse(String xml) {
    return parse(xml, Strictness.LENIENT);
  }

  /** The document that the text is, by its root element. */
  public static Document parse(String xml, Strictness strictness) {
    return parseIn("", xml, strictness);
  }

  /**
   * The document that the bytes are, by its root element.
   *
   * @param utf8 the text in UTF-8, as libvirt writes it
   * @throws InvalidDefinitionException if the bytes are not UTF-8, naming the first that is not, or
   *     as {@link #parse(String)} does
   */
  public static Document parse(byte[] utf8, Strictness strictness) {
    return parse(XmlText.decoded(utf8), strictness);
  }

  /**
   * What an element says that stands in another, such as a {@code <disk>} in {@code devices}: the
   * devices of a domain are hot-plugged so. A few names are shared: {@code <interface>} is a device
   * of a domain in {@code devices}, and an interface of the host where it stands alone.
   *
   * @param parent the name of the element that it stands in; empty for a whole document
   */
  public static Document parseIn(String parent, String xml, Strictness strictness) {
    XmlIn root = new XmlParser(xml, new XmlReading(strictness, xml)).parse();
    XmlMapping<? extends Document> mapping = Holder.KINDS.find(parent, root.namespace, root.name);
    if (mapping == null) {
      throw new InvalidDefinitionException(
          XmlText.clipped(root.name),
          root.asElement().toString(),
          parent.isEmpty() ? "one of libvirt's documents" : "an element of <" + parent + ">");
    }
    return mapping.readDocument(root);
  }

  /** All the kinds there are; the model implements it, which lies above this package. */
  public interface Kinds {

    /**
     * How an element is read.
     *
     * @param parent the name of the element that it stands in; empty for a whole document
     * @return null if there is no such element
     */
    @Nullable XmlMapping<? extends Document> find(String parent, String namespace, String element);
  }

  private static final class Holder {
    static final Kinds KINDS =
        ServiceLoader.load(Kinds.class, Documents.class.getClassLoader()).findFirst().orElseThrow();
  }
}
