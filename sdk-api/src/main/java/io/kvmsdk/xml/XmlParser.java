package io.kvmsdk.xml;

import com.ctc.wstx.api.WstxInputProperties;
import com.ctc.wstx.exc.WstxLazyException;
import com.ctc.wstx.stax.WstxInputFactory;
import io.kvmsdk.error.InvalidDefinitionException;
import java.io.StringReader;
import java.util.Arrays;
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

  /** A line's end, and up to 40 spaces. */
  private static final String[] INDENTATION = new String[41];

  static {
    for (int i = 0; i < INDENTATION.length; i++) {
      INDENTATION[i] = "\n" + " ".repeat(i);
    }
  }

  private static final WstxInputFactory FACTORY = factory();

  private final String xml;
  private String[] names = new String[24];
  private Object[][] attributes = new Object[8][];
  private String[][] declared = new String[8][];
  private int[] offsets = new int[8];
  private int[] starts = new int[8];
  private Object[] nodes = new Object[32];
  private int depth;
  private int count;
  private int attributeCount;

  XmlParser(String xml) {
    this.xml = xml;
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

  XmlElement parse() {
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

  private XmlElement read(XMLStreamReader2 in) throws XMLStreamException {
    while (true) {
      switch (in.next()) {
        case XMLStreamReader2.START_ELEMENT -> start(in);
        case XMLStreamReader2.END_ELEMENT -> end();
        case XMLStreamReader2.CHARACTERS, XMLStreamReader2.CDATA, XMLStreamReader2.SPACE -> {
          if (depth > 0) {
            push(text(in));
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
          return (XmlElement) nodes[0];
        }
        default -> {
          // Comments and processing instructions mean nothing to libvirt.
        }
      }
    }
  }

  /** The text; where it is an indentation, as most are and are dropped, none is made of it. */
  private static String text(XMLStreamReader2 in) {
    int length = in.getTextLength();
    if (length == 0 || length > INDENTATION.length) {
      return in.getText();
    }
    char[] characters = in.getTextCharacters();
    int start = in.getTextStart();
    if (characters[start] != '\n') {
      return in.getText();
    }
    for (int i = start + 1; i < start + length; i++) {
      if (characters[i] != ' ') {
        return in.getText();
      }
    }
    return INDENTATION[length - 1];
  }

  private void start(XMLStreamReader2 in) throws XMLStreamException {
    if (depth == offsets.length) {
      grow();
    }
    String prefix = in.getPrefix();
    String uri = in.getNamespaceURI();
    names[3 * depth] = prefix == null ? "" : prefix;
    names[3 * depth + 1] = uri == null ? "" : uri;
    names[3 * depth + 2] = in.getLocalName();
    offsets[depth] = (int) in.getLocationInfo().getStartingCharOffset();
    attributes[depth] = attributes(in);
    declared[depth] = in.getNamespaceCount() == 0 ? XmlElement.NO_NAMESPACES : declared(in);
    starts[depth] = count;
    depth++;
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
      String prefix = in.getNamespacePrefix(i);
      String uri = in.getNamespaceURI(i);
      pairs[2 * i] = prefix == null ? "" : prefix;
      pairs[2 * i + 1] = uri == null ? "" : uri;
    }
    return pairs;
  }

  private void end() {
    depth--;
    Object[] content = content(starts[depth]);
    count = starts[depth];
    push(
        new XmlElement(
            names[3 * depth],
            names[3 * depth + 1],
            names[3 * depth + 2],
            attributes[depth],
            declared[depth],
            content,
            offsets[depth]));
  }

  /** What lies on the stack from {@code start}; white space between elements is formatting. */
  private Object[] content(int start) {
    if (count == start) {
      return XmlElement.NOTHING;
    }
    boolean elements = false;
    boolean text = false;
    boolean pieces = false;
    for (int i = start; i < count; i++) {
      if (nodes[i] instanceof String string) {
        text = text || !XmlText.isSpace(string);
        pieces = pieces || (i > start && nodes[i - 1] instanceof String);
      } else {
        elements = true;
      }
    }
    int end = count;
    if (elements && !text) {
      end = start;
      for (int i = start; i < count; i++) {
        if (nodes[i] instanceof XmlElement) {
          nodes[end++] = nodes[i];
        }
      }
    } else if (pieces) {
      end = join(start);
    }
    return Arrays.copyOfRange(nodes, start, end);
  }

  /** Makes one text of pieces that lie together; returns where the stack ends then. */
  private int join(int start) {
    int end = start;
    for (int i = start; i < count; ) {
      StringBuilder text = new StringBuilder();
      int first = i;
      while (i < count && nodes[i] instanceof String piece) {
        text.append(piece);
        i++;
      }
      nodes[end++] = i == first ? nodes[i++] : text.toString();
    }
    return end;
  }

  private void push(Object node) {
    if (count == nodes.length) {
      nodes = Arrays.copyOf(nodes, 2 * count);
    }
    nodes[count++] = node;
  }

  private void grow() {
    int size = 2 * depth;
    names = Arrays.copyOf(names, 3 * size);
    attributes = Arrays.copyOf(attributes, size);
    declared = Arrays.copyOf(declared, size);
    offsets = Arrays.copyOf(offsets, size);
    starts = Arrays.copyOf(starts, size);
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
