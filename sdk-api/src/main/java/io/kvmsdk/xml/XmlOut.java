package io.kvmsdk.xml;

import io.kvmsdk.units.ByteSize;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Writes a document, indented by two as libvirt does.
 *
 * <p>An element is begun, given its attributes, then its content, and ended. What it has in its
 * {@link Extras} is written with it: attributes behind the known ones, unless they were set by now,
 * elements behind the known ones. For one thread, while a document is written.
 */
public final class XmlOut {

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
  private @Nullable String[] replaced = new String[8];
  private int[] scopes = new int[8];
  private int depth;

  XmlOut() {}

  /** Begins an element that is written in any case. */
  public void begin(String name, Extras of) {
    push(name, of);
    openTag();
  }

  /** Begins an element that is written if it comes to hold anything, or stood there empty. */
  public void beginIfAny(String name, Extras of) {
    push(name, of);
    if (!of.isEmpty() || of == Extras.PRESENT || of.declared != null) {
      openTag();
    }
  }

  /** Begins an element that belongs to the current one; it is written if it holds anything. */
  public void beginPart(String name) {
    Extras inner = extras[depth - 1].inner(name);
    beginIfAny(name, inner == null ? Extras.NONE : inner);
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

  /** Writes an attribute that is a number. */
  public void attr(String name, long value) {
    attr(name, Long.toString(value));
  }

  /** Writes an attribute in hexadecimal, if there is a value. */
  public void hexAttr(String name, int digits, Optional<Integer> value) {
    if (value.isPresent()) {
      String hex = Integer.toHexString(value.get());
      attr(name, "0x" + "0".repeat(Math.max(0, digits - hex.length())) + hex);
    }
  }

  /** Writes an attribute if there is a value, as the value prints. */
  public void attr(String name, Optional<?> value) {
    if (value.isPresent()) {
      attr(name, value.get().toString());
    }
  }

  /** Writes an attribute as {@code yes} or {@code no}, if there is a value. */
  public void yesNo(String name, Optional<Boolean> value) {
    if (value.isPresent()) {
      attr(name, value.get() ? "yes" : "no");
    }
  }

  /** Writes an attribute as {@code on} or {@code off}, if there is a value. */
  public void onOff(String name, Optional<Boolean> value) {
    if (value.isPresent()) {
      attr(name, value.get() ? "on" : "off");
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
      writeContent(of.content);
      states[at] = State.ALL;
    } else {
      XmlText.escape(names[at], spelled, false, to);
      states[at] = State.OWN_TEXT;
    }
  }

  /** Writes a child element with nothing but an attribute, if there is a value. */
  public void part(String name, String attribute, Optional<?> value) {
    beginPart(name);
    attr(attribute, value);
    end();
  }

  /** Writes a child element with nothing but text, if there is a value. */
  public void partText(String name, Optional<?> value) {
    beginPart(name);
    if (value.isPresent()) {
      text(value.get().toString());
    }
    end();
  }

  /** Writes a child element with nothing but text. */
  public void partText(String name, String value) {
    beginPart(name);
    text(value);
    end();
  }

  /** Writes a child element with nothing but {@code on} or {@code off}, if there is a value. */
  public void partOnOff(String name, String attribute, Optional<Boolean> value) {
    beginPart(name);
    onOff(attribute, value);
    end();
  }

  /** Writes a child element that is an amount with its unit, if there is a value. */
  public void partSize(String name, Optional<ByteSize> value) {
    beginPart(name);
    sizeText(value);
    end();
  }

  /** Writes an amount as the text of the current element, with its unit, if there is a value. */
  public void sizeText(Optional<ByteSize> value) {
    if (value.isPresent()) {
      long bytes = value.get().bytes();
      boolean kibibytes = inKibibytes(value.get());
      attr("unit", kibibytes ? "KiB" : "bytes");
      text(Long.toString(kibibytes ? bytes / 1024 : bytes));
    }
  }

  /** Whether an amount is written in KiB, as libvirt does, rather than in bytes. */
  static boolean inKibibytes(ByteSize size) {
    return size.bytes() % 1024 == 0;
  }

  /** Writes a child element that says what it says by being there. */
  public void flag(String name, boolean there) {
    if (there) {
      Extras inner = extras[depth - 1].inner(name);
      begin(name, inner == null ? Extras.NONE : inner);
      end();
    }
  }

  /** Writes a value as its own element. */
  public <T> void write(XmlMapping<T> mapping, T value) {
    mapping.write(value, mapping.element(), this);
  }

  /** Writes a value as an element of another name than its own. */
  public <T> void write(String name, XmlMapping<T> mapping, T value) {
    mapping.write(value, name, this);
  }

  /** Writes a value as its own element, if there is one. */
  public <T> void write(XmlMapping<T> mapping, Optional<? extends T> value) {
    if (value.isPresent()) {
      mapping.write(value.get(), mapping.element(), this);
    }
  }

  /** Writes values, each as its own element. */
  public <T> void writeAll(XmlMapping<T> mapping, List<? extends T> values) {
    for (int i = 0; i < values.size(); i++) {
      mapping.write(values.get(i), mapping.element(), this);
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
      replaced = Arrays.copyOf(replaced, 2 * depth);
      scopes = Arrays.copyOf(scopes, 2 * depth);
    }
    names[depth] = name;
    extras[depth] = of;
    states[depth] = State.PENDING;
    replaced[depth] = null;
    scopes[depth] = scope.size();
    depth++;
  }

  /** Writes the start tags, all but their ends, of the current element and those around it. */
  private void openTag() {
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
      to.append('<').append(names[at]);
      states[at] = State.TAG;
      if (extras[at].declared != null) {
        scope.declare(extras[at].declared, to);
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
