package io.kvmsdk.xml;

import java.util.ArrayList;
import java.util.List;

/** Collects what was not read of one element. */
final class XmlRest {

  private final XmlNotes in;
  private final XmlReading reading;
  private final XmlElement element;
  private List<Object> attributes = List.of();
  private List<Object> content = List.of();
  private List<Object> inner = List.of();
  private String text = "";

  /** Text since the last unknown element: where only known ones stand in between it is one. */
  private final StringBuilder apart = new StringBuilder(0);

  XmlRest(XmlNotes in) {
    this.in = in;
    this.reading = in.reading;
    this.element = in.element;
  }

  /**
   * What is left.
   *
   * @param ofEmpty what an element without attributes and content leaves
   */
  Extras extras(Extras ofEmpty) {
    for (int i = 0; i < element.attributes.length; i += 2) {
      if (!in.isTaken(i / 2)) {
        attributes = added(attributes, element.attributes[i], element.attributes[i + 1]);
        reading.leftOver(in, "@", element.attributes[i]);
      }
    }
    boolean blank = true;
    for (int i = 0; i < element.content.length; i++) {
      if (element.content[i] instanceof XmlElement child) {
        blank = false;
        child(i, child);
      } else {
        blank &= text((String) element.content[i]);
      }
    }
    keepText();
    if (in.isTextTaken() && isTextAfterElement()) {
      content = List.of(element.content);
    }
    boolean nothing =
        attributes.isEmpty() && content.isEmpty() && inner.isEmpty() && text.isEmpty();
    if (nothing && element.declared.length == 0 && in.spellings() == null) {
      return blank && element.attributes.length == 0 ? ofEmpty : Extras.NONE;
    }
    return new Extras(
        attributes.toArray(),
        text,
        content.toArray(),
        inner.toArray(),
        element.declared.length == 0 ? null : element.declared,
        in.spellings());
  }

  private boolean isTextAfterElement() {
    boolean after = false;
    for (Object node : element.content) {
      if (after && node instanceof String) {
        return true;
      }
      after |= node instanceof XmlElement;
    }
    return false;
  }

  /** The name under which the extras of a part are kept, of which there may be several. */
  static String numbered(String name, int before) {
    return before == 0 ? name : name + "[" + (before + 1) + "]";
  }

  private int before(int i, XmlElement child) {
    int count = 0;
    for (int k = 0; k < i; k++) {
      if (element.content[k] instanceof XmlElement other
          && other.name.equals(child.name)
          && other.namespace.equals(child.namespace)) {
        count++;
      }
    }
    return count;
  }

  private void child(int i, XmlElement child) {
    XmlIn part = in.partAt(i);
    if (part != null) {
      Extras left = part.partRest();
      if (left != Extras.NONE) {
        inner = added(inner, XmlRest.numbered(child.name, before(i, child)), left);
      }
    } else if (in.isUnknown(i)) {
      keepText();
      content = added(content, child);
      reading.leftOver(in, "", child);
    }
  }

  private void keepText() {
    if (apart.length() > 0) {
      content = added(content, apart.toString());
      apart.setLength(0);
    }
  }

  /** Whether the text says nothing. */
  private boolean text(String part) {
    if (in.isTextTaken()) {
      return false;
    }
    if (XmlText.isSpace(part)) {
      return true;
    }
    if (content.isEmpty() && inner.isEmpty() && text.isEmpty() && apart.length() == 0) {
      text = part;
    } else {
      apart.append(part);
    }
    reading.leftOver(in, "", "text()");
    return false;
  }

  private static List<Object> added(List<Object> list, Object... objects) {
    List<Object> longer = list.isEmpty() ? new ArrayList<>(4) : list;
    for (Object object : objects) {
      longer.add(object);
    }
    return longer;
  }
}
