package io.kvmsdk.xml.schema;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a part of a document may look like, as RELAX NG says it. */
sealed interface Pattern {

  /** An element of that name. */
  record Element(String namespace, String name, Pattern content) implements Pattern {}

  /** An attribute of that name. */
  record Attribute(String name, Pattern content) implements Pattern {}

  /** Any element, with anything in it. */
  record Anything() implements Pattern {}

  /** One of these. */
  record Choice(List<Pattern> arms) implements Pattern {}

  /** All of these; where the order is free, in any order. */
  record Group(List<Pattern> parts, boolean anyOrder) implements Pattern {}

  /** So many of it, at least 0 or 1. */
  record Many(Pattern of, int least) implements Pattern {}

  /** That word. */
  record Word(String text) implements Pattern {}

  /** A value of a datatype of XML Schema. */
  record Data(String type, List<String> patterns, @Nullable String least, @Nullable String most)
      implements Pattern {}

  /** Any text. */
  record Text() implements Pattern {}

  /** Nothing that could be. */
  record Impossible() implements Pattern {}

  /** What the grammar defines under that name. */
  final class Ref implements Pattern {
    final String name;
    private final Map<String, Pattern> defines;

    Ref(String name, Map<String, Pattern> defines) {
      this.name = name;
      this.defines = defines;
    }

    Pattern target() {
      Pattern found = defines.get(name);
      if (found == null) {
        throw new IllegalStateException("no define " + name);
      }
      return found;
    }
  }
}
