package io.kvmsdk.domain.disk;

/**
 * What becomes of a guest's request to discard blocks. An open value: what a newer libvirt may say
 * is read and written as well.
 *
 * @param value as libvirt writes it
 */
public record DiscardMode(String value) {

  /** It frees the space in the image. */
  public static final DiscardMode UNMAP = new DiscardMode("unmap");

  /** Nothing. */
  public static final DiscardMode IGNORE = new DiscardMode("ignore");

  /** As libvirt writes it. */
  @Override
  public String toString() {
    return value;
  }
}
