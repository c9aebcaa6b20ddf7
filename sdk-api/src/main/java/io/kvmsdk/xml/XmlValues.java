package io.kvmsdk.xml;

import io.kvmsdk.units.ByteRate;
import io.kvmsdk.units.ByteSize;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads the values of one element that are more than texts: numbers, amounts, yes and no. */
abstract class XmlValues extends XmlNotes {

  /** What libvirt counts in KiB, with and without a unit: the unit is written in any case. */
  private static final Set<String> IN_KIB =
      Set.of(
          "memory",
          "currentMemory",
          "maxMemory",
          "hard_limit",
          "soft_limit",
          "min_guarantee",
          "swap_hard_limit");

  XmlValues(
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

  /** The element's own text, without that of its children. */
  final String ownText() {
    return XmlText.joined(content);
  }

  /** Finds an attribute that is a whole number of 31 bits, not negative. */
  public boolean intAttr(String name) {
    return number(name, 0, Integer.MAX_VALUE);
  }

  /** Finds an attribute that is a whole number of 32 bits, which may be negative. */
  public boolean signedIntAttr(String name) {
    return number(name, Integer.MIN_VALUE, Integer.MAX_VALUE);
  }

  /** Finds an attribute that is a whole number of 63 bits, not negative. */
  public boolean longAttr(String name) {
    return number(name, 0, Long.MAX_VALUE);
  }

  /** Finds an attribute that is {@code yes} or {@code no}. */
  public boolean yesNo(String name) {
    return flag(name, "yes", "no");
  }

  /** Finds an attribute that is {@code on} or {@code off}. */
  public boolean onOff(String name) {
    return flag(name, "on", "off");
  }

  /** Finds an attribute that is a whole number of 64 bits, which may be negative. */
  public boolean signedLongAttr(String name) {
    return number(name, Long.MIN_VALUE, Long.MAX_VALUE);
  }

  /** Finds an attribute that is {@code true} or {@code false}. */
  public boolean trueFalse(String name) {
    return flag(name, "true", "false");
  }

  /** Finds an attribute that is {@code 1} or {@code 0}. */
  public boolean zeroOne(String name) {
    return flag(name, "1", "0");
  }

  /**
   * Finds an attribute that is an amount, always in the same unit.
   *
   * @param unit the unit, such as {@code KiB}
   */
  public boolean fixedSizeAttr(String name, String unit) {
    int at = find(name);
    if (at < 0
        || !reading.number(self(), name, (String) attributes[2 * at + 1], 0, Long.MAX_VALUE)
        || !reading.size(unit)) {
      return false;
    }
    take(at);
    return true;
  }

  /** Finds an attribute that is an amount, with its unit in the attribute {@code unit}. */
  public boolean sizeAttr(String name, String unit) {
    return sizeAttr(name, "unit", unit);
  }

  /**
   * Finds an attribute that is an amount, with its unit in another.
   *
   * @param unitName the name of the attribute with the unit
   * @param unit what is meant where no unit is written
   */
  public boolean sizeAttr(String name, String unitName, String unit) {
    int at = find(unitName);
    String written = at < 0 ? unit : (String) attributes[2 * at + 1];
    if (!fixedSizeAttr(name, written)) {
      return false;
    }
    if (at >= 0) {
      take(at);
    }
    boolean kibibytes = XmlOut.inKibibytes(reading.size);
    spelling(unitName, kibibytes ? "KiB" : "bytes", at >= 0 ? written : Extras.UNWRITTEN);
    long bytes = reading.size.bytes();
    String amount = Long.toString(kibibytes ? bytes / 1024 : bytes);
    if (!amount.equals(reading.value)) {
      spelling(name, amount, reading.value);
    }
    return true;
  }

  /** Finds an attribute that is an amount each second, always in the same unit. */
  public boolean rateAttr(String name, String unit) {
    return fixedSizeAttr(name, unit);
  }

  /**
   * Finds an attribute that is {@code on} or {@code off}, or what libvirt takes it to be where the
   * element is there without it.
   */
  public boolean onOffOr(String name, boolean assumed) {
    return find(name) < 0 ? assumed(name, assumed, assumed ? "on" : "off") : onOff(name);
  }

  /**
   * Finds an attribute that is {@code yes} or {@code no}, or what libvirt takes it to be where the
   * element is there without it.
   */
  public boolean yesNoOr(String name, boolean assumed) {
    return find(name) < 0 ? assumed(name, assumed, assumed ? "yes" : "no") : yesNo(name);
  }

  /**
   * Finds the element's own text that is a hexadecimal number of 63 bits, with or without 0x.
   *
   * @param digits with how many digits it is written at least
   */
  public boolean longHexText(int digits) {
    if (this == reading.absent || !reading.hexNumber(self(), ownText())) {
      return false;
    }
    takeText();
    String canonical = XmlOut.hex(digits, reading.number);
    if (!canonical.equals(ownText())) {
      spelling("", canonical, ownText());
    }
    return true;
  }

  /** Finds the element's own text that is a whole number of 31 bits, not negative. */
  public boolean intText() {
    return textNumber(0, Integer.MAX_VALUE);
  }

  /** Finds the element's own text that is a whole number of 63 bits, not negative. */
  public boolean longText() {
    return textNumber(0, Long.MAX_VALUE);
  }

  /** Finds the element's own text that is a whole number of 64 bits, which may be negative. */
  public boolean signedLongText() {
    return textNumber(Long.MIN_VALUE, Long.MAX_VALUE);
  }

  /** Finds the element's own text that is {@code yes} or {@code no}. */
  public boolean yesNoText() {
    return flagText("yes", "no");
  }

  /** Finds the element's own text that is {@code 1} or {@code 0}. */
  public boolean zeroOneText() {
    return flagText("1", "0");
  }

  /** Finds the element's own text that is an amount, always in the same unit. */
  public boolean fixedSizeText(String unit) {
    return textNumber(0, Long.MAX_VALUE) && reading.size(unit);
  }

  /** Finds the element's own text that is an amount each second, always in the same unit. */
  public boolean rateText(String unit) {
    return fixedSizeText(unit);
  }

  /**
   * Finds the element's own text that is an amount, with its unit in the attribute {@code unit}.
   *
   * @param unit what is meant where no unit is written
   */
  public boolean sizeText(String unit) {
    int at = find("unit");
    String written = at < 0 ? unit : (String) attributes[2 * at + 1];
    if (this == reading.absent
        || !reading.number(self(), "", ownText(), 0, Long.MAX_VALUE)
        || !reading.size(written)) {
      return false;
    }
    takeText();
    if (at >= 0) {
      take(at);
    }
    if (content.length > 1 || (at < 0 && !IN_KIB.contains(name))) {
      boolean kibibytes = XmlOut.inKibibytes(reading.size);
      spelling("unit", kibibytes ? "KiB" : "bytes", at >= 0 ? written : Extras.UNWRITTEN);
      long bytes = reading.size.bytes();
      spelling("", Long.toString(kibibytes ? bytes / 1024 : bytes), ownText());
    }
    return true;
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

  /** What the last look-up for an amount each second found. */
  public ByteRate rate() {
    return new ByteRate(reading.size.bytes());
  }

  private boolean number(String name, long least, long most) {
    return mayHave(name) && presentNumber(name, least, most);
  }

  private boolean presentNumber(String name, long least, long most) {
    int at = search(name);
    if (at < 0 || !reading.number(self(), name, (String) attributes[2 * at + 1], least, most)) {
      return false;
    }
    take(at);
    return true;
  }

  private boolean textNumber(long least, long most) {
    if (this == reading.absent || !reading.number(self(), "", ownText(), least, most)) {
      return false;
    }
    takeText();
    if (content.length > 1) {
      spelling("", Long.toString(reading.number), ownText());
    }
    return true;
  }

  private boolean flag(String name, String yes, String no) {
    return mayHave(name) && presentFlag(name, yes, no);
  }

  private boolean presentFlag(String name, String yes, String no) {
    int at = search(name);
    if (at < 0) {
      return false;
    }
    String value = (String) attributes[2 * at + 1];
    if (!value.equals(yes) && !value.equals(no)) {
      return false;
    }
    take(at);
    reading.found(self(), name, value);
    reading.flag = value.equals(yes);
    return true;
  }

  private boolean assumed(String name, boolean value, String word) {
    if (this == reading.absent) {
      return false;
    }
    reading.found(self(), name, word);
    reading.flag = value;
    spelling(name, word, Extras.UNWRITTEN);
    return true;
  }

  private boolean flagText(String yes, String no) {
    String value = ownText().strip();
    if (this == reading.absent || (!value.equals(yes) && !value.equals(no))) {
      return false;
    }
    takeText();
    reading.found(self(), "", ownText());
    reading.flag = value.equals(yes);
    if (!value.equals(ownText())) {
      spelling("", value, ownText());
    }
    return true;
  }

  private XmlIn self() {
    return (XmlIn) this;
  }
}
