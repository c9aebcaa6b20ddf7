package io.kvmsdk.capability;

/**
 * Whether a {@link Feature} can be had, as the other side says of itself (QEMU's schema, libvirt's
 * capabilities, a library's version).
 *
 * <p>A call on a feature that is {@link No} throws {@link
 * io.kvmsdk.error.UnsupportedFeatureException} before anything is sent; on one that is {@link Yes}
 * it never does.
 */
public sealed interface Support {

  /** It can be had. */
  Support YES = new Yes();

  /** It cannot be had, for {@code reason}; {@code remedy} says what would change that. */
  static Support no(String reason, String remedy) {
    return new No(reason, remedy);
  }

  /** Whether it can be had. */
  default boolean isYes() {
    return this instanceof Yes;
  }

  /** It can be had. */
  record Yes() implements Support {}

  /**
   * It cannot be had.
   *
   * @param reason what stands in the way, such as {@code needs QEMU 8.2, this is 7.2}
   * @param remedy what the reader can do about it
   */
  record No(String reason, String remedy) implements Support {}
}
