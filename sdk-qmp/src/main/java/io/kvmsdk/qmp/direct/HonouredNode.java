package io.kvmsdk.qmp.direct;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * An element of {@link Honoured}'s list; also an attribute, whose name begins with {@code @}, or an
 * element's {@code text}.
 */
final class HonouredNode {

  private static final Pattern NUMBER = Pattern.compile("-?\\d+|0[xX][0-9a-fA-F]+");
  private static final String INT = "#";
  private static final String LONG = "##";
  private static final Pattern COMMENT = Pattern.compile("^#.*|(^|\\s)--\\s.*");

  private final Map<String, HonouredNode> children = new HashMap<>();
  private List<String> values = List.of();
  private boolean anything;
  private @Nullable String reason;
  private String remedy = Refusal.USE_LIBVIRT;

  private HonouredNode() {}

  static HonouredNode read(String resource) {
    try (InputStream in = HonouredNode.class.getResourceAsStream(resource)) {
      if (in == null) {
        throw new IllegalStateException(resource + " is missing beside the classes");
      }
      return parse(new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Reads a list; its form is told in {@code honoured.txt}. */
  static HonouredNode parse(List<String> lines) {
    HonouredNode root = new HonouredNode();
    List<HonouredNode> open = new ArrayList<>(List.of(root));
    Map<String, String> words = new HashMap<>();
    for (String line : lines) {
      String entry = COMMENT.matcher(line).replaceFirst("").stripTrailing();
      if (entry.startsWith("%")) {
        String[] definition = entry.split(" = ", 2);
        words.put(definition[0], definition[1]);
      } else if (!entry.isBlank()) {
        int depth = (entry.length() - entry.stripLeading().length()) / 2;
        HonouredNode added = open.get(depth).add(expand(entry.strip(), words));
        open.subList(depth + 1, open.size()).clear();
        open.add(added);
      }
    }
    return root;
  }

  private static String expand(String entry, Map<String, String> words) {
    String expanded = entry;
    for (Map.Entry<String, String> word : words.entrySet()) {
      expanded = expanded.replace(word.getKey(), word.getValue());
    }
    return expanded;
  }

  private HonouredNode add(String entry) {
    String[] refusal = entry.split(" ! ", 2);
    String[] words = refusal[0].split(" +");
    HonouredNode node = new HonouredNode();
    if (refusal.length > 1) {
      String[] why = refusal[1].split("; ", 2);
      node.reason = why[0];
      node.remedy = why.length > 1 ? why[1] : Refusal.USE_LIBVIRT;
    } else if (words[0].startsWith("@")) {
      addValues(words, 0);
      return this;
    } else if (words.length > 1 && words[1].equals("recursive")) {
      node = this;
    } else {
      node.addValues(words, 1);
    }
    for (String name : words[0].split(",")) {
      children.put(name, node);
    }
    return node;
  }

  private void addValues(String[] words, int from) {
    for (int i = from; i < words.length; i++) {
      String[] parts = words[i].split("=", 2);
      if (parts[0].equals("any")) {
        anything = true;
      } else {
        HonouredNode value = new HonouredNode();
        value.values = parts.length > 1 ? List.of(parts[1].split("\\|")) : List.of();
        children.put(parts[0], value);
      }
    }
  }

  @Nullable HonouredNode child(String name) {
    return children.get(name);
  }

  HonouredNode descendant(String... names) {
    HonouredNode node = this;
    for (String name : names) {
      HonouredNode child = node.children.get(name);
      if (child == null) {
        throw new IllegalStateException("the list has no " + String.join("/", names));
      }
      node = child;
    }
    return node;
  }

  boolean takesAnything() {
    return anything;
  }

  void refuseIfRefused(String path) {
    if (reason != null) {
      throw Refusal.unsupported(path, reason, remedy);
    }
  }

  /** Refuses a value that is none of those known; which it is may be a secret where none are. */
  void checkValue(String value, String path) {
    for (String known : values) {
      if (known.startsWith(INT) ? isNumber(value, known) : known.equals(value)) {
        return;
      }
    }
    if (values.size() == 1 && values.get(0).startsWith(INT)) {
      throw Refusal.invalid(path, value, "a whole number");
    }
    if (!values.isEmpty()) {
      throw Refusal.unknown(path, value, String.join(" or ", values));
    }
  }

  /** Whether it is a number that the model has a value for; of a greater one nobody would know. */
  private static boolean isNumber(String value, String known) {
    if (!NUMBER.matcher(value).matches()) {
      return false;
    }
    try {
      long number = Long.parseLong(value.replaceFirst("^0[xX]", ""), isHex(value) ? 16 : 10);
      return known.equals(LONG) || number == (int) number;
    } catch (NumberFormatException e) {
      return false;
    }
  }

  private static boolean isHex(String value) {
    return value.startsWith("0x") || value.startsWith("0X");
  }
}
