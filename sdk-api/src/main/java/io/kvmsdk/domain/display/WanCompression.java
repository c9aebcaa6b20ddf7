package io.kvmsdk.domain.display;

/**
 * Whether a SPICE console compresses more for a slow connection. An open value: what a newer
 * libvirt may say is read and written as well.
 *
 * @param value as libvirt writes it
 */
public record WanCompression(String value) {

  /** If the connection is slow. */
  public static final WanCompression AUTO = new WanCompression("auto");

  /** Never. */
  public static final WanCompression NEVER = new WanCompression("never");

  /** Always. */
  public static final WanCompression ALWAYS = new WanCompression("always");

  /** As libvirt writes it. */
  @Override
  public String toString() {
    return value;
  }
}
