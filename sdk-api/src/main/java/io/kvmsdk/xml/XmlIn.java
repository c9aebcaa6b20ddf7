package io.kvmsdk.xml;

import io.kvmsdk.error.InvalidDefinitionException;
import io.kvmsdk.units.ByteSize;
import io.kvmsdk.units.CpuSet;
import io.kvmsdk.units.MacAddress;
import java.util.ArrayList;
import java.util.Arrays;
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
public final class XmlIn {

  /** What a child is to the reader of its parent. */
  private enum Role {
    UNKNOWN,
    PART,
    VALUE
  }

  private static final XmlElement ABSENT = XmlElement.of("absent");

  final XmlElement element;
  final @Nullable XmlIn parent;
  private final XmlReading reading;
  private Role role = Role.UNKNOWN;
  private boolean complete;
  private boolean textTaken;
  private long taken;
  private long @Nullable [] takenBeyond;
  private @Nullable XmlIn @Nullable [] parts;
  private String @Nullable [] spellings;

  XmlIn(XmlElement root, Strictness strictness, String xml) {
    this(root, null, new XmlReading(strictness, xml));
  }

  /** An element that is not there. */
  XmlIn(XmlReading reading) {
    this(ABSENT, null, reading);
  }

  private XmlIn(XmlElement element, @Nullable XmlIn parent, XmlReading reading) {
    this.element = element;
    this.parent = parent;
    this.reading = reading;
  }

  /** The name of the element. */
  public String name() {
    return element.name;
  }

  /** Whether the element is there; what {@link #child} gives where there is none is not. */
  public boolean present() {
    return element != ABSENT;
  }

  /** Finds an attribute. */
  public boolean attr(String name) {
    int at = find(name);
    if (at < 0) {
      return false;
    }
    take(at);
    reading.found(this, name, (String) element.attributes[2 * at + 1]);
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
   * The error that there is not what has to be there.
   *
   * @param what the name of the child element, or {@code @} and that of the attribute
   */
  public InvalidDefinitionException missing(String what) {
    return new InvalidDefinitionException(path() + "/" + what, "absent", "a value");
  }

  /** The error that the text of this element, which has to be understood, is not. */
  public InvalidDefinitionException unreadable(String expected) {
    return new InvalidDefinitionException(path(), element.text(), expected);
  }

  /** Finds an attribute that is a whole number of 32 bits. */
  public boolean intAttr(String name) {
    return number(name, Integer.MIN_VALUE, Integer.MAX_VALUE);
  }

  /** Finds an attribute that is a whole number of 64 bits. */
  public boolean longAttr(String name) {
    return number(name, Long.MIN_VALUE, Long.MAX_VALUE);
  }

  /** Finds an attribute that is {@code yes} or {@code no}. */
  public boolean yesNo(String name) {
    return flag(name, "yes", "no");
  }

  /** Finds an attribute that is {@code on} or {@code off}. */
  public boolean onOff(String name) {
    return flag(name, "on", "off");
  }

  /** Finds the element's own text, which may be empty. */
  public boolean text() {
    if (!present()) {
      return false;
    }
    textTaken = true;
    reading.found(this, "", element.text());
    return true;
  }

  /** Finds the element's own text if it is not blank. */
  public boolean textIfAny() {
    return present() && !XmlText.isSpace(element.text()) && text();
  }

  /** Finds the element's own text that is a whole number of 32 bits. */
  public boolean intText() {
    return textNumber(Integer.MIN_VALUE, Integer.MAX_VALUE);
  }

  /** Finds the element's own text that is a whole number of 64 bits. */
  public boolean longText() {
    return textNumber(Long.MIN_VALUE, Long.MAX_VALUE);
  }

  /**
   * Finds the element's own text that is an amount, with its unit in the attribute {@code unit}.
   *
   * @param unit what is meant where no unit is written
   */
  public boolean sizeText(String unit) {
    int at = find("unit");
    String written = at < 0 ? unit : (String) element.attributes[2 * at + 1];
    if (!textNumber(0, Long.MAX_VALUE)) {
      return false;
    }
    if (!reading.size(written)) {
      textTaken = false;
      return false;
    }
    if (at >= 0) {
      take(at);
    }
    return true;
  }

  /** Finds a child element that is there or is not, and says nothing but that. */
  public boolean has(String child) {
    XmlIn found = child(child);
    found.textTaken |= found.present();
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
    Object[] content = element.content;
    for (int i = 0; i < content.length; i++) {
      if (content[i] instanceof XmlElement child
          && child.name.equals(name)
          && child.namespace.isEmpty()) {
        XmlIn part = part(i, child);
        if (part.role == Role.UNKNOWN) {
          part.role = Role.PART;
        }
        return part;
      }
    }
    return reading.absent(this, name);
  }

  /** The child elements in no namespace; each that is not {@link #read} stays in the extras. */
  public List<XmlIn> children() {
    Object[] content = element.content;
    List<XmlIn> found = new ArrayList<>(content.length);
    for (int i = 0; i < content.length; i++) {
      if (content[i] instanceof XmlElement child && child.namespace.isEmpty()) {
        found.add(part(i, child));
      }
    }
    return found;
  }

  /** The child elements of that name in no namespace, each of which is to be {@link #read}. */
  public List<XmlIn> children(String name) {
    Object[] content = element.content;
    List<XmlIn> found = List.of();
    for (int i = 0; i < content.length; i++) {
      if (content[i] instanceof XmlElement child
          && child.name.equals(name)
          && child.namespace.isEmpty()) {
        found = found.isEmpty() ? new ArrayList<>(content.length - i) : found;
        found.add(part(i, child));
      }
    }
    return found;
  }

  /** All child elements as they stand, in whatever namespace; none of them is left for extras. */
  public List<XmlElement> elements() {
    for (int i = 0; i < element.content.length; i++) {
      if (element.content[i] instanceof XmlElement child) {
        part(i, child).role = Role.VALUE;
      }
    }
    return element.children();
  }

  /** The value that this element stands for. */
  public <T> T read(XmlMapping<T> mapping) {
    role = Role.VALUE;
    try {
      T value = mapping.read(this);
      if (!complete) {
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

  /** What the last look-up for a number found. */
  public int intValue() {
    return (int) reading.number;
  }

  /** What the last look-up for a number found. */
  public long longValue() {
    return reading.number;
  }

  /** What the last look-up for yes or no, or on or off, found. */
  public boolean flag() {
    return reading.flag;
  }

  /** What the last look-up for an amount found. */
  public ByteSize size() {
    return reading.size;
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
    String digits = reading.value.strip().replace("-", "");
    if (digits.length() != 32) {
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

  private void spelling(String name, String canonical, String spelled) {
    int n = spellings == null ? 0 : spellings.length;
    String[] longer = spellings == null ? new String[3] : Arrays.copyOf(spellings, n + 3);
    longer[n] = name;
    longer[n + 1] = canonical;
    longer[n + 2] = spelled;
    spellings = longer;
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

  Extras partExtras() {
    return rest(textTaken ? Extras.NONE : Extras.PRESENT);
  }

  /** The place of this element, such as {@code domain/devices/disk[2]/target}. */
  public String path() {
    return present() ? XmlPath.of(this) : reading.absentPath();
  }

  private Extras rest(Extras ofEmpty) {
    complete = true;
    return present() ? new XmlRest(this, reading).extras(ofEmpty) : Extras.NONE;
  }

  boolean isTaken(int attribute) {
    if (attribute < Long.SIZE) {
      return (taken & 1L << attribute) != 0;
    }
    return takenBeyond != null && (takenBeyond[attribute / 64] & 1L << attribute % 64) != 0;
  }

  boolean isTextTaken() {
    return textTaken;
  }

  /** The part that the child at {@code i} is, or null if it is not one. */
  @Nullable XmlIn partAt(int i) {
    XmlIn part = parts == null ? null : parts[i];
    return part == null || part.role != Role.PART ? null : part;
  }

  /** Whether the child at {@code i} was neither read nor looked into. */
  boolean isUnknown(int i) {
    XmlIn part = parts == null ? null : parts[i];
    return part == null || part.role == Role.UNKNOWN;
  }

  String @Nullable [] spellings() {
    return spellings;
  }

  void refuseLeftovers() {
    reading.refuseLeftovers();
  }

  private int find(String name) {
    Object[] attributes = element.attributes;
    for (int i = 0; i < attributes.length; i += 2) {
      if (name.equals(attributes[i])) {
        return i / 2;
      }
    }
    return -1;
  }

  private void take(int attribute) {
    if (attribute < Long.SIZE) {
      taken |= 1L << attribute;
    } else {
      if (takenBeyond == null) {
        takenBeyond = new long[element.attributes.length / 128 + 1];
      }
      takenBeyond[attribute / 64] |= 1L << attribute % 64;
    }
  }

  private boolean number(String name, long least, long most) {
    int at = find(name);
    if (at < 0
        || !reading.number(this, name, (String) element.attributes[2 * at + 1], least, most)) {
      return false;
    }
    take(at);
    return true;
  }

  private boolean textNumber(long least, long most) {
    if (!present() || !reading.number(this, "", element.text(), least, most)) {
      return false;
    }
    textTaken = true;
    return true;
  }

  private boolean flag(String name, String yes, String no) {
    int at = find(name);
    if (at < 0) {
      return false;
    }
    String value = (String) element.attributes[2 * at + 1];
    if (!value.equals(yes) && !value.equals(no)) {
      return false;
    }
    take(at);
    reading.found(this, name, value);
    reading.flag = value.equals(yes);
    return true;
  }

  private XmlIn part(int i, XmlElement child) {
    if (parts == null) {
      parts = new XmlIn[element.content.length];
    }
    XmlIn part = parts[i];
    if (part == null) {
      part = new XmlIn(child, this, reading);
      parts[i] = part;
    }
    return part;
  }

  /** The same error with the whole path, where a builder could name only its own part of it. */
  private InvalidDefinitionException located(InvalidDefinitionException e) {
    String own = element.name;
    String path = path();
    if (XmlPath.isWithin(e.path(), path) || !XmlPath.isWithin(e.path(), own)) {
      return e;
    }
    return new InvalidDefinitionException(
        path + e.path().substring(own.length()), e.value(), e.expected());
  }
}
