package io.kvmsdk.qmp;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Locale;

/**
 * What QEMU or a guest agent answered has something else in a place than its schema says. Thrown
 * only when that place is asked for; all else of the answer can be read, and the JSON itself by
 * {@link QmpObject#member}. It says what kind of value came, never the value.
 */
public final class UnexpectedValueException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final String type;
  private final String member;
  private final String expected;
  private final String found;

  UnexpectedValueException(QmpType.Place place, String expected, JsonNode found) {
    this(place.type(), place.member(), expected, kind(found));
  }

  private UnexpectedValueException(String type, String member, String expected, String found) {
    super(
        type
            + (member.isEmpty() || member.startsWith("[") ? member : "." + member)
            + ": expected "
            + expected
            + ", found "
            + found);
    this.type = type;
    this.member = member;
    this.expected = expected;
    this.found = found;
  }

  private static String kind(JsonNode found) {
    return found.isMissingNode()
        ? "nothing"
        : "JSON " + found.getNodeType().name().toLowerCase(Locale.ROOT);
  }

  /** QEMU's name of the type that was read, or of the command or event. */
  public String type() {
    return type;
  }

  /** The member, such as {@code children[2]}; empty where the whole is something else. */
  public String member() {
    return member;
  }

  /** What the schema says. */
  public String expected() {
    return expected;
  }

  /** The kind of JSON value that came, or {@code nothing}. */
  public String found() {
    return found;
  }
}
