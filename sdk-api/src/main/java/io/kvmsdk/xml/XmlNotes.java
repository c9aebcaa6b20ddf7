package io.kvmsdk.xml;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * What the reader of one element has noted: which of its attributes, texts and children it read.
 */
abstract class XmlNotes {

  /** What a child is to the reader of its parent. */
  private enum Role {
    /** Nothing yet: it stays in the extras as it is. */
    UNKNOWN,
    /** A part of the parent's type: what is left of it are extras of the parent. */
    PART,
    /** A value, which keeps its own extras. */
    VALUE
  }

  /** What stands for an element that is not there. */
  static final XmlElement ABSENT = XmlElement.of("absent");

  final XmlElement element;
  final @Nullable XmlIn parent;
  final XmlReading reading;
  private Role role = Role.UNKNOWN;
  private boolean complete;
  private boolean textTaken;

  /** A bit for each of the first 64 attributes. */
  private long taken;

  private long @Nullable [] takenBeyond;
  private @Nullable XmlIn @Nullable [] parts;

  private boolean foreignChildrenKnown;
  private boolean foreignChildren;
  private String @Nullable [] spellings;

  XmlNotes(XmlElement element, @Nullable XmlIn parent, XmlReading reading) {
    this.element = element;
    this.parent = parent;
    this.reading = reading;
  }

  /** The place of an attribute among the pairs, by its number; -1 if there is none. */
  final int find(String name) {
    Object[] attributes = element.attributes;
    if ((element.attributeNames & XmlElement.bit(name.hashCode())) == 0) {
      return -1;
    }
    for (int i = 0; i < attributes.length; i += 2) {
      if (name.equals(attributes[i])) {
        return i / 2;
      }
    }
    return -1;
  }

  /** The place of the first child element of that name in no namespace; -1 if there is none. */
  final int findChild(String name) {
    int hash = name.hashCode();
    if ((element.childNames & XmlElement.bit(hash)) == 0) {
      return -1;
    }
    Object[] content = element.content;
    for (int i = 0; i < content.length; i++) {
      if (content[i] instanceof XmlElement child
          && child.hash == hash
          && name.equals(child.name)
          && child.namespace.isEmpty()
          && !reading.isAside(child)) {
        return i;
      }
    }
    return -1;
  }

  /** Whether a child element stands in a namespace at all. */
  final boolean hasForeignChildren() {
    if (!foreignChildrenKnown) {
      for (Object node : element.content) {
        foreignChildren |= node instanceof XmlElement child && !child.namespace.isEmpty();
      }
      foreignChildrenKnown = true;
    }
    return foreignChildren;
  }

  final void take(int attribute) {
    if (attribute < Long.SIZE) {
      taken |= 1L << attribute;
      return;
    }
    if (takenBeyond == null) {
      takenBeyond = new long[element.attributes.length / (2 * Long.SIZE) + 1];
    }
    takenBeyond[attribute / Long.SIZE] |= 1L << attribute % Long.SIZE;
  }

  final boolean isTaken(int attribute) {
    if (attribute < Long.SIZE) {
      return (taken & 1L << attribute) != 0;
    }
    return takenBeyond != null
        && (takenBeyond[attribute / Long.SIZE] & 1L << attribute % Long.SIZE) != 0;
  }

  final void takeText() {
    textTaken = true;
  }

  final boolean isTextTaken() {
    return textTaken;
  }

  final void markRead() {
    role = Role.VALUE;
  }

  final boolean isValue() {
    return role == Role.VALUE;
  }

  /** Whether there is a child element of that name that was not understood. */
  final boolean hasAside(String name) {
    for (Object node : element.content) {
      if (node instanceof XmlElement child && child.name.equals(name) && reading.isAside(child)) {
        return true;
      }
    }
    return false;
  }

  /** Whether the extras were asked for. */
  final boolean isComplete() {
    return complete;
  }

  /** The reader of the child at {@code i}, which is a part of this element's type. */
  final XmlIn opened(int i, XmlElement child) {
    XmlIn part = part(i, child);
    XmlNotes notes = part;
    if (notes.role == Role.UNKNOWN) {
      notes.role = Role.PART;
    }
    return part;
  }

  /** The reader of the child at {@code i}. */
  final XmlIn part(int i, XmlElement child) {
    if (parts == null) {
      parts = new XmlIn[element.content.length];
    }
    XmlIn part = parts[i];
    if (part == null) {
      part = new XmlIn(child, (XmlIn) this, reading);
      parts[i] = part;
    }
    return part;
  }

  /** The reader of the child at {@code i} if it is a part, else null. */
  final @Nullable XmlIn partAt(int i) {
    XmlNotes part = parts == null ? null : parts[i];
    return part == null || part.role != Role.PART ? null : (XmlIn) part;
  }

  /** Whether the child at {@code i} was neither read nor looked into. */
  final boolean isUnknown(int i) {
    XmlNotes part = parts == null ? null : parts[i];
    return part == null || part.role == Role.UNKNOWN;
  }

  final void spelling(String name, String canonical, String spelled) {
    int n = spellings == null ? 0 : spellings.length;
    String[] longer = spellings == null ? new String[3] : Arrays.copyOf(spellings, n + 3);
    longer[n] = name;
    longer[n + 1] = canonical;
    longer[n + 2] = spelled;
    spellings = longer;
  }

  final String @Nullable [] spellings() {
    return spellings;
  }

  final Extras rest(Extras ofEmpty) {
    complete = true;
    return element == ABSENT || isAllRead() ? Extras.NONE : new XmlRest(this).extras(ofEmpty);
  }

  /** What is left of an element that is a part of its parent's type. */
  final Extras partRest() {
    return rest(textTaken ? Extras.NONE : Extras.PRESENT);
  }

  /** Whether nothing is left, as is nearly always so; only an element that is not empty is. */
  private boolean isAllRead() {
    int n = element.attributes.length / 2;
    if (n > Long.SIZE
        || Long.bitCount(taken) < n
        || spellings != null
        || element.declared.length > 0) {
      return false;
    }
    Object[] content = element.content;
    for (int i = 0; i < content.length; i++) {
      if (content[i] instanceof String) {
        if (!textTaken) {
          return false;
        }
      } else {
        XmlNotes part = parts == null ? null : parts[i];
        if (part == null
            || part.role == Role.UNKNOWN
            || (part.role == Role.PART && !part.isAllRead())) {
          return false;
        }
      }
    }
    return n > 0 || content.length > 0 || textTaken;
  }
}
