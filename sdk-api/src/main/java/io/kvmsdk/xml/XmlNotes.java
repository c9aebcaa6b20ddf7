package io.kvmsdk.xml;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * One element while it is read, and what its reader has noted: which of its attributes, texts and
 * children it read.
 */
abstract class XmlNotes {

  final XmlReading reading;

  /** Null for the root. */
  final @Nullable XmlIn parent;

  final String prefix;
  final String namespace;
  final String name;

  /** Names and values in turn; a name is a String, or an XmlName where it has a namespace. */
  final Object[] attributes;

  /** Prefixes and URIs that are declared here, in turn. */
  final String[] declared;

  /** XmlIns, and Strings where there is text among them or alone. */
  Object[] content = XmlElement.NOTHING;

  /** Where the element starts in the text that it was read from, in characters; -1 if in none. */
  final int offset;

  /** A bit for each name of an attribute; where that of a name is not set, there is none. */
  private final long attributeNames;

  /** The same for the child elements. */
  private long childNames;

  private boolean foreignChildren;

  /** A part of the parent's type: what is left of it are extras of the parent. */
  private boolean part;

  /** A value, which keeps its own extras. What is neither stays in the parent's as it is. */
  private boolean read;

  private boolean aside;
  private boolean complete;
  private boolean textTaken;

  /** A bit for each of the first 64 attributes. */
  private long taken;

  private long @Nullable [] takenBeyond;
  private String @Nullable [] spellings;

  /**
   * Only takes what it is given, so that the compiler makes it a part of the parser, where the
   * stores into a new object are cheap.
   *
   * @param attributeNames {@link #bits} of the attributes
   */
  XmlNotes(
      XmlReading reading,
      @Nullable XmlIn parent,
      String prefix,
      String namespace,
      String name,
      Object[] attributes,
      long attributeNames,
      String[] declared,
      int offset) {
    this.reading = reading;
    this.parent = parent;
    this.prefix = prefix;
    this.namespace = namespace;
    this.name = name;
    this.attributes = attributes;
    this.attributeNames = attributeNames;
    this.declared = declared;
    this.offset = offset;
  }

  /** Notes that there will be a child element of that name. */
  final void expect(String childNamespace, String child) {
    childNames |= bit(child);
    foreignChildren |= !childNamespace.isEmpty();
  }

  /** Most look-ups are for what is not there: these bits spare them the search. */
  private static long bit(String name) {
    return 1L << (name.hashCode() * 0x9E3779B9 >>> 26);
  }

  /** A bit for each name among these attributes that stands in no namespace. */
  static long bits(Object[] attributes) {
    long names = 0;
    for (int i = 0; i < attributes.length; i += 2) {
      names |= attributes[i] instanceof String plain ? bit(plain) : 0;
    }
    return names;
  }

  /** All that the element says, as it was read. */
  final XmlElement asElement() {
    return new XmlElement(
        prefix, namespace, name, attributes, declared, contentAsElements(), offset);
  }

  final Object[] contentAsElements() {
    Object[] elements = content;
    for (int i = 0; i < content.length; i++) {
      if (content[i] instanceof XmlNotes child) {
        elements = elements == content ? content.clone() : elements;
        elements[i] = child.asElement();
      }
    }
    return elements;
  }

  /** Takes back all that was noted, so that all can be read once more, but for what is aside. */
  final void forget() {
    part = false;
    read = false;
    complete = false;
    textTaken = false;
    taken = 0;
    takenBeyond = null;
    spellings = null;
    for (Object node : content) {
      if (node instanceof XmlNotes child) {
        child.forget();
      }
    }
  }

  /** Leaves the element to the extras of its parent. */
  final void setAside() {
    aside = true;
  }

  final boolean isAside() {
    return aside;
  }

  final boolean isNamed(String wantedNamespace, String wanted) {
    return name.equals(wanted) && namespace.equals(wantedNamespace);
  }

  /** The place of an attribute among the pairs, by its number; -1 if there is none. */
  final int find(String attribute) {
    return mayHave(attribute) ? search(attribute) : -1;
  }

  /**
   * Whether there may be such an attribute. Small, so that the code of a reader that asks for much
   * that is not there stays small as well.
   */
  final boolean mayHave(String attribute) {
    return (attributeNames & bit(attribute)) != 0;
  }

  /** Like {@link #find}, of what there {@linkplain #mayHave may be}. */
  final int search(String attribute) {
    for (int i = 0; i < attributes.length; i += 2) {
      if (attribute.equals(attributes[i])) {
        return i / 2;
      }
    }
    return -1;
  }

  /** The place of the first child element of that name in no namespace; -1 if there is none. */
  final int findChild(String wanted) {
    if ((childNames & bit(wanted)) == 0) {
      return -1;
    }
    int hash = wanted.hashCode();
    for (int i = 0; i < content.length; i++) {
      if (content[i] instanceof XmlNotes child
          && child.name.hashCode() == hash
          && child.isNamed("", wanted)
          && !child.aside) {
        return i;
      }
    }
    return -1;
  }

  /** Whether a child element stands in a namespace at all. */
  final boolean hasForeignChildren() {
    return foreignChildren;
  }

  final void take(int attribute) {
    if (attribute < Long.SIZE) {
      taken |= 1L << attribute;
      return;
    }
    if (takenBeyond == null) {
      takenBeyond = new long[attributes.length / (2 * Long.SIZE) + 1];
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
    read = true;
  }

  final boolean isValue() {
    return read;
  }

  /** Whether there is a child element of that name that was not understood. */
  final boolean hasAside(String wanted) {
    for (Object node : content) {
      if (node instanceof XmlNotes child && child.aside && child.name.equals(wanted)) {
        return true;
      }
    }
    return false;
  }

  /** Whether the extras were asked for. */
  final boolean isComplete() {
    return complete;
  }

  /** The child at {@code i}, which is a part of this element's type. */
  final XmlIn opened(int i) {
    XmlNotes child = (XmlNotes) content[i];
    child.part = true;
    return (XmlIn) child;
  }

  /** Whether what is left of it belongs to the extras of its parent. */
  final boolean isPart() {
    return part && !read;
  }

  /** Whether it was neither read nor looked into. */
  final boolean isUnknown() {
    return !part && !read;
  }

  final void spelling(String attribute, String canonical, String spelled) {
    int n = spellings == null ? 0 : spellings.length;
    String[] longer = spellings == null ? new String[3] : Arrays.copyOf(spellings, n + 3);
    longer[n] = attribute;
    longer[n + 1] = canonical;
    longer[n + 2] = spelled;
    spellings = longer;
  }

  final String @Nullable [] spellings() {
    return spellings;
  }

  final Extras rest(Extras ofEmpty) {
    complete = true;
    return this == reading.absent || isAllRead() ? Extras.NONE : new XmlRest(this).extras(ofEmpty);
  }

  /** What is left of an element that is a part of its parent's type. */
  final Extras partRest() {
    return rest(textTaken ? Extras.NONE : Extras.PRESENT);
  }

  /** Whether nothing is left, as is nearly always so; only an element that is not empty is. */
  private boolean isAllRead() {
    int n = attributes.length / 2;
    if (n > Long.SIZE || Long.bitCount(taken) < n || spellings != null || declared.length > 0) {
      return false;
    }
    for (Object node : content) {
      boolean read =
          node instanceof XmlNotes child
              ? child.read || (child.part && child.isAllRead())
              : textTaken;
      if (!read) {
        return false;
      }
    }
    return n > 0 || content.length > 0 || textTaken;
  }
}
