package io.kvmsdk.xml;

import java.io.StringReader;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import javax.xml.parsers.DocumentBuilderFactory;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Attr;
import org.w3c.dom.CDATASection;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.Text;
import org.xml.sax.InputSource;

/**
 * Compares two documents by meaning, read with the JDK's own parser so that it does not share a
 * mistake with what it judges. Ignored: comments, processing instructions, white space around text,
 * the order of attributes and of siblings of different names, the spelling of numbers and units.
 */
public final class XmlMeaning {

  private static final Pattern HEXADECIMAL = Pattern.compile("0[xX][0-9a-fA-F]+");
  private static final Pattern DECIMAL = Pattern.compile("-?\\d+");
  private static final Pattern AMOUNT = Pattern.compile("\\d+");
  private static final Set<String> IN_KIB =
      Set.of(
          "memory",
          "currentMemory",
          "maxMemory",
          "hard_limit",
          "soft_limit",
          "min_guarantee",
          "swap_hard_limit",
          "pagesize",
          "alignsize",
          "block",
          "requested",
          "current");

  private static final DocumentBuilderFactory FACTORY = DocumentBuilderFactory.newInstance();

  static {
    FACTORY.setNamespaceAware(true);
    // JDK 24 and later stop at 100 levels; the reader under test goes deeper.
    FACTORY.setAttribute("jdk.xml.maxElementDepth", "0");
  }

  private final List<String> differences = new ArrayList<>();

  private XmlMeaning() {}

  /** What differs, a line each; empty if the documents mean the same. */
  public static List<String> differences(String a, String b) {
    XmlMeaning judge = new XmlMeaning();
    judge.compare(Canonical.of(root(a)), Canonical.of(root(b)), "");
    return judge.differences;
  }

  private static Element root(String xml) {
    try {
      return FACTORY
          .newDocumentBuilder()
          .parse(new InputSource(new StringReader(xml)))
          .getDocumentElement();
    } catch (Exception e) {
      throw new AssertionError("not well-formed: " + e.getMessage() + "\n" + xml, e);
    }
  }

  private void compare(Canonical a, Canonical b, String path) {
    String here = path + "/" + a.name;
    if (!a.name.equals(b.name)) {
      differences.add(here + ": element became " + b.name);
      return;
    }
    Set<String> names = new TreeSet<>(a.attributes.keySet());
    names.addAll(b.attributes.keySet());
    for (String name : names) {
      String was = a.attributes.get(name);
      String is = b.attributes.get(name);
      if (!Objects.equals(was, is)) {
        differences.add(here + "@" + name + ": " + was + " became " + is);
      }
    }
    if (!a.text.equals(b.text)) {
      differences.add(here + ": text '" + a.text + "' became '" + b.text + "'");
    }
    Set<String> tags = new TreeSet<>(a.children.keySet());
    tags.addAll(b.children.keySet());
    for (String tag : tags) {
      List<Canonical> xs = a.children.getOrDefault(tag, List.of());
      List<Canonical> ys = b.children.getOrDefault(tag, List.of());
      if (xs.size() != ys.size()) {
        differences.add(here + "/" + tag + ": " + xs.size() + " became " + ys.size());
      }
      for (int i = 0; i < Math.min(xs.size(), ys.size()); i++) {
        compare(xs.get(i), ys.get(i), here);
      }
    }
  }

  private static String number(String text) {
    String stripped = text.strip();
    if (HEXADECIMAL.matcher(stripped).matches()) {
      return new BigInteger(stripped.substring(2), 16).toString();
    }
    return DECIMAL.matcher(stripped).matches() ? new BigInteger(stripped).toString() : stripped;
  }

  /** Null for no unit of libvirt's. */
  private static @Nullable BigInteger factor(String unit) {
    String lower = unit.toLowerCase(Locale.ROOT);
    if (Set.of("b", "byte", "bytes").contains(lower)) {
      return BigInteger.ONE;
    }
    int power = lower.isEmpty() ? 0 : "kmgtpe".indexOf(lower.charAt(0)) + 1;
    String rest = lower.isEmpty() ? "" : lower.substring(1);
    if (power == 0 || !Set.of("", "ib", "b").contains(rest)) {
      return null;
    }
    return BigInteger.valueOf(rest.equals("b") ? 1000 : 1024).pow(power);
  }

  private record Canonical(
      String name,
      Map<String, String> attributes,
      String text,
      Map<String, List<Canonical>> children) {

    static Canonical of(Element element) {
      Map<String, String> attributes = new TreeMap<>();
      for (int i = 0; i < element.getAttributes().getLength(); i++) {
        Attr attribute = (Attr) element.getAttributes().item(i);
        if (!"http://www.w3.org/2000/xmlns/".equals(attribute.getNamespaceURI())) {
          attributes.put(name(attribute), number(attribute.getValue()));
        }
      }
      StringBuilder leading = new StringBuilder();
      Map<String, List<Canonical>> children = new TreeMap<>();
      for (Node node = element.getFirstChild(); node != null; node = node.getNextSibling()) {
        if (node instanceof Element child) {
          children.computeIfAbsent(name(child), k -> new ArrayList<>()).add(of(child));
        } else if (children.isEmpty() && (node instanceof Text || node instanceof CDATASection)) {
          leading.append(node.getNodeValue());
        }
      }
      String text = number(leading.toString());
      String unit = attributes.get("unit");
      BigInteger factor =
          unit != null ? factor(unit) : isInKib(element) ? BigInteger.valueOf(1024) : null;
      if (factor != null && AMOUNT.matcher(text).matches()) {
        attributes.remove("unit");
        text = new BigInteger(text).multiply(factor) + " bytes";
      }
      return new Canonical(name(element), attributes, text, children);
    }

    private static boolean isInKib(Element element) {
      boolean ofMemory =
          element.getLocalName().equals("size")
              && Set.of("target", "label").contains(element.getParentNode().getLocalName());
      return ofMemory || IN_KIB.contains(element.getLocalName());
    }

    private static String name(Node node) {
      return node.getNamespaceURI() == null
          ? node.getLocalName()
          : "{" + node.getNamespaceURI() + "}" + node.getLocalName();
    }
  }
}
