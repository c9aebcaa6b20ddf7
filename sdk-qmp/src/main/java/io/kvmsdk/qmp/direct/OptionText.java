package io.kvmsdk.qmp.direct;

import java.util.Optional;

/**
 * One of QEMU's option texts, {@code first,key=value,...}, for the options that have no JSON form.
 *
 * <p>QEMU ends a value at a comma, and takes two commas for one that belongs to the value; nothing
 * else has a meaning of its own within a value. Keys are this library's own, never a user's.
 */
final class OptionText {

  private final StringBuilder text;

  private OptionText(String first) {
    text = new StringBuilder(escape(first));
  }

  /** Begins with the value that QEMU expects without a key, such as a chardev's kind. */
  static OptionText of(String first) {
    return new OptionText(first);
  }

  /** Begins with a key. */
  static OptionText of(String key, String value) {
    OptionText option = new OptionText("");
    option.text.append(key).append('=').append(escape(value));
    return option;
  }

  OptionText with(String key, String value) {
    text.append(',').append(key).append('=').append(escape(value));
    return this;
  }

  OptionText with(String key, long value) {
    return with(key, Long.toString(value));
  }

  OptionText with(String key, boolean value) {
    return with(key, onOff(value));
  }

  OptionText with(String key, Optional<?> value) {
    return value.isPresent() ? with(key, value.get().toString()) : this;
  }

  static String onOff(boolean value) {
    return value ? "on" : "off";
  }

  private static String escape(String value) {
    return value.replace(",", ",,");
  }

  @Override
  public String toString() {
    return text.toString();
  }
}
