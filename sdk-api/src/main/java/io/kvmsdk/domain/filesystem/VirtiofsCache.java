package io.kvmsdk.domain.filesystem;

/**
 * What a guest may cache of a virtiofs. An open value: what a newer libvirt may say is read and
 * written as well.
 *
 * @param value as libvirt writes it
 */
public record VirtiofsCache(String value) {

  /** Nothing: changes on the host are seen at once. */
  public static final VirtiofsCache NONE = new VirtiofsCache("none");

  /** Everything: fastest, if nobody else changes the files. */
  public static final VirtiofsCache ALWAYS = new VirtiofsCache("always");

  /** As libvirt writes it. */
  @Override
  public String toString() {
    return value;
  }
}
