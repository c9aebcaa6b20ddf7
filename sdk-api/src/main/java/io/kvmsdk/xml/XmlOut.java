package io.kvmsdk.xml;

import io.kvmsdk.error.InvalidDefinitionException;
import io.kvmsdk.units.ByteRate;
import io.kvmsdk.units.ByteSize;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/**
 * Writes a document, indented by two as libvirt does.
 *
 * <p>An element is begun, given its attributes, then its content, and ended. What it has in its
 * {@link Extras} is written with it: attributes behind the known ones, unless they were set by now,
 * elements behind the known ones. For one thread, while a document is written.
 */
public final class XmlOut extends XmlTags {

  XmlOut() {}

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

  /** Writes an attribute in hexadecimal, if there is a value. */
  public void longHexAttr(String name, int digits, Optional<Long> value) {
    if (value.isPresent()) {
      String hex = Long.toHexString(value.get());
      attr(name, "0x" + "0".repeat(Math.max(0, digits - hex.length())) + hex);
    }
  }

  /** Writes the text of the current element in hexadecimal, if there is a value. */
  public void longHexText(int digits, Optional<Long> value) {
    if (value.isPresent()) {
      text(hex(digits, value.get()));
    }
  }

  /** A number in hexadecimal, with so many digits at least. */
  static String hex(int digits, long value) {
    String hex = Long.toHexString(value);
    return "0x" + "0".repeat(Math.max(0, digits - hex.length())) + hex;
  }

  /** Writes a length of time as an attribute, in such units, if there is one. */
  public void durationAttr(String name, ChronoUnit unit, Optional<Duration> value) {
    if (value.isPresent()) {
      attr(name, amount(value.get(), unit));
    }
  }

  /** Writes a length of time as the text of the current element, if there is one. */
  public void durationText(ChronoUnit unit, Optional<Duration> value) {
    if (value.isPresent()) {
      text(amount(value.get(), unit));
    }
  }

  private String amount(Duration length, ChronoUnit unit) {
    Duration rest = length.minus(length.dividedBy(unit.getDuration()), unit);
    if (length.isNegative() || !rest.isZero()) {
      throw new InvalidDefinitionException(
          current(), length.toString(), "a whole number of " + unit + ", not negative");
    }
    return Long.toString(length.dividedBy(unit.getDuration()));
  }

  /** Writes an amount as an attribute, in that unit, if there is one. */
  public void fixedSizeAttr(String name, String unit, Optional<ByteSize> value) {
    if (value.isPresent()) {
      attr(name, amount(value.get().bytes(), unit));
    }
  }

  /** Writes an amount as the text of the current element, in that unit, if there is one. */
  public void fixedSizeText(String unit, Optional<ByteSize> value) {
    if (value.isPresent()) {
      text(amount(value.get().bytes(), unit));
    }
  }

  /** Writes an amount each second as an attribute, in that unit, if there is one. */
  public void rateAttr(String name, String unit, Optional<ByteRate> value) {
    if (value.isPresent()) {
      attr(name, amount(value.get().bytesPerSecond(), unit));
    }
  }

  /** Writes an amount each second as the text of the current element, if there is one. */
  public void rateText(String unit, Optional<ByteRate> value) {
    if (value.isPresent()) {
      text(amount(value.get().bytesPerSecond(), unit));
    }
  }

  private String amount(long bytes, String unit) {
    long factor = ByteSize.of(1, unit).bytes();
    if (bytes % factor != 0) {
      throw new InvalidDefinitionException(
          current(), bytes + " bytes", "a multiple of 1 " + unit + ", in which libvirt counts it");
    }
    return Long.toString(bytes / factor);
  }

  /** Writes an amount as an attribute, and its unit as another, if there is one. */
  public void sizeAttr(String name, Optional<ByteSize> value) {
    sizeAttr(name, "unit", value);
  }

  /** Writes an amount as an attribute, and its unit as another of that name, if there is one. */
  public void sizeAttr(String name, String unitName, Optional<ByteSize> value) {
    if (value.isPresent()) {
      long bytes = value.get().bytes();
      boolean kibibytes = inKibibytes(value.get());
      attr(name, Long.toString(kibibytes ? bytes / 1024 : bytes));
      attr(unitName, kibibytes ? "KiB" : "bytes");
    }
  }

  /** Writes the text of the current element as the value prints, if there is a value. */
  public void text(Optional<?> value) {
    if (value.isPresent()) {
      text(value.get().toString());
    }
  }

  /** Writes the text of the current element in hexadecimal, if there is a value. */
  public void hexText(int digits, Optional<Integer> value) {
    if (value.isPresent()) {
      String hex = Integer.toHexString(value.get());
      text("0x" + "0".repeat(Math.max(0, digits - hex.length())) + hex);
    }
  }

  /** Writes the text of the current element as {@code yes} or {@code no}, if there is a value. */
  public void yesNoText(Optional<Boolean> value) {
    if (value.isPresent()) {
      text(value.get() ? "yes" : "no");
    }
  }

  /** Writes the text of the current element as {@code 1} or {@code 0}, if there is a value. */
  public void zeroOneText(Optional<Boolean> value) {
    if (value.isPresent()) {
      text(value.get() ? "1" : "0");
    }
  }

  /** Writes a child element for each text, or for each value as it prints. */
  public void partTexts(String name, List<?> texts) {
    for (int i = 0; i < texts.size(); i++) {
      begin(name, inner(XmlRest.numbered(name, i)));
      text(texts.get(i).toString());
      end();
    }
  }

  /** Writes a child element for each value, with nothing but that as an attribute. */
  public void partAttrs(String name, String attribute, List<?> values) {
    for (int i = 0; i < values.size(); i++) {
      begin(name, inner(XmlRest.numbered(name, i)));
      attr(attribute, values.get(i).toString());
      end();
    }
  }

  /** Writes a child element in a namespace for each value, with nothing but an attribute. */
  public void partAttrs(
      String prefix, String namespace, String name, String attribute, List<?> values) {
    for (int i = 0; i < values.size(); i++) {
      begin(prefix, namespace, name, inner(XmlRest.numbered(name, i)));
      attr(attribute, values.get(i).toString());
      end();
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
      begin(name, inner(name));
      end();
    }
  }

  /** Begins a child element that says something by being there, and may say more. */
  public void beginFlag(String name, boolean there) {
    beginPart(name);
    if (there) {
      openTag();
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

  /** Writes a value as an element of another name than its own, if there is one. */
  public <T> void write(String name, XmlMapping<T> mapping, Optional<? extends T> value) {
    if (value.isPresent()) {
      mapping.write(value.get(), name, this);
    }
  }

  /** Writes the child of the current element that a union says. */
  public <T> void write(XmlUnion<T> union, T value) {
    union.write(value, this);
  }

  /** Writes values, each as an element of that name. */
  public <T> void writeAll(String name, XmlMapping<T> mapping, List<? extends T> values) {
    for (int i = 0; i < values.size(); i++) {
      mapping.write(values.get(i), name, this);
    }
  }

  /** Writes values, each as its own element. */
  public <T> void writeAll(XmlMapping<T> mapping, List<? extends T> values) {
    for (int i = 0; i < values.size(); i++) {
      mapping.write(values.get(i), mapping.element(), this);
    }
  }
}
