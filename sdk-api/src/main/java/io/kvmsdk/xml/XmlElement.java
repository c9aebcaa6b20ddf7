package io.kvmsdk.xml;

import io.kvmsdk.error.InvalidDefinitionException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One element of an XML document with all it holds: attributes, text, child elements, namespaces.
 *
 * <p>Comments and processing instructions are not kept. White space between elements is not kept
 * either, unless there is other text among them. Immutable and thread-safe. Two elements are equal
 * if they mean the same: prefixes and the order of attributes do not matter, the order of children
 * does.
 */
public final class XmlElement {

  static final Object[] NOTHING = {};
  static final String[] NO_NAMESPACES = {};

  final String prefix;
  final String namespace;
  final String name;

  /** Names and values in turn; a name is a String, or an XmlName where it has a namespace. */
  final Object[] attributes;

  /** Prefixes and URIs that are declared here, in turn. */
  final String[] declared;

  /** Child elements, and Strings where there is text among them or alone. */
  final Object[] content;

  /** Where the element starts in the text that it was read from, in characters; -1 if in none. */
  final int offset;

  XmlElement(
      String prefix,
      String namespace,
      String name,
      Object[] attributes,
      String[] declared,
      Object[] content,
      int offset) {
    this.prefix = prefix;
    this.namespace = namespace;
    this.name = name;
    this.attributes = attributes;
    this.declared = declared;
    this.content = content;
    this.offset = offset;
  }

  /** An empty element in no namespace. */
  public static XmlElement of(String name) {
    return of("", "", name);
  }

  /**
   * An empty element in a namespace.
   *
   * @param prefix how to write it; empty for the default namespace
   * @param namespace the URI; empty for none
   */
  public static XmlElement of(String prefix, String namespace, String name) {
    if (!XmlText.isName(name) || !(prefix.isEmpty() || XmlText.isName(prefix))) {
      throw new InvalidDefinitionException(name, name, "a name that XML allows");
    }
    if (namespace.isEmpty() && !prefix.isEmpty()) {
      throw new InvalidDefinitionException(name, prefix, "no prefix where there is no namespace");
    }
    return new XmlElement(prefix, namespace, name, NOTHING, NO_NAMESPACES, NOTHING, -1);
  }

  /**
   * The root element of a document.
   *
   * @throws InvalidDefinitionException if the text is not well-formed, has a document type
   *     declaration, or passes a bound on depth, size and counts; it names line and column
   */
  public static XmlElement parse(String xml) {
    return new XmlParser(xml, new XmlReading(Strictness.LENIENT, xml)).parse().asElement();
  }

  /** A reader of this element, which does not come out of a text. */
  XmlIn reader(XmlReading reading) {
    return reader(reading, null, 1);
  }

  private XmlIn reader(XmlReading reading, @Nullable XmlIn parent, int depth) {
    if (depth > XmlParser.MAX_DEPTH) {
      throw new InvalidDefinitionException(
          XmlText.clipped(name), "deeper", "at most " + XmlParser.MAX_DEPTH + " levels");
    }
    XmlIn in =
        new XmlIn(
            reading,
            parent,
            prefix,
            namespace,
            name,
            attributes,
            XmlNotes.bits(attributes),
            declared,
            -1);
    in.content = content.clone();
    for (int i = 0; i < content.length; i++) {
      if (content[i] instanceof XmlElement child) {
        in.expect(child.namespace, child.name);
        in.content[i] = child.reader(reading, in, depth + 1);
      }
    }
    return in;
  }

  /** The name without its prefix. */
  public String name() {
    return name;
  }

  /** The URI of the namespace; empty if the element stands in none. */
  public String namespace() {
    return namespace;
  }

  /** The value of an attribute that stands in no namespace. */
  public Optional<String> attribute(String attribute) {
    for (int i = 0; i < attributes.length; i += 2) {
      if (attributes[i].equals(attribute)) {
        return Optional.of((String) attributes[i + 1]);
      }
    }
    return Optional.empty();
  }

  /** The value of an attribute that stands in a namespace. */
  public Optional<String> attribute(String uri, String attribute) {
    XmlName wanted = new XmlName("", uri, attribute);
    for (int i = 0; i < attributes.length; i += 2) {
      if (attributes[i].equals(wanted)) {
        return Optional.of((String) attributes[i + 1]);
      }
    }
    return Optional.empty();
  }

  /** The names of the attributes; one that stands in a namespace has its prefix and a colon. */
  public List<String> attributeNames() {
    List<String> names = new ArrayList<>(attributes.length / 2);
    for (int i = 0; i < attributes.length; i += 2) {
      names.add(attributes[i].toString());
    }
    return List.copyOf(names);
  }

  /** The child elements in their order. */
  public List<XmlElement> children() {
    List<XmlElement> found = new ArrayList<>(content.length);
    for (Object node : content) {
      if (node instanceof XmlElement child) {
        found.add(child);
      }
    }
    return List.copyOf(found);
  }

  /** The child elements of that name, in whatever namespace, in their order. */
  public List<XmlElement> children(String childName) {
    return children().stream().filter(child -> child.name.equals(childName)).toList();
  }

  /** The first child element of that name. */
  public Optional<XmlElement> child(String childName) {
    return children().stream().filter(child -> child.name.equals(childName)).findFirst();
  }

  /** The element's own text, exactly as it was, without that of its children; may be empty. */
  public String text() {
    return XmlText.joined(content);
  }

  /** The same with an attribute, which replaces one of that name. */
  public XmlElement withAttribute(String attribute, String value) {
    if (!XmlText.isName(attribute)) {
      throw new InvalidDefinitionException(name, attribute, "a name that XML allows");
    }
    XmlText.check(name + "/@" + attribute, value);
    return new XmlElement(
        prefix,
        namespace,
        name,
        XmlText.with(attributes, attribute, value),
        declared,
        content,
        offset);
  }

  /** The same with one more child element, at the end. */
  public XmlElement withChild(XmlElement child) {
    return new XmlElement(
        prefix, namespace, name, attributes, declared, XmlText.append(content, child), offset);
  }

  /** The same with text at the end. */
  public XmlElement withText(String text) {
    XmlText.check(name + "/text()", text);
    return new XmlElement(
        prefix, namespace, name, attributes, declared, XmlText.append(content, text), offset);
  }

  /** The element as a document, indented as libvirt does. */
  public String toXml() {
    XmlOut out = new XmlOut();
    out.raw(this);
    return out.toString();
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return this == other
        || (other instanceof XmlElement element
            && name.equals(element.name)
            && namespace.equals(element.namespace)
            && XmlText.sameAttributes(attributes, element.attributes)
            && Arrays.equals(content, element.content));
  }

  @Override
  public int hashCode() {
    int hash = 31 * name.hashCode() + namespace.hashCode();
    for (int i = 0; i < attributes.length; i += 2) {
      hash += attributes[i].hashCode() ^ attributes[i + 1].hashCode();
    }
    return 31 * hash + Arrays.hashCode(content);
  }

  /** The name alone: what the element holds may be secret. */
  @Override
  public String toString() {
    return "<" + XmlText.clipped(prefix.isEmpty() ? name : prefix + ":" + name) + ">";
  }
}
