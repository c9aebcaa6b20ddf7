package io.kvmsdk.benchmarks;

import com.ctc.wstx.stax.WstxInputFactory;
import com.ctc.wstx.stax.WstxOutputFactory;
import java.io.StringReader;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import javax.xml.stream.XMLStreamWriter;

/** The rival: a tree of elements that knows nothing, read and written with Woodstox. */
final class BareTree {

  private static final XMLInputFactory IN = new WstxInputFactory();

  /** Apart, so that a program that only reads does not load what writes. */
  private static final class Writing {
    static final XMLOutputFactory OUT = new WstxOutputFactory();
  }

  /** An element; content is Nodes and Strings. */
  record Node(
      String prefix, String namespace, String name, String[] attributes, List<Object> content) {}

  private BareTree() {}

  /**
   * The floor: every event of the cursor, its names, attributes and texts looked at and thrown
   * away.
   */
  static int look(String xml) throws XMLStreamException {
    XMLStreamReader in = IN.createXMLStreamReader(new StringReader(xml));
    int seen = 0;
    while (in.hasNext()) {
      switch (in.next()) {
        case XMLStreamReader.START_ELEMENT -> {
          seen += in.getLocalName().length();
          for (int i = 0; i < in.getAttributeCount(); i++) {
            seen += in.getAttributeLocalName(i).length() + in.getAttributeValue(i).length();
          }
        }
        case XMLStreamReader.CHARACTERS -> seen += in.getText().length();
        default -> seen++;
      }
    }
    in.close();
    return seen;
  }

  static Node read(String xml) throws XMLStreamException {
    XMLStreamReader in = IN.createXMLStreamReader(new StringReader(xml));
    List<Node> open = new ArrayList<>();
    Node last = null;
    while (in.hasNext()) {
      switch (in.next()) {
        case XMLStreamReader.START_ELEMENT -> {
          String[] attributes = new String[2 * in.getAttributeCount()];
          for (int i = 0; i < in.getAttributeCount(); i++) {
            attributes[2 * i] = in.getAttributeLocalName(i);
            attributes[2 * i + 1] = in.getAttributeValue(i);
          }
          Node node =
              new Node(
                  in.getPrefix(),
                  in.getNamespaceURI(),
                  in.getLocalName(),
                  attributes,
                  new ArrayList<>());
          if (!open.isEmpty()) {
            open.get(open.size() - 1).content().add(node);
          }
          open.add(node);
        }
        case XMLStreamReader.END_ELEMENT -> last = open.remove(open.size() - 1);
        case XMLStreamReader.CHARACTERS -> open.get(open.size() - 1).content().add(in.getText());
        default -> {}
      }
    }
    in.close();
    if (last == null) {
      throw new XMLStreamException("no element");
    }
    return last;
  }

  static String write(Node root) throws XMLStreamException {
    StringWriter text = new StringWriter();
    XMLStreamWriter out = Writing.OUT.createXMLStreamWriter(text);
    write(root, out);
    out.close();
    return text.toString();
  }

  private static void write(Node node, XMLStreamWriter out) throws XMLStreamException {
    out.writeStartElement(node.prefix(), node.name(), node.namespace());
    for (int i = 0; i < node.attributes().length; i += 2) {
      out.writeAttribute(node.attributes()[i], node.attributes()[i + 1]);
    }
    for (Object content : node.content()) {
      if (content instanceof Node child) {
        write(child, out);
      } else {
        out.writeCharacters((String) content);
      }
    }
    out.writeEndElement();
  }
}
