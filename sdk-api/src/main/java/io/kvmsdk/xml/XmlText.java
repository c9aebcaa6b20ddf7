package io.kvmsdk.xml;

import io.kvmsdk.error.InvalidDefinitionException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** What XML allows in names and texts, and how texts are escaped. */
final class XmlText {

  private static final int LONGEST_SHOWN = 200;

  private XmlText() {}

  /** A name without colon, by the grammar of Namespaces in XML 1.0. */
  static boolean isName(String name) {
    if (name.isEmpty() || !isNameStart(name.codePointAt(0))) {
      return false;
    }
    for (int i = 0; i < name.length(); i += Character.charCount(name.codePointAt(i))) {
      int c = name.codePointAt(i);
      if (!isNameStart(c) && !isNamePart(c)) {
        return false;
      }
    }
    return true;
  }

  private static boolean isNameStart(int c) {
    return (c >= 'a' && c <= 'z')
        || (c >= 'A' && c <= 'Z')
        || c == '_'
        || (c >= 0xC0 && c <= 0x2FF && c != 0xD7 && c != 0xF7)
        || (c >= 0x370 && c <= 0x1FFF && c != 0x37E)
        || (c >= 0x200C && c <= 0x200D)
        || (c >= 0x2070 && c <= 0x218F)
        || (c >= 0x2C00 && c <= 0x2FEF)
        || (c >= 0x3001 && c <= 0xD7FF)
        || (c >= 0xF900 && c <= 0xFDCF)
        || (c >= 0xFDF0 && c <= 0xFFFD)
        || (c >= 0x10000 && c <= 0xEFFFF);
  }

  private static boolean isNamePart(int c) {
    return (c >= '0' && c <= '9')
        || c == '-'
        || c == '.'
        || c == 0xB7
        || (c >= 0x300 && c <= 0x36F)
        || (c >= 0x203F && c <= 0x2040);
  }

  /** The text of a document in UTF-8, with or without a mark of that at its beginning. */
  static String decoded(byte[] utf8) {
    if (utf8.length > 4 * XmlParser.MAX_CHARACTERS) {
      throw new InvalidDefinitionException(
          "", utf8.length + " bytes", "at most " + XmlParser.MAX_CHARACTERS + " characters");
    }
    ByteBuffer in = ByteBuffer.wrap(utf8);
    CharBuffer out = CharBuffer.allocate(utf8.length);
    CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
    CoderResult end = decoder.decode(in, out, true);
    if (end.isError()) {
      throw new InvalidDefinitionException(
          "byte " + in.position(),
          String.format("0x%02x", utf8[in.position()]),
          "a document in UTF-8");
    }
    String text = out.flip().toString();
    return text.startsWith("\uFEFF") ? text.substring(1) : text;
  }

  /** Whether there is nothing but what XML calls white space. */
  static boolean isSpace(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c != ' ' && c != '\n' && c != '\t' && c != '\r') {
        return false;
      }
    }
    return true;
  }

  /** Whether it is a UUID as {@link java.util.UUID} prints one. */
  static boolean isUuid(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean hyphen = i == 8 || i == 13 || i == 18 || i == 23;
      if (hyphen ? c != '-' : (c < '0' || c > '9') && (c < 'a' || c > 'f')) {
        return false;
      }
    }
    return text.length() == 36;
  }

  /** The text, or as much of it as a message can hold. */
  static String clipped(String text) {
    return text.length() <= LONGEST_SHOWN ? text : text.substring(0, LONGEST_SHOWN) + "...";
  }

  /** Refuses characters that XML 1.0 has no way to write. */
  static void check(String path, String text) {
    for (int i = 0; i < text.length(); i++) {
      if (!isAllowed(text, i)) {
        throw new InvalidDefinitionException(
            path,
            String.format("a text with the character U+%04X", (int) text.charAt(i)),
            "characters that XML allows");
      }
    }
  }

  private static boolean isAllowed(String text, int i) {
    char c = text.charAt(i);
    if (c < 0x20) {
      return c == '\t' || c == '\n' || c == '\r';
    }
    if (Character.isHighSurrogate(c)) {
      return i + 1 < text.length() && Character.isLowSurrogate(text.charAt(i + 1));
    }
    if (Character.isLowSurrogate(c)) {
      return i > 0 && Character.isHighSurrogate(text.charAt(i - 1));
    }
    return c != 0xFFFE && c != 0xFFFF;
  }

  /** Appends {@code text} so that a parser gives it back exactly. */
  static void escape(String path, String text, boolean attribute, StringBuilder to) {
    int done = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c > '>' && c < 0xD800) {
        continue;
      }
      String replacement =
          switch (c) {
            case '&' -> "&amp;";
            case '<' -> "&lt;";
            case '>' -> "&gt;";
            case '\'' -> attribute ? "&apos;" : "";
            case '\r' -> "&#13;";
            case '\n' -> attribute ? "&#10;" : "";
            case '\t' -> attribute ? "&#9;" : "";
            default -> "";
          };
      if (!replacement.isEmpty()) {
        to.append(text, done, i).append(replacement);
        done = i + 1;
      } else if ((c < 0x20 || c >= 0xD800) && !isAllowed(text, i)) {
        check(path, text);
      }
    }
    to.append(text, done, text.length());
  }

  /** The pairs with one set, in place where the name is there, else at the end. */
  static Object[] with(Object[] attributes, Object name, String value) {
    for (int i = 0; i < attributes.length; i += 2) {
      if (attributes[i].equals(name)) {
        Object[] changed = attributes.clone();
        changed[i + 1] = value;
        return changed;
      }
    }
    Object[] longer = Arrays.copyOf(attributes, attributes.length + 2);
    longer[attributes.length] = name;
    longer[attributes.length + 1] = value;
    return longer;
  }

  /** All the text among the nodes. */
  static String joined(Object[] nodes) {
    if (nodes.length == 0) {
      return "";
    }
    if (nodes.length == 1 && nodes[0] instanceof String only) {
      return only;
    }
    StringBuilder text = new StringBuilder();
    for (Object node : nodes) {
      if (node instanceof String piece) {
        text.append(piece);
      }
    }
    return text.toString();
  }

  static Object[] append(Object[] nodes, Object node) {
    Object[] longer = Arrays.copyOf(nodes, nodes.length + 1);
    longer[nodes.length] = node;
    return longer;
  }

  /** Whether two lists of pairs say the same, in whatever order; names are distinct in each. */
  static boolean sameAttributes(Object[] a, Object[] b) {
    if (a.length != b.length) {
      return false;
    }
    for (int i = 0; i < a.length; i += 2) {
      if (!hasPair(b, a[i], a[i + 1])) {
        return false;
      }
    }
    return true;
  }

  private static boolean hasPair(Object[] attributes, Object name, Object value) {
    for (int i = 0; i < attributes.length; i += 2) {
      if (attributes[i].equals(name)) {
        return attributes[i + 1].equals(value);
      }
    }
    return false;
  }
}
