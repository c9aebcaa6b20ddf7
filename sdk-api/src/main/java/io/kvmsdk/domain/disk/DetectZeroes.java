package io.kvmsdk.domain.disk;

/**
 * What becomes of writes that are all zeroes. An open value: what a newer libvirt may say is read
 * and written as well.
 *
 * @param value as libvirt writes it
 */
public record DetectZeroes(String value) {

  /** They are written. */
  public static final DetectZeroes OFF = new DetectZeroes("off");

  /** They are written as zeroes in an efficient way. */
  public static final DetectZeroes ON = new DetectZeroes("on");

  /** They free the space, if {@link DiscardMode#UNMAP} is set as well. */
  public static final DetectZeroes UNMAP = new DetectZeroes("unmap");

  /** As libvirt writes it. */
  @Override
  public String toString() {
    return value;
  }
}
