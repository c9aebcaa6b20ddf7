package io.kvmsdk.domain.input;

/**
 * The keys, pressed together, that switch input devices between host and guest. An open value: what
 * a newer libvirt may say is read and written as well.
 *
 * @param value as libvirt writes it
 */
public record InputGrabToggle(String value) {

  /** Both Ctrl keys. */
  public static final InputGrabToggle CTRL_CTRL = new InputGrabToggle("ctrl-ctrl");

  /** Both Alt keys. */
  public static final InputGrabToggle ALT_ALT = new InputGrabToggle("alt-alt");

  /** Both Shift keys. */
  public static final InputGrabToggle SHIFT_SHIFT = new InputGrabToggle("shift-shift");

  /** Both Meta keys. */
  public static final InputGrabToggle META_META = new InputGrabToggle("meta-meta");

  /** Scroll Lock. */
  public static final InputGrabToggle SCROLL_LOCK = new InputGrabToggle("scrolllock");

  /** Ctrl and Scroll Lock. */
  public static final InputGrabToggle CTRL_SCROLL_LOCK = new InputGrabToggle("ctrl-scrolllock");

  /** As libvirt writes it. */
  @Override
  public String toString() {
    return value;
  }
}
