package io.kvmsdk.xml;

import java.util.ArrayList;
import java.util.List;

/** Collects what was not read of one element. */
final class XmlRest {

  private final XmlNotes in;
  private final XmlReading reading;
  private List<Object> attributes = List.of();
  private List<Object> content = List.of();
  private List<Object> inner = List.of();
  private String text = "";

  /** Text since the last unknown element: where only known ones stand in between it is one. */
  private final StringBuilder apart = new StringBuilder(0);

  XmlRest(XmlNotes in) {
    this.in = in;
    this.reading = in.reading;
  }

  /**
   * What is left.
   *
   * @param ofEmpty what an element without attributes and content leaves
   */
  Extras extras(Extras ofEmpty) {
    for (int i = 0; i < in.attributes.length; i += 2) {
      if (!in.isTaken(i / 2)) {
        attributes = added(attributes, in.attributes[i], in.attributes[i + 1]);
        reading.leftOver(in, "@", in.attributes[i]);
      }
    }
    boolean blank = true;
    for (int i = 0; i < in.content.length; i++) {
      if (in.content[i] instanceof XmlIn child) {
        blank = false;
        child(i, child);
      } else {
        blank &= text((String) in.content[i]);
      }
    }
    keepText();
    if (in.isTextTaken() && isTextAfterElement()) {
      content = List.of(in.contentAsElements());
    }
    boolean nothing =
        attributes.isEmpty() && content.isEmpty() && inner.isEmpty() && text.isEmpty();
    if (nothing && in.declared.length == 0 && in.spellings() == null) {
      return blank && in.attributes.length == 0 ? ofEmpty : Extras.NONE;
    }
    return new Extras(
        attributes.toArray(),
        text,
        content.toArray(),
        inner.toArray(),
        in.declared.length == 0 ? null : in.declared,
        in.spellings());
  }

  private boolean isTextAfterElement() {
    boolean after = false;
    for (Object node : in.content) {
      if (after && node instanceof String) {
        return true;
      }
      after |= node instanceof XmlIn;
    }
    return false;
  }

  /** The name under which the extras of a part are kept, of which there may be several. */
  static String numbered(String name, int before) {
    return before == 0 ? name : name + "[" + (before + 1) + "]";
  }

  private int before(int i, XmlIn child) {
    int count = 0;
    for (int k = 0; k < i; k++) {
      if (in.content[k] instanceof XmlIn other && other.isNamed(child.namespace, child.name)) {
        count++;
      }
    }
    return count;
  }

  private void child(int i, XmlIn child) {
    if (child.isPart()) {
      Extras left = child.partRest();
      if (left != Extras.NONE) {
        inner = added(inner, XmlRest.numbered(child.name, before(i, child)), left);
      }
    } else if (child.isUnknown()) {
      keepText();
      content = added(content, child.asElement());
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
