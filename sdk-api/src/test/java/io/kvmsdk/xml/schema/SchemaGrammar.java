package io.kvmsdk.xml.schema;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.xml.parsers.DocumentBuilderFactory;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/** Reads a RELAX NG schema in its XML form, with what it includes. */
final class SchemaGrammar {

  private final Map<String, Pattern> defines = new HashMap<>();
  private @Nullable Pattern start;

  private SchemaGrammar() {}

  /** What a document of that schema looks like. */
  static Pattern start(Path schema) {
    SchemaGrammar grammar = new SchemaGrammar();
    grammar.load(schema);
    return grammar.started();
  }

  private Pattern started() {
    if (start == null) {
      throw new IllegalStateException("a grammar without start");
    }
    return start;
  }

  private void load(Path schema) {
    try {
      DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
      factory.setNamespaceAware(true);
      members(schema, factory.newDocumentBuilder().parse(schema.toFile()).getDocumentElement());
    } catch (Exception e) {
      throw new IllegalStateException(schema.toString(), e);
    }
  }

  private void members(Path schema, Element grammar) {
    for (Element member : children(grammar)) {
      switch (member.getLocalName()) {
        case "include" -> {
          load(schema.resolveSibling(member.getAttribute("href")));
          for (Element override : children(member)) {
            defines.remove(override.getAttribute("name"));
          }
          members(schema, member);
        }
        case "start" -> start = group(schema, member, "", false);
        case "define" -> define(schema, member);
        default -> throw new IllegalStateException(member.getLocalName());
      }
    }
  }

  private void define(Path schema, Element member) {
    String name = member.getAttribute("name");
    Pattern made = group(schema, member, "", false);
    Pattern there = defines.get(name);
    if (there != null && member.getAttribute("combine").equals("choice")) {
      made = new Pattern.Choice(List.of(there, made));
    }
    defines.put(name, made);
  }

  private Pattern pattern(Path schema, Element e, String namespace) {
    String ns = e.hasAttribute("ns") ? e.getAttribute("ns") : namespace;
    return switch (e.getLocalName()) {
      case "element" -> element(schema, e, ns);
      case "attribute" -> attribute(schema, e);
      case "ref" -> new Pattern.Ref(e.getAttribute("name"), defines);
      case "choice" -> new Pattern.Choice(parts(schema, e, ns));
      case "optional" ->
          new Pattern.Choice(
              List.of(new Pattern.Group(List.of(), false), group(schema, e, ns, false)));
      case "zeroOrMore" -> new Pattern.Many(group(schema, e, ns, false), 0);
      case "oneOrMore" -> new Pattern.Many(group(schema, e, ns, false), 1);
      case "group" -> group(schema, e, ns, false);
      case "interleave" -> group(schema, e, ns, true);
      case "value" -> new Pattern.Word(e.getTextContent().strip());
      case "data" -> data(e);
      case "text" -> new Pattern.Text();
      case "empty" -> new Pattern.Group(List.of(), false);
      case "notAllowed" -> new Pattern.Impossible();
      case "grammar" -> nested(schema, e);
      default -> throw new IllegalStateException(e.getLocalName());
    };
  }

  private static Pattern nested(Path schema, Element e) {
    SchemaGrammar grammar = new SchemaGrammar();
    grammar.members(schema, e);
    return grammar.started();
  }

  private Pattern element(Path schema, Element e, String namespace) {
    if (!e.hasAttribute("name")) {
      return new Pattern.Anything();
    }
    String name = e.getAttribute("name");
    int colon = name.indexOf(':');
    String ns = colon < 0 ? namespace : e.lookupNamespaceURI(name.substring(0, colon));
    return new Pattern.Element(ns, name.substring(colon + 1), group(schema, e, ns, false));
  }

  private Pattern attribute(Path schema, Element e) {
    if (!e.hasAttribute("name")) {
      return new Pattern.Group(List.of(), false);
    }
    Pattern content = children(e).isEmpty() ? new Pattern.Text() : group(schema, e, "", false);
    return new Pattern.Attribute(e.getAttribute("name"), content);
  }

  private static Pattern data(Element e) {
    List<String> patterns = new ArrayList<>();
    String least = null;
    String most = null;
    for (Element param : children(e)) {
      if (!param.getLocalName().equals("param")) {
        continue;
      }
      switch (param.getAttribute("name")) {
        case "pattern" -> patterns.add(param.getTextContent());
        case "minInclusive" -> least = param.getTextContent();
        case "maxInclusive" -> most = param.getTextContent();
        default -> {
          // A length, within which all stays that is made here.
        }
      }
    }
    return new Pattern.Data(e.getAttribute("type"), List.copyOf(patterns), least, most);
  }

  private Pattern group(Path schema, Element e, String namespace, boolean anyOrder) {
    List<Pattern> parts = parts(schema, e, namespace);
    return parts.size() == 1 ? parts.get(0) : new Pattern.Group(parts, anyOrder);
  }

  private List<Pattern> parts(Path schema, Element e, String namespace) {
    List<Pattern> parts = new ArrayList<>();
    for (Element child : children(e)) {
      if (!child.getLocalName().endsWith("Name")) {
        parts.add(pattern(schema, child, namespace));
      }
    }
    return List.copyOf(parts);
  }

  private static List<Element> children(Element e) {
    List<Element> found = new ArrayList<>();
    for (Node node = e.getFirstChild(); node != null; node = node.getNextSibling()) {
      if (node instanceof Element child
          && "http://relaxng.org/ns/structure/1.0".equals(child.getNamespaceURI())) {
        found.add(child);
      }
    }
    return found;
  }
}
