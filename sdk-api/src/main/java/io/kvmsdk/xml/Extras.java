package io.kvmsdk.xml;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a document says in one element beyond what the element's type has a name for: attributes,
 * child elements, text. It travels with the value through {@code with...} and {@code toBuilder()},
 * and is written again in the same element.
 *
 * <p>Child elements that belong to the type, such as a disk's {@code <target>}, have their own
 * extras within: {@link #in(String)}. Immutable and thread-safe; {@code toString()} shows names
 * only.
 */
public final class Extras {

  /** Nothing. */
  public static final Extras NONE = new Extras(XmlElement.NOTHING, XmlElement.NOTHING);

  /** Nothing, but of an element that stands there although there is nothing in it. */
  static final Extras PRESENT =
      new Extras(XmlElement.NOTHING, "", XmlElement.NOTHING, XmlElement.NOTHING, null, null);

  /** The spelling of a value that was not written because libvirt assumes it. */
  static final String UNWRITTEN = "\0";

  /** Names and values in turn; a name is a String, or an XmlName where it has a namespace. */
  final Object[] attributes;

  /** Text before the first child element. */
  final String text;

  /**
   * Child elements, and Strings where there is text after an element. Where the text is a value of
   * the type, all of it stands here if it is in pieces, to be written so while the value is the
   * same.
   */
  final Object[] content;

  /** Names of child elements that the type knows, and their Extras, in turn. */
  final Object[] inner;

  /** Prefixes and URIs that the element declares, in turn. */
  final String @Nullable [] declared;

  /**
   * Values that were spelled in a way of their own: name of the attribute (empty for the text), the
   * value as this library spells it, and as it was spelled.
   */
  final String @Nullable [] spellings;

  private Extras(Object[] attributes, Object[] content) {
    this(attributes, "", content, XmlElement.NOTHING, null, null);
  }

  Extras(
      Object[] attributes,
      String text,
      Object[] content,
      Object[] inner,
      String @Nullable [] declared,
      String @Nullable [] spellings) {
    this.attributes = attributes;
    this.text = text;
    this.content = content;
    this.inner = inner;
    this.declared = declared;
    this.spellings = spellings;
  }

  /** These child elements, for a value that is made rather than read. */
  public static Extras of(XmlElement... elements) {
    return elements.length == 0 ? NONE : new Extras(XmlElement.NOTHING, elements.clone());
  }

  /** Whether there is nothing that the type has no name for. */
  public boolean isEmpty() {
    if (attributes.length > 0 || content.length > 0 || !text.isEmpty()) {
      return false;
    }
    for (int i = 1; i < inner.length; i += 2) {
      if (!((Extras) inner[i]).isEmpty()) {
        return false;
      }
    }
    return true;
  }

  /** The value of an attribute that stands in no namespace. */
  public Optional<String> attribute(String name) {
    int at = indexOf(attributes, name);
    return at < 0 ? Optional.empty() : Optional.of((String) attributes[at + 1]);
  }

  /** The child elements in their order. */
  public List<XmlElement> elements() {
    List<XmlElement> found = new ArrayList<>(content.length);
    for (Object node : content) {
      if (node instanceof XmlElement element) {
        found.add(element);
      }
    }
    return List.copyOf(found);
  }

  /** The child elements of that name, in whatever namespace, in their order. */
  public List<XmlElement> elements(String name) {
    return elements().stream().filter(element -> element.name().equals(name)).toList();
  }

  /** The text before the first child element; empty if there is none. */
  public String text() {
    return text;
  }

  /** The extras of a child element that belongs to this type and has no type of its own. */
  public Extras in(String child) {
    Extras found = inner(child);
    return found == null ? NONE : found;
  }

  @Nullable Extras inner(String child) {
    int at = inner.length == 0 ? -1 : indexOf(inner, child);
    return at < 0 ? null : (Extras) inner[at + 1];
  }

  /** The same with an attribute, which replaces one of that name. */
  public Extras withAttribute(String name, String value) {
    XmlElement checked = XmlElement.of("extras").withAttribute(name, value);
    return copy(XmlText.with(attributes, name, (String) checked.attributes[1]), content, inner);
  }

  /** The same with one more child element, at the end. */
  public Extras withElement(XmlElement element) {
    return copy(attributes, XmlText.append(content, element), inner);
  }

  /** The same without the child elements of that name, in whatever namespace. */
  public Extras withoutElements(String name) {
    Object[] kept =
        Arrays.stream(content)
            .filter(node -> !(node instanceof XmlElement element && element.name().equals(name)))
            .toArray();
    return copy(attributes, kept, inner);
  }

  /** The same with other extras of a child element that belongs to this type. */
  public Extras withIn(String child, Extras extras) {
    int at = indexOf(inner, child);
    Object[] changed = at < 0 ? Arrays.copyOf(inner, inner.length + 2) : inner.clone();
    int place = at < 0 ? inner.length : at;
    changed[place] = child;
    changed[place + 1] = extras;
    return copy(attributes, content, changed);
  }

  private Extras copy(Object[] newAttributes, Object[] newContent, Object[] newInner) {
    return new Extras(newAttributes, text, newContent, newInner, declared, spellings);
  }

  /** How the value was spelled, if it is still the same value. */
  String spelled(String attribute, String value) {
    if (spellings != null) {
      for (int i = 0; i < spellings.length; i += 3) {
        if (spellings[i].equals(attribute) && spellings[i + 1].equals(value)) {
          return spellings[i + 2];
        }
      }
    }
    return value;
  }

  private static int indexOf(Object[] pairs, Object name) {
    for (int i = 0; i < pairs.length; i += 2) {
      if (pairs[i].equals(name)) {
        return i;
      }
    }
    return -1;
  }

  /** The extras of child elements, but for those that hold no more than a spelling. */
  private Object[] innerSaid() {
    Object[] said = inner;
    for (int i = inner.length - 2; i >= 0; i -= 2) {
      Extras of = (Extras) inner[i + 1];
      if (of.isEmpty() && of != PRESENT && of.innerSaid().length == 0) {
        Object[] shorter = Arrays.copyOf(said, said.length - 2);
        System.arraycopy(said, i + 2, shorter, i, shorter.length - i);
        said = shorter;
      }
    }
    return said;
  }

  /** Whether the same is said; how a known value was spelled is no part of it. */
  @Override
  public boolean equals(@Nullable Object other) {
    return this == other
        || (other instanceof Extras extras
            && (this == PRESENT) == (extras == PRESENT)
            && text.equals(extras.text)
            && XmlText.sameAttributes(attributes, extras.attributes)
            && Arrays.equals(content, extras.content)
            && XmlText.sameAttributes(innerSaid(), extras.innerSaid()));
  }

  @Override
  public int hashCode() {
    return 31 * (31 * attributes.length + text.hashCode()) + Arrays.hashCode(content);
  }

  /** The names of what there is; the values may be secret. */
  @Override
  public String toString() {
    StringBuilder shown = new StringBuilder("[");
    for (int i = 0; i < attributes.length; i += 2) {
      shown.append(shown.length() > 1 ? ", @" : "@").append(attributes[i]);
    }
    for (XmlElement element : elements()) {
      shown.append(shown.length() > 1 ? ", " : "").append(element);
    }
    Object[] said = innerSaid();
    for (int i = 0; i < said.length; i += 2) {
      shown.append(shown.length() > 1 ? ", " : "").append(said[i]).append(said[i + 1]);
    }
    return shown
        .append(text.isEmpty() ? "" : shown.length() > 1 ? ", text" : "text")
        .append(']')
        .toString();
  }
}
