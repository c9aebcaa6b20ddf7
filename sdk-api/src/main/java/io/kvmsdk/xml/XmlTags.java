package io.kvmsdk.xml;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Writes tags, attributes and texts, and with each element what is in its extras. */
abstract class XmlTags {

  private enum State {
    /** Begun, but to be written only when there is something in it. */
    PENDING,
    /** Its start tag is open for attributes. */
    TAG,
    /** Something stands between its tags. */
    CONTENT,
    /** Text stands between its tags, so that no white space may be added. */
    TEXT,
    /** The same, and the text is the value's own, instead of what is in the extras. */
    OWN_TEXT,
    /** The same, and what is in the extras stands among it. */
    ALL
  }

  private final StringBuilder to = new StringBuilder(2048);
  private final XmlScope scope = new XmlScope();
  private String[] names = new String[8];
  private Extras[] extras = new Extras[8];
  private State[] states = new State[8];
  private @Nullable String[] namespaces = new String[8];
  private @Nullable String[] replaced = new String[8];
  private int[] scopes = new int[8];
  private int depth;

  XmlTags() {}

  /** Begins an element that is written in any case. */
  public void begin(String name, Extras of) {
    push(name, of);
    openTag();
  }

  /**
   * Begins an element in a namespace, which is written in any case.
   *
   * @param prefix what to write it with, unless the document has another prefix for it
   */
  public void begin(String prefix, String namespace, String name, Extras of) {
    push(prefix + ":" + name, of);
    namespaces[depth - 1] = namespace;
    openTag();
  }

  /** Begins an element that is written if it comes to hold anything, or stood there empty. */
  public void beginIfAny(String name, Extras of) {
    push(name, of);
    openIfAny(of);
  }

  private void openIfAny(Extras of) {
    if (!of.isEmpty() || of == Extras.PRESENT || of.declared != null) {
      openTag();
    }
  }

  /** Begins an element that belongs to the current one; it is written if it holds anything. */
  public void beginPart(String name) {
    beginIfAny(name, inner(name));
  }

  /** Begins an element in a namespace that belongs to the current one; written like the other. */
  public void beginPart(String prefix, String namespace, String name) {
    Extras of = inner(name);
    push(prefix + ":" + name, of);
    namespaces[depth - 1] = namespace;
    openIfAny(of);
  }

  /** What is in the extras of the current element of a part of it. */
  final Extras inner(String part) {
    Extras inner = extras[depth - 1].inner(part);
    return inner == null ? Extras.NONE : inner;
  }

  /** The name of the current element. */
  final String current() {
    return names[depth - 1];
  }

  /** Writes an attribute of the current element. */
  public void attr(String name, String value) {
    openTag();
    if (states[depth - 1] != State.TAG) {
      throw new IllegalStateException("attribute " + name + " after the content of its element");
    }
    Extras of = extras[depth - 1];
    if (of.attributes.length > 0 && of.attribute(name).isPresent()) {
      String known = replaced[depth - 1];
      replaced[depth - 1] = (known == null ? " " : known) + name + " ";
    }
    String spelled = of.spellings == null ? value : of.spelled(name, value);
    if (!spelled.equals(Extras.UNWRITTEN)) {
      writeAttribute(name, spelled);
    }
  }

  /** Writes the text of the current element. */
  public void text(String value) {
    openTag();
    int at = depth - 1;
    Extras of = extras[at];
    String spelled = of.spellings == null ? value : of.spelled("", value);
    closeTag(at);
    if (XmlText.joined(of.content).equals(spelled) && !spelled.isEmpty()) {
      states[at] = State.TEXT; // an indentation would be a part of it
      writeContent(of.content);
      states[at] = State.ALL;
    } else {
      XmlText.escape(names[at], spelled, false, to);
      states[at] = State.OWN_TEXT;
    }
  }

  /** Ends the current element, behind what is in its extras. */
  public void end() {
    int at = depth - 1;
    Extras of = extras[at];
    if (states[at] != State.PENDING) {
      if (of.content.length > 0 && states[at] != State.ALL) {
        closeTag(at);
        writeContent(states[at] == State.OWN_TEXT ? of.elements().toArray() : of.content);
      }
      writeEnd(at);
    }
    pop();
  }

  /** Writes an element as it stands. */
  public void raw(XmlElement element) {
    push(
        element.prefix.isEmpty() ? element.name : element.prefix + ":" + element.name, Extras.NONE);
    openTag();
    int at = depth - 1;
    scope.declare(element.declared, to);
    scope.bind(element.prefix, element.namespace, to);
    for (int i = 0; i < element.attributes.length; i += 2) {
      writeAttribute(attributeName(element.attributes[i]), (String) element.attributes[i + 1]);
    }
    if (element.content.length > 0) {
      closeTag(at);
      for (Object node : element.content) {
        if (node instanceof String) {
          states[at] = State.TEXT;
        }
      }
      writeContent(element.content);
    }
    writeEnd(at);
    pop();
  }

  private void pop() {
    depth--;
    scope.leave(scopes[depth]);
  }

  /** The document. */
  @Override
  public String toString() {
    return to.toString();
  }

  private void push(String name, Extras of) {
    if (depth == names.length) {
      names = Arrays.copyOf(names, 2 * depth);
      extras = Arrays.copyOf(extras, 2 * depth);
      states = Arrays.copyOf(states, 2 * depth);
      namespaces = Arrays.copyOf(namespaces, 2 * depth);
      replaced = Arrays.copyOf(replaced, 2 * depth);
      scopes = Arrays.copyOf(scopes, 2 * depth);
    }
    names[depth] = name;
    extras[depth] = of;
    states[depth] = State.PENDING;
    namespaces[depth] = null;
    replaced[depth] = null;
    scopes[depth] = scope.size();
    depth++;
  }

  /** Writes the start tags, all but their ends, of the current element and those around it. */
  final void openTag() {
    int first = depth;
    while (first > 0 && states[first - 1] == State.PENDING) {
      first--;
    }
    for (int at = first; at < depth; at++) {
      if (at > 0) {
        closeTag(at - 1);
      }
      if (at == 0 || states[at - 1] == State.CONTENT) {
        indent(at);
      }
      String namespace = namespaces[at];
      if (namespace != null) {
        names[at] = scope.element(names[at], namespace, extras[at].declared);
      }
      to.append('<').append(names[at]);
      states[at] = State.TAG;
      if (extras[at].declared != null) {
        scope.declare(extras[at].declared, to);
      }
      if (namespace != null) {
        int colon = names[at].indexOf(':');
        scope.bind(colon < 0 ? "" : names[at].substring(0, colon), namespace, to);
      }
    }
  }

  private void closeTag(int at) {
    if (states[at] != State.TAG) {
      return;
    }
    Extras of = extras[at];
    String known = replaced[at];
    for (int i = 0; i < of.attributes.length; i += 2) {
      if (known == null || !known.contains(" " + of.attributes[i] + " ")) {
        writeAttribute(attributeName(of.attributes[i]), (String) of.attributes[i + 1]);
      }
    }
    to.append('>');
    states[at] = State.CONTENT;
    if (!of.text.isEmpty()) {
      XmlText.escape(names[at], of.text, false, to);
      states[at] = State.TEXT;
    }
  }

  private void writeEnd(int at) {
    if (states[at] == State.TAG) {
      closeTag(at);
      if (states[at] == State.CONTENT) {
        to.setCharAt(to.length() - 1, '/');
        to.append('>');
        return;
      }
    }
    if (states[at] == State.CONTENT) {
      indent(at);
    }
    to.append("</").append(names[at]).append('>');
  }

  private void writeContent(Object[] content) {
    for (Object node : content) {
      if (node instanceof XmlElement element) {
        raw(element);
      } else {
        XmlText.escape(names[depth - 1], (String) node, false, to);
        states[depth - 1] = State.TEXT;
      }
    }
  }

  private String attributeName(Object name) {
    return name instanceof XmlName qualified ? scope.attribute(qualified, to) : (String) name;
  }

  private void writeAttribute(String name, String value) {
    to.append(' ').append(name).append("='");
    XmlText.escape(name, value, true, to);
    to.append('\'');
  }

  private void indent(int levels) {
    if (to.length() > 0) {
      to.append('\n');
    }
    for (int i = 0; i < levels; i++) {
      to.append("  ");
    }
  }
}
