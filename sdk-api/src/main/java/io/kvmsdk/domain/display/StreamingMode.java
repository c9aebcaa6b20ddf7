package io.kvmsdk.domain.display;

/**
 * What parts of the picture a SPICE console sends as a film. An open value: what a newer libvirt
 * may say is read and written as well.
 *
 * @param value as libvirt writes it
 */
public record StreamingMode(String value) {

  /** Those that change as a film does, but for small ones. */
  public static final StreamingMode FILTER = new StreamingMode("filter");

  /** All that change often. */
  public static final StreamingMode ALL = new StreamingMode("all");

  /** None. */
  public static final StreamingMode OFF = new StreamingMode("off");

  /** As libvirt writes it. */
  @Override
  public String toString() {
    return value;
  }
}
