package io.kvmsdk.xml;

import io.kvmsdk.error.InvalidDefinitionException;
import io.kvmsdk.units.ByteSize;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the readers of one document share: the last value that was found, and what is left. */
final class XmlReading {

  private static final int MOST_NAMED = 50;

  /** How often one document is read at the most. */
  private static final int MOST_READ = 50;

  /**
   * How many characters are read once more at the most, so that a hostile document costs little.
   */
  private static final long MOST_READ_AGAIN = 4 * 1024 * 1024;

  final boolean strict;
  private final String xml;
  private final List<String> leftovers = new ArrayList<>(0);
  private int leftoverCount;

  /** Where the last value was found; null before the first. */
  @Nullable XmlIn at;

  /** The attribute of it; empty for the text. */
  String name = "";

  String value = "";
  long number;
  boolean flag;
  ByteSize size = ByteSize.ZERO;

  private @Nullable XmlIn notUnderstood;
  private int again;

  /** What stands for an element that is not there. */
  final XmlIn absent =
      new XmlIn(this, null, "", "", "absent", XmlElement.NOTHING, 0, XmlElement.NO_NAMESPACES, -1);

  private @Nullable XmlIn absentIn;
  private String absentName = "";

  XmlReading(Strictness strictness, String xml) {
    this.strict = strictness == Strictness.STRICT;
    this.xml = xml;
  }

  /** The element in which nothing is found, for a child that is not there. */
  XmlIn absent(XmlIn parent, String child) {
    if (parent != absent) {
      absentIn = parent;
      absentName = child;
    }
    return absent;
  }

  String absentPath() {
    return absentIn == null ? absentName : absentIn.path() + "/" + absentName;
  }

  /**
   * Notes that a value is there without which {@code in}, or what it is a part of, cannot be, but
   * in a form that is not known here.
   */
  void notUnderstood(XmlIn in) {
    notUnderstood = in.present() ? in : absentIn;
  }

  /** Whether the child that was found absent last is one that was not understood. */
  boolean isAbsentAside() {
    return again > 0 && absentIn != null && absentIn.hasAside(absentName);
  }

  /**
   * Sets aside what is not understood, with its siblings of the same name, whose order is to be
   * kept; false if there is no such element, or too many.
   */
  boolean startAgain() {
    XmlIn in = notUnderstood;
    while (in != null && in.parent != null && !in.isValue()) {
      in = in.parent;
    }
    XmlIn parent = in == null ? null : in.parent;
    if (in == null
        || parent == null
        || ++again >= MOST_READ
        || again * (long) xml.length() > MOST_READ_AGAIN) {
      return false;
    }
    for (Object node : parent.content) {
      if (node instanceof XmlIn sibling && sibling.isNamed(in.namespace, in.name)) {
        sibling.setAside();
      }
    }
    notUnderstood = null;
    leftovers.clear();
    leftoverCount = 0;
    return true;
  }

  void found(XmlIn in, String attribute, String text) {
    at = in;
    name = attribute;
    value = text;
  }

  /**
   * Reads a number as libvirt does, decimal or 0x.
   *
   * @return whether there is one; not if it may be in a form that is not known here
   */
  boolean number(XmlIn in, String attribute, String text, long least, long most) {
    String digits = text.strip();
    try {
      number =
          hexadecimal(digits)
              ? Long.parseLong(digits, 2, digits.length(), 16)
              : Long.parseLong(digits);
    } catch (NumberFormatException e) {
      if (startsAsNumber(digits)) {
        return false;
      }
      found(in, attribute, text);
      throw wrong("a whole number");
    }
    if (number < least && least == 0) {
      found(in, attribute, text);
      throw wrong("a whole number that is not negative");
    }
    if (number < least || number > most) {
      return false;
    }
    found(in, attribute, text);
    return true;
  }

  /** Reads a number in hexadecimal, with or without 0x; not if it is none. */
  boolean hexNumber(XmlIn in, String text) {
    String digits = text.strip();
    try {
      number = Long.parseLong(hexadecimal(digits) ? digits.substring(2) : digits, 16);
    } catch (NumberFormatException e) {
      return false;
    }
    found(in, "", text);
    return number >= 0;
  }

  private static boolean hexadecimal(String digits) {
    return digits.startsWith("0x") || digits.startsWith("0X");
  }

  static boolean startsAsNumber(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c >= '0' && c <= '9') {
        return true;
      }
      if (i > 0 || (c != '-' && c != '+' && c != '.')) {
        return false;
      }
    }
    return false;
  }

  /** Makes the last number an amount; not if the unit is not known here. */
  boolean size(String unit) {
    try {
      size = ByteSize.of(number, unit);
      return true;
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  /** The error that the last value is. */
  InvalidDefinitionException wrong(String expected) {
    String where = at == null ? "" : name.isEmpty() ? at.path() : at.path() + "/@" + name;
    return new InvalidDefinitionException(where, XmlText.clipped(value), expected + line());
  }

  private String line() {
    if (at == null || at.offset < 0 || at.offset > xml.length()) {
      return "";
    }
    long line = 1 + xml.substring(0, at.offset).chars().filter(c -> c == '\n').count();
    return " (line " + line + ")";
  }

  /**
   * Notes what a strict reading refuses.
   *
   * @param what an element, or the name of an attribute
   */
  void leftOver(XmlNotes in, String before, Object what) {
    if (!strict) {
      return;
    }
    leftoverCount++;
    if (leftovers.size() < MOST_NAMED) {
      String step = what instanceof XmlIn child ? XmlPath.of(in, child) : before + what;
      leftovers.add(XmlPath.of(in) + "/" + step);
    }
  }

  void refuseLeftovers() {
    if (!leftovers.isEmpty()) {
      throw new InvalidDefinitionException(
          leftovers.get(0),
          "not modelled",
          "nothing in a strict reading that has no name in the model; there is: "
              + String.join(", ", leftovers)
              + (leftoverCount > MOST_NAMED
                  ? " and " + (leftoverCount - MOST_NAMED) + " more"
                  : ""));
    }
  }
}
