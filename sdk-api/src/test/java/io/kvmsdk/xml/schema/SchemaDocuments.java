package io.kvmsdk.xml.schema;

import com.github.curiousoddman.rgxgen.RgxGen;
import com.github.curiousoddman.rgxgen.config.RgxGenOption;
import com.github.curiousoddman.rgxgen.config.RgxGenProperties;
import io.kvmsdk.xml.XmlElement;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/**
 * Makes documents that a schema allows, the rarest choice first: after some hundreds of documents
 * every element, attribute and word of the schema has stood in one.
 */
public final class SchemaDocuments {

  /** From how many elements in each other on as little as can be is made. */
  private static final int DEEP = 8;

  private static final List<String> TEXTS =
      List.of("text", "a & b <c> 'd' \"e\"", "Größe 数", "x y", "0x", "-", "a,b=c", "1a");

  /** Patterns that say no more than that there is a number, whose bounds the type says. */
  private static final List<String> NUMBERS = List.of("[0-9]+", "-?[0-9]+", "(-|\\+)?[0-9]+");

  private final Pattern start;
  private final Map<Pattern, int[]> taken = new IdentityHashMap<>();
  private final Map<Pattern, Integer> depths = new IdentityHashMap<>();
  private final Map<String, RgxGen> expressions = new HashMap<>();
  private final Map<String, String> values;
  private Random random = new Random(0);

  /** Documents of that schema. */
  public SchemaDocuments(Path schema) {
    this(schema, Map.of());
  }

  /**
   * Documents of that schema.
   *
   * @param values what to write for a define by its name, or an attribute or element by {@code
   *     element/@attribute} or {@code element}, where the schema allows what has no meaning; {@code
   *     parent/element[2]} for an element of which no second one is to be made, and {@code
   *     parent/element[1]} for one that is to be there with this text
   */
  public SchemaDocuments(Path schema, Map<String, String> values) {
    this.start = SchemaGrammar.start(schema);
    this.values = values;
  }

  /** The next document. */
  public XmlElement next(Random source) {
    random = source;
    Content content = new Content("");
    make(start, content, 0);
    return (XmlElement) content.nodes.get(0);
  }

  private final class Content {
    final String name;
    final List<Object> nodes = new ArrayList<>();
    final Map<String, String> attributes = new HashMap<>();
    final StringBuilder text = new StringBuilder();

    Content(String name) {
      this.name = name;
    }

    boolean has(String element) {
      return nodes.stream().anyMatch(n -> n instanceof XmlElement e && e.name().equals(element));
    }
  }

  private void make(Pattern pattern, Content to, int depth) {
    if (pattern instanceof Pattern.Element element) {
      if (values.containsKey(to.name + "/" + element.name() + "[2]") && to.has(element.name())) {
        return;
      }
      Content inner = new Content(element.name());
      String fixed = values.get(element.name());
      make(element.content(), inner, depth + 1);
      to.nodes.add(built(element, inner, fixed));
    } else if (pattern instanceof Pattern.Attribute attribute) {
      Content inner = new Content(to.name + "/@" + attribute.name());
      make(attribute.content(), inner, depth);
      String fixed = values.get(inner.name);
      to.attributes.put(attribute.name(), fixed != null ? fixed : inner.text.toString());
    } else if (pattern instanceof Pattern.Ref ref) {
      String fixed = values.get(ref.name);
      if (fixed != null) {
        to.text.append(fixed);
      } else {
        make(ref.target(), to, depth);
      }
    } else if (pattern instanceof Pattern.Choice choice) {
      make(choice.arms().get(rarest(choice, choice.arms(), depth)), to, depth);
    } else if (pattern instanceof Pattern.Group group) {
      List<Pattern> parts = new ArrayList<>(group.parts());
      if (group.anyOrder()) {
        Collections.shuffle(parts, random);
      }
      parts.forEach(part -> make(part, to, depth));
    } else if (pattern instanceof Pattern.Many many) {
      int count = many.least();
      if (possible(many.of(), depth)) {
        // Most of what there can be many of stands high up: the devices of a domain.
        count += depth > DEEP ? 0 : random.nextInt(depth < 3 ? 8 : 3);
      }
      for (int i = 0; i < count; i++) {
        make(many.of(), to, depth);
      }
    } else if (pattern instanceof Pattern.Word word) {
      to.text.append(word.text());
    } else if (pattern instanceof Pattern.Data data) {
      to.text.append(value(data));
    } else if (pattern instanceof Pattern.Text) {
      to.text.append(TEXTS.get(random.nextInt(TEXTS.size())));
    } else if (pattern instanceof Pattern.Anything) {
      to.nodes.add(
          XmlElement.of("any", "urn:any:" + random.nextInt(1000), "thing")
              .withAttribute("a", "b")
              .withChild(XmlElement.of("inner").withText("text")));
    }
  }

  private XmlElement built(Pattern.Element element, Content inner, @Nullable String fixed) {
    XmlElement made =
        element.namespace().isEmpty()
            ? XmlElement.of(element.name())
            : XmlElement.of("n", element.namespace(), element.name());
    for (Map.Entry<String, String> attribute : inner.attributes.entrySet()) {
      made = made.withAttribute(attribute.getKey(), attribute.getValue());
    }
    String text = fixed != null && inner.nodes.isEmpty() ? fixed : inner.text.toString();
    if (!text.isEmpty()) {
      made = made.withText(text);
    }
    for (Object node : inner.nodes) {
      made = made.withChild((XmlElement) node);
    }
    for (Map.Entry<String, String> value : values.entrySet()) {
      String[] wanted = value.getKey().split("[/\\[]");
      if (value.getKey().endsWith("[1]")
          && wanted[0].equals(element.name())
          && !inner.has(wanted[1])) {
        made = made.withChild(XmlElement.of(wanted[1]).withText(value.getValue()));
      }
    }
    return made;
  }

  /** The arm that was taken least often; deep down, the one that ends soonest. */
  private int rarest(Pattern.Choice choice, List<Pattern> arms, int depth) {
    int[] counts = taken.computeIfAbsent(choice, c -> new int[arms.size()]);
    int found = -1;
    double best = 0;
    for (int i = 0; i < arms.size(); i++) {
      if (!possible(arms.get(i), depth)) {
        continue;
      }
      double cost = counts[i] + random.nextDouble();
      if (depth > DEEP) {
        cost = depth(arms.get(i), 0) + random.nextDouble() / 2;
      }
      if (found < 0 || cost < best) {
        found = i;
        best = cost;
      }
    }
    if (found < 0) {
      throw new IllegalStateException("a choice with nothing to choose");
    }
    counts[found]++;
    return found;
  }

  private boolean possible(Pattern pattern, int depth) {
    return depth(pattern, 0) < 1000;
  }

  /** How deep what is made of a pattern is at least; 1000 if nothing can be made of it. */
  private int depth(Pattern pattern, int level) {
    Integer known = depths.get(pattern);
    if (known != null) {
      return known;
    }
    if (level > 60) {
      return 1000;
    }
    int depth;
    if (pattern instanceof Pattern.Element element) {
      depth = 1 + depth(element.content(), level + 1);
    } else if (pattern instanceof Pattern.Attribute attribute) {
      depth = depth(attribute.content(), level + 1);
    } else if (pattern instanceof Pattern.Ref ref) {
      depth = depth(ref.target(), level + 1);
    } else if (pattern instanceof Pattern.Choice choice) {
      depth = choice.arms().stream().mapToInt(a -> depth(a, level + 1)).min().orElse(1000);
    } else if (pattern instanceof Pattern.Group group) {
      depth = group.parts().stream().mapToInt(p -> depth(p, level + 1)).max().orElse(0);
    } else if (pattern instanceof Pattern.Many many) {
      depth = many.least() == 0 ? 0 : depth(many.of(), level + 1);
    } else {
      depth = pattern instanceof Pattern.Impossible ? 1000 : 0;
    }
    depth = Math.min(depth, 1000);
    if (level == 0) {
      depths.put(pattern, depth);
    }
    return depth;
  }

  private String value(Pattern.Data data) {
    boolean text = data.type().equals("string");
    if (!data.patterns().isEmpty() && (text || !NUMBERS.contains(data.patterns().get(0)))) {
      return expressions
          .computeIfAbsent(data.patterns().get(0), SchemaDocuments::expression)
          .generate(random);
    }
    return switch (data.type()) {
      case "string", "NCName" -> data.type().equals("NCName") ? "name" : text();
      case "anyURI" -> "http://example.org/x";
      case "dateTime" -> "2026-01-02T03:04:05";
      case "double" -> "1.5";
      default -> Long.toString(number(data));
    };
  }

  private String text() {
    return TEXTS.get(random.nextInt(TEXTS.size()));
  }

  private long number(Pattern.Data data) {
    long bits =
        switch (data.type()) {
          case "unsignedShort" -> 65535;
          case "short" -> 32767;
          case "long", "unsignedLong" -> 1L << 40;
          default -> Integer.MAX_VALUE;
        };
    long least = data.least() != null ? Long.parseLong(data.least()) : 0;
    long most = data.most() != null ? Math.min(bits, Long.parseLong(data.most())) : bits;
    if (data.type().startsWith("positive")) {
      least = Math.max(least, 1);
    }
    return switch (random.nextInt(4)) {
      case 0 -> least;
      case 1 -> most;
      default -> least + (long) (random.nextDouble() * Math.min(most - least, 100));
    };
  }

  private static RgxGen expression(String pattern) {
    RgxGenProperties properties = new RgxGenProperties();
    RgxGenOption.INFINITE_PATTERN_REPETITION.setInProperties(properties, 6);
    // A dollar is itself to XML Schema. Hexadecimal digits without 0x are no number to libvirt.
    String java = pattern.replace("$", "\\$").replace("(0x)?[", "0x[");
    return RgxGen.parse(properties, java);
  }
}
