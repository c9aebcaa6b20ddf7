package io.kvmsdk.xml;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;

/** Makes documents say what this library cannot know. */
public final class Mutations {

  private Mutations() {}

  /** An unknown attribute, one in a namespace, and two unknown elements in every element. */
  public static XmlElement withUnknownsEverywhere(XmlElement element) {
    XmlElement changed =
        everywhere(
            element,
            e ->
                e.withAttribute("zz-unknown", "1 < 2 & 'x'")
                    .withChild(XmlElement.of("zz-unknown").withAttribute("a", "b").withText(" t "))
                    .withChild(XmlElement.of("q", "urn:q", e.name()).withText("other")));
    XmlName qualified = new XmlName("w", "urn:w", "type");
    return everywhere(changed, e -> copy(e, XmlText.with(e.attributes, qualified, "v"), e.content));
  }

  /** An unknown element before whatever stands in each element, and one amid its text. */
  public static XmlElement withUnknownsBefore(XmlElement element) {
    XmlElement unknown = XmlElement.of("zz-unknown");
    return everywhere(
        element,
        e -> {
          List<Object> content = new ArrayList<>(List.of(unknown));
          for (Object node : e.content) {
            if (node instanceof String text && text.length() > 1) {
              content.add(text.substring(0, 1));
              content.add(unknown);
              content.add(text.substring(1));
            } else {
              content.add(node);
            }
          }
          return copy(e, e.attributes, content.toArray());
        });
  }

  /** Each child element at that depth twice. */
  public static XmlElement withChildrenTwice(XmlElement element, int depth) {
    List<Object> content = new ArrayList<>();
    for (Object node : element.content) {
      if (node instanceof XmlElement child) {
        content.add(depth == 0 ? child : withChildrenTwice(child, depth - 1));
        if (depth == 0) {
          content.add(child);
        }
      } else {
        content.add(node);
      }
    }
    return copy(element, element.attributes, content.toArray());
  }

  /** Text before the children of every element that has some. */
  public static XmlElement withTextEverywhere(XmlElement element) {
    return everywhere(
        element,
        e -> {
          boolean leaf = e.content.length == 0 || e.content[0] instanceof String;
          if (leaf) {
            return e;
          }
          Object[] content = new Object[e.content.length + 1];
          content[0] = "stray";
          System.arraycopy(e.content, 0, content, 1, e.content.length);
          return copy(e, e.attributes, content);
        });
  }

  /**
   * Other words for words, other forms for numbers, in every attribute.
   *
   * @param except attributes that keep what they say: {@code unit}, or {@code cell/@unit} for those
   *     of one element
   */
  public static XmlElement withUnknownValues(XmlElement element, List<String> except) {
    return everywhere(
        element,
        e -> {
          Object[] attributes = e.attributes.clone();
          for (int i = 0; i < attributes.length; i += 2) {
            if (!except.contains(attributes[i])
                && !except.contains(e.name + "/@" + attributes[i])) {
              String value = (String) attributes[i + 1];
              attributes[i + 1] = value.matches("-?[0-9].*") ? value + ".5e" : value + "-zz";
            }
          }
          return copy(e, attributes, e.content);
        });
  }

  /** One value in a document, and the document with another value there or without it. */
  public record Spot(String path, String value, XmlElement replaced, XmlElement removed) {}

  /** Every attribute, and every text of an element without children, with its path. */
  public static List<Spot> spots(XmlElement root, String other) {
    List<Spot> found = new ArrayList<>();
    collect(root, root.name, other, found, UnaryOperator.identity());
    return found;
  }

  private static void collect(
      XmlElement e, String path, String other, List<Spot> found, UnaryOperator<XmlElement> put) {
    for (int i = 0; i < e.attributes.length; i += 2) {
      if (e.attributes[i] instanceof String name) {
        Object[] replaced = e.attributes.clone();
        replaced[i + 1] = other;
        List<Object> removed = new ArrayList<>(List.of(e.attributes));
        removed.subList(i, i + 2).clear();
        found.add(
            new Spot(
                path + "/@" + name,
                (String) e.attributes[i + 1],
                put.apply(copy(e, replaced, e.content)),
                put.apply(copy(e, removed.toArray(), e.content))));
      }
    }
    if (e.content.length == 1 && e.content[0] instanceof String text) {
      found.add(
          new Spot(
              path,
              text,
              put.apply(copy(e, e.attributes, new Object[] {other})),
              put.apply(copy(e, e.attributes, new Object[0]))));
    }
    XmlIn in = e.reader(new XmlReading(Strictness.LENIENT, ""));
    for (int i = 0; i < e.content.length; i++) {
      if (e.content[i] instanceof XmlElement child) {
        int at = i;
        String step = XmlPath.of(in, (XmlIn) in.content[i]);
        UnaryOperator<XmlElement> inner =
            changed -> {
              Object[] content = e.content.clone();
              content[at] = changed;
              return put.apply(copy(e, e.attributes, content));
            };
        collect(child, path + "/" + step, other, found, inner);
      }
    }
  }

  /** How many levels there are. */
  public static int depth(XmlElement element) {
    return 1 + element.children().stream().mapToInt(Mutations::depth).max().orElse(0);
  }

  private static XmlElement everywhere(XmlElement element, UnaryOperator<XmlElement> change) {
    Object[] content =
        Arrays.stream(element.content)
            .map(n -> n instanceof XmlElement child ? everywhere(child, change) : n)
            .toArray();
    return change.apply(copy(element, element.attributes, content));
  }

  private static XmlElement copy(XmlElement element, Object[] attributes, Object[] content) {
    return new XmlElement(
        element.prefix,
        element.namespace,
        element.name,
        attributes,
        element.declared,
        content,
        element.offset);
  }
}
