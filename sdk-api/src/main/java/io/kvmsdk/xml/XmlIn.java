package io.kvmsdk.xml;

import io.kvmsdk.error.InvalidDefinitionException;
import io.kvmsdk.units.CpuSet;
import io.kvmsdk.units.MacAddress;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Reads one element, and notes what was read of it; {@link #extras()} is the rest.
 *
 * <p>A look-up answers whether there is such a value, and {@link #value()} and its like give what
 * the last successful look-up found, in this element or another of the same document:
 *
 * <pre>{@code
 * if (in.attr("device")) b.device(new DiskDevice(in.value()));
 * if (in.child("boot").intAttr("order")) b.bootOrder(in.intValue());
 * b.extras(in.extras());
 * }</pre>
 *
 * <p>A value that is not of the form that libvirt documents is a mistake if it is none at all, such
 * as {@code lots} for a number: that is refused. If it may be a form of a newer libvirt, such as
 * {@code 1.5} for a number or {@code auto} for yes or no, it is not found, and stays in the extras.
 *
 * <p>Attributes and child elements are looked for by their plain names, in no namespace. An element
 * that may stand there several times has a type of its own, with its own extras. For one thread,
 * while a document is read.
 */
public final class XmlIn extends XmlValues {

  XmlIn(
      XmlReading reading,
      @Nullable XmlIn parent,
      String prefix,
      String namespace,
      String name,
      Object[] attributes,
      long attributeNames,
      String[] declared,
      int offset) {
    super(reading, parent, prefix, namespace, name, attributes, attributeNames, declared, offset);
  }

  /** The name of the element. */
  public String name() {
    return name;
  }

  /** Whether the element is there; what {@link #child} gives where there is none is not. */
  public boolean present() {
    return this != reading.absent;
  }

  /**
   * The kind that a union is of, or an empty text where this element, which would say the rest,
   * stands there and is not understood.
   */
  public String ifUnderstood(String kind) {
    return !present() && reading.isAbsentAside() ? "" : kind;
  }

  /** Finds an attribute. */
  public boolean attr(String name) {
    return mayHave(name) && presentAttr(name);
  }

  private boolean presentAttr(String name) {
    int at = search(name);
    if (at < 0) {
      return false;
    }
    take(at);
    reading.found(this, name, (String) attributes[2 * at + 1]);
    return true;
  }

  /** Finds an attribute that libvirt takes to be {@code assumed} where it is not written. */
  public String attrOr(String name, String assumed) {
    if (!attr(name)) {
      reading.found(this, name, assumed);
      if (present()) {
        spelling(name, assumed, Extras.UNWRITTEN);
      }
    }
    return reading.value;
  }

  /** Finds an attribute that has to be there. */
  public String required(String name) {
    if (!attr(name)) {
      throw missing("@" + name);
    }
    return reading.value;
  }

  /**
   * The error that there is not what has to be there, or not in a form that is known here: then the
   * element, unless it is the root, is left to the extras of its parent instead.
   *
   * @param what the name of the child element, or {@code @} and that of the attribute
   */
  public InvalidDefinitionException missing(String what) {
    int at = what.startsWith("@") ? find(what.substring(1)) : -1;
    if (at >= 0) {
      reading.notUnderstood(this);
      return new InvalidDefinitionException(
          path() + "/" + what,
          XmlText.clipped((String) attributes[2 * at + 1]),
          "a value in a form that is known here");
    }
    if (present() ? hasAside(what) : reading.isAbsentAside()) {
      reading.notUnderstood(this);
    }
    return new InvalidDefinitionException(path() + "/" + what, "absent", "a value");
  }

  /** The error that the text of this element, which has to be understood, is not. */
  public InvalidDefinitionException unreadable(String expected) {
    if (XmlReading.startsAsNumber(ownText().strip())) {
      reading.notUnderstood(this);
    }
    String found = present() ? XmlText.clipped(ownText()) : "absent";
    return new InvalidDefinitionException(path(), found, expected);
  }

  /** Finds the element's own text, which may be empty. */
  public boolean text() {
    if (!present()) {
      return false;
    }
    takeText();
    reading.found(this, "", ownText());
    return true;
  }

  /** Finds the element's own text if it is not blank. */
  public boolean textIfAny() {
    return present() && !XmlText.isSpace(ownText()) && text();
  }

  /** Finds a child element that is there or is not, and says nothing but that. */
  public boolean has(String child) {
    XmlIn found = child(child);
    if (found.present()) {
      found.takeText();
    }
    return found.present();
  }

  /** Finds the text of a child element, which may be empty. */
  public boolean childText(String child) {
    return child(child).text();
  }

  /**
   * The first child element of that name, as a part of this one: what is left of it are extras of
   * this element. Where there is none, an element in which nothing is found.
   */
  public XmlIn child(String name) {
    int at = findChild(name);
    if (at >= 0) {
      return opened(at);
    }
    return reading.absent(this, name);
  }

  /** The child elements in no namespace; each that is not {@link #read} stays in the extras. */
  public List<XmlIn> children() {
    List<XmlIn> found = new ArrayList<>(content.length);
    for (Object node : content) {
      if (node instanceof XmlIn child && child.namespace.isEmpty() && !child.isAside()) {
        found.add(child);
      }
    }
    return found;
  }

  /** The child elements of that name in no namespace, each of which is to be {@link #read}. */
  public List<XmlIn> children(String name) {
    int first = findChild(name);
    if (first < 0) {
      return Collections.emptyList();
    }
    List<XmlIn> found = new ArrayList<>(4);
    for (int i = first; i < content.length; i++) {
      if (content[i] instanceof XmlIn child && child.isNamed("", name) && !child.isAside()) {
        found.add(child);
      }
    }
    return found;
  }

  /** All child elements as they stand, in whatever namespace; none of them is left for extras. */
  public List<XmlElement> elements() {
    List<XmlElement> found = new ArrayList<>(content.length);
    for (Object node : content) {
      if (node instanceof XmlIn child) {
        child.markRead();
        found.add(child.asElement());
      }
    }
    return found;
  }

  /**
   * The texts of the child elements of that name, each a part of this one: what is left of them are
   * extras of this element, by their number.
   */
  public List<String> textsOf(String child) {
    List<String> found = new ArrayList<>(2);
    for (int i = 0; i < content.length; i++) {
      if (isChild(i, "", child)) {
        opened(i).text();
        found.add(reading.value);
      }
    }
    return found;
  }

  /**
   * An attribute of the child elements of that name, each a part of this one like {@link #textsOf}.
   * Where one of them lacks the attribute, all stay in the extras, so that their order is kept.
   */
  public List<String> attrsOf(String child, String name) {
    return attrsOf("", child, name);
  }

  /** An attribute of the child elements of that name in a namespace; like the other. */
  public List<String> attrsOf(String namespace, String child, String name) {
    List<String> found = new ArrayList<>(2);
    for (int i = 0; i < content.length; i++) {
      if (isChild(i, namespace, child)) {
        XmlIn it = (XmlIn) content[i];
        int at = it.find(name);
        if (at < 0) {
          return Collections.emptyList();
        }
        found.add((String) it.attributes[2 * at + 1]);
      }
    }
    for (int i = 0; i < content.length; i++) {
      if (isChild(i, namespace, child)) {
        opened(i).attr(name);
      }
    }
    return found;
  }

  private boolean isChild(int i, String namespace, String child) {
    return content[i] instanceof XmlIn found && found.isNamed(namespace, child);
  }

  /** The first child element of that name in a namespace; like {@link #child(String)}. */
  public XmlIn child(String namespace, String name) {
    for (int i = 0; hasForeignChildren() && i < content.length; i++) {
      if (content[i] instanceof XmlIn child && child.isNamed(namespace, name) && !child.isAside()) {
        return opened(i);
      }
    }
    return reading.absent(this, name);
  }

  /** The child elements of that name in a namespace, each of which is to be {@link #read}. */
  public List<XmlIn> children(String namespace, String name) {
    if (!hasForeignChildren()) {
      return Collections.emptyList();
    }
    List<XmlIn> found = new ArrayList<>(4);
    for (Object node : content) {
      if (node instanceof XmlIn child && child.isNamed(namespace, name) && !child.isAside()) {
        found.add(child);
      }
    }
    return found;
  }

  /** The value that an attribute of this element and a child of it say together. */
  public <T> T read(XmlUnion<T> union) {
    return union.read(this);
  }

  /**
   * All that this element says, for a value of a kind that has no name in the model; that it stood
   * there empty is kept as well.
   */
  public Extras unread() {
    markRead();
    return extrasAndPresence();
  }

  /** The value that this element stands for. */
  public <T> T read(XmlMapping<T> mapping) {
    markRead();
    try {
      T value = mapping.read(this);
      if (!isComplete()) {
        throw new IllegalStateException(mapping.getClass() + " does not ask for the extras");
      }
      return value;
    } catch (InvalidDefinitionException e) {
      throw located(e);
    } catch (IllegalArgumentException | ArithmeticException e) {
      throw reading.wrong(String.valueOf(e.getMessage()));
    }
  }

  /** What the last look-up found. */
  public String value() {
    return reading.value;
  }

  /** What the last look-up found, as an Ethernet address. */
  public MacAddress mac() {
    return spelledAs(MacAddress.of(reading.value));
  }

  /** What the last look-up found, as a set of CPUs. */
  public CpuSet cpuSet() {
    return spelledAs(CpuSet.of(reading.value));
  }

  /** What the last look-up found, as a UUID; libvirt takes it with or without hyphens. */
  public UUID uuid() {
    if (XmlText.isUuid(reading.value)) {
      return UUID.fromString(reading.value);
    }
    String digits = reading.value.strip().replace("-", "");
    if (digits.length() != 32 || digits.indexOf('+') >= 0) {
      throw new IllegalArgumentException("a UUID, 32 hexadecimal digits with or without hyphens");
    }
    return spelledAs(
        new UUID(
            Long.parseUnsignedLong(digits, 0, 16, 16), Long.parseUnsignedLong(digits, 16, 32, 16)));
  }

  /**
   * Remembers how the value that the last look-up found was spelled, if that is not how {@code
   * value} prints, so that it is written again in that way while it is the same.
   */
  public <T> T spelledAs(T value) {
    String canonical = value.toString();
    if (!canonical.equals(reading.value)) {
      Objects.requireNonNull(reading.at).spelling(reading.name, canonical, reading.value);
    }
    return value;
  }

  /** What was not read of this element; to be asked for last. */
  public Extras extras() {
    return rest(Extras.NONE);
  }

  /**
   * What was not read of this element, which is written only if there is anything to write: that it
   * stood there empty is kept as well.
   */
  public Extras extrasAndPresence() {
    return rest(Extras.PRESENT);
  }

  /** The place of this element, such as {@code domain/devices/disk[2]/target}. */
  public String path() {
    return present() ? XmlPath.of(this) : reading.absentPath();
  }

  /** The same error with the whole path, where a builder could name only its own part of it. */
  private InvalidDefinitionException located(InvalidDefinitionException e) {
    String own = name;
    String path = path();
    if (XmlPath.isWithin(e.path(), path) || !XmlPath.isWithin(e.path(), own)) {
      return e;
    }
    return new InvalidDefinitionException(
        path + e.path().substring(own.length()), e.value(), e.expected());
  }
}
