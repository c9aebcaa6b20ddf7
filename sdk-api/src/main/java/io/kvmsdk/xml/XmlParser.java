package io.kvmsdk.xml;

import com.ctc.wstx.api.WstxInputProperties;
import com.ctc.wstx.exc.WstxLazyException;
import com.ctc.wstx.stax.WstxInputFactory;
import io.kvmsdk.error.InvalidDefinitionException;
import java.io.StringReader;
import java.util.Arrays;
import java.util.Objects;
import javax.xml.stream.Location;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import org.codehaus.stax2.XMLStreamReader2;
import org.jspecify.annotations.Nullable;

/**
 * Reads one document into a tree, without recursion. No document type declaration is read, so there
 * are no entities but XML's own five, and nothing outside of the text is ever looked at.
 */
final class XmlParser {

  /** What libvirt itself takes: {@code REMOTE_STRING_MAX} of its wire protocol. */
  static final int MAX_CHARACTERS = 4 * 1024 * 1024;

  /** What libxml2, and with it libvirt, takes: {@code xmlParserMaxDepth}. */
  static final int MAX_DEPTH = 256;

  static final int MAX_ATTRIBUTES_OF_ONE = 1000;
  static final int MAX_ATTRIBUTES = 400_000;
  static final int MAX_ELEMENTS = 200_000;

  private static final WstxInputFactory FACTORY = factory();

  private final String xml;
  private final XmlReading reading;

  /** The innermost element that is open. */
  private @Nullable XmlIn open;

  /** Where in {@link #nodes} the content of each element that is open starts. */
  private int[] starts = new int[8];

  /** What each that is open holds besides what is white space only. */
  private boolean[] elements = new boolean[8];

  private boolean[] texts = new boolean[8];

  /** What the elements that are open hold, one after the other. */
  private Object[] nodes = new Object[32];

  private int depth;
  private int count;
  private int attributeCount;

  /**
   * For one document.
   *
   * @param reading what the readers of its elements share
   */
  XmlParser(String xml, XmlReading reading) {
    this.xml = xml;
    this.reading = reading;
  }

  private static WstxInputFactory factory() {
    WstxInputFactory factory = new WstxInputFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    factory.setProperty(XMLInputFactory.IS_NAMESPACE_AWARE, true);
    factory.setProperty(XMLInputFactory.IS_COALESCING, false);
    factory.setProperty(WstxInputProperties.P_MIN_TEXT_SEGMENT, Integer.MAX_VALUE);
    factory.setProperty(WstxInputProperties.P_LAZY_PARSING, false);
    factory.setProperty(WstxInputProperties.P_MAX_ELEMENT_DEPTH, MAX_DEPTH);
    factory.setProperty(WstxInputProperties.P_MAX_ELEMENT_COUNT, (long) MAX_ELEMENTS);
    factory.setProperty(WstxInputProperties.P_MAX_ATTRIBUTES_PER_ELEMENT, MAX_ATTRIBUTES_OF_ONE);
    return factory;
  }

  XmlIn parse() {
    if (xml.length() > MAX_CHARACTERS) {
      throw new InvalidDefinitionException(
          "", xml.length() + " characters", "at most " + MAX_CHARACTERS + ", as libvirt takes");
    }
    refuseHalfCharacters();
    try {
      XMLStreamReader2 in = (XMLStreamReader2) FACTORY.createXMLStreamReader(new StringReader(xml));
      try {
        return read(in);
      } finally {
        in.close();
      }
    } catch (XMLStreamException e) {
      throw illFormed(e, e.getLocation());
    } catch (WstxLazyException e) {
      throw illFormed(e, null);
    }
  }

  /** Woodstox looks for halves of surrogate pairs where it decodes bytes, not in characters. */
  private void refuseHalfCharacters() {
    for (int i = 0; i < xml.length(); i++) {
      if (xml.charAt(i) >= 0xD800) {
        XmlText.check("", xml);
        return;
      }
    }
  }

  private XmlIn read(XMLStreamReader2 in) throws XMLStreamException {
    while (true) {
      switch (in.next()) {
        case XMLStreamReader2.START_ELEMENT -> start(in);
        case XMLStreamReader2.END_ELEMENT -> end();
        case XMLStreamReader2.CHARACTERS, XMLStreamReader2.CDATA, XMLStreamReader2.SPACE -> {
          if (depth > 0) {
            text(in);
          }
        }
        case XMLStreamReader2.DTD ->
            throw new InvalidDefinitionException(
                place(in.getLocation()),
                "a document type declaration",
                "none: libvirt's documents have no DTD, and what one could define is not read");
        case XMLStreamReader2.ENTITY_REFERENCE ->
            throw new InvalidDefinitionException(
                place(in.getLocation()), "&" + in.getLocalName() + ";", "no entity reference");
        case XMLStreamReader2.END_DOCUMENT -> {
          return (XmlIn) nodes[0];
        }
        default -> {
          // Comments and processing instructions mean nothing to libvirt.
        }
      }
    }
  }

  private void start(XMLStreamReader2 in) throws XMLStreamException {
    if (depth == starts.length) {
      grow();
    }
    String prefix = orEmpty(in.getPrefix());
    String namespace = orEmpty(in.getNamespaceURI());
    String name = in.getLocalName();
    Object[] attributes = attributes(in);
    long names = XmlNotes.bits(attributes);
    String[] declared = in.getNamespaceCount() == 0 ? XmlElement.NO_NAMESPACES : declared(in);
    int offset = (int) in.getLocationInfo().getStartingCharOffset();
    if (open != null) {
      open.expect(namespace, name);
    }
    open = new XmlIn(reading, open, prefix, namespace, name, attributes, names, declared, offset);
    starts[depth] = count;
    elements[depth] = false;
    texts[depth] = false;
    depth++;
  }

  private void text(XMLStreamReader2 in) {
    texts[depth - 1] |= !in.isWhiteSpace();
    push(in.getText());
  }

  private Object[] attributes(XMLStreamReader2 in) {
    int n = in.getAttributeCount();
    if (n == 0) {
      return XmlElement.NOTHING;
    }
    attributeCount += n;
    if (attributeCount > MAX_ATTRIBUTES) {
      throw new InvalidDefinitionException(
          place(in.getLocation()), "one more attribute", "at most " + MAX_ATTRIBUTES);
    }
    Object[] pairs = new Object[2 * n];
    for (int i = 0; i < n; i++) {
      String uri = in.getAttributeNamespace(i);
      String name = in.getAttributeLocalName(i);
      boolean plain = uri == null || uri.isEmpty();
      pairs[2 * i] = plain ? name : new XmlName(in.getAttributePrefix(i), uri, name);
      pairs[2 * i + 1] = in.getAttributeValue(i);
    }
    return pairs;
  }

  private static String[] declared(XMLStreamReader2 in) {
    String[] pairs = new String[2 * in.getNamespaceCount()];
    for (int i = 0; i < in.getNamespaceCount(); i++) {
      pairs[2 * i] = orEmpty(in.getNamespacePrefix(i));
      pairs[2 * i + 1] = orEmpty(in.getNamespaceURI(i));
    }
    return pairs;
  }

  private static String orEmpty(@Nullable String text) {
    return text == null ? "" : text;
  }

  private void end() {
    depth--;
    XmlIn element = Objects.requireNonNull(open);
    element.content = content(starts[depth]);
    count = starts[depth];
    push(element);
    open = element.parent;
    if (depth > 0) {
      elements[depth - 1] = true;
    }
  }

  /** What lies on the stack from {@code start}; white space between elements is formatting. */
  private Object[] content(int start) {
    if (count == start) {
      return XmlElement.NOTHING;
    }
    int end = start;
    if (!elements[depth] || texts[depth]) {
      end = join(start);
    } else {
      for (int i = start; i < count; i++) {
        if (nodes[i] instanceof XmlIn) {
          nodes[end++] = nodes[i];
        }
      }
    }
    return Arrays.copyOfRange(nodes, start, end);
  }

  /** Makes one text of pieces that lie together; returns where the stack ends then. */
  private int join(int start) {
    int end = start;
    for (int i = start; i < count; end++) {
      int first = i;
      do {
        i++;
      } while (i < count && nodes[i] instanceof String && nodes[first] instanceof String);
      nodes[end] = i - first == 1 ? nodes[first] : joined(first, i);
    }
    return end;
  }

  private String joined(int first, int end) {
    StringBuilder text = new StringBuilder();
    for (int i = first; i < end; i++) {
      text.append((String) nodes[i]);
    }
    return text.toString();
  }

  private void push(Object node) {
    if (count == nodes.length) {
      nodes = Arrays.copyOf(nodes, 2 * count);
    }
    nodes[count++] = node;
  }

  private void grow() {
    int size = 2 * depth;
    starts = Arrays.copyOf(starts, size);
    elements = Arrays.copyOf(elements, size);
    texts = Arrays.copyOf(texts, size);
  }

  private static String place(Location at) {
    return "line " + at.getLineNumber() + ", column " + at.getColumnNumber();
  }

  private static InvalidDefinitionException illFormed(Exception e, @Nullable Location at) {
    String message = String.valueOf(e.getMessage());
    int end = message.indexOf("\n at [");
    return new InvalidDefinitionException(
        at == null ? "" : place(at),
        XmlText.clipped(end < 0 ? message : message.substring(0, end)),
        "a well-formed XML document");
  }
}
