package io.kvmsdk.host.device.part;

/**
 * What a DRM device is for. An open value: what a newer libvirt may say is read and written as
 * well.
 *
 * @param value as libvirt writes it
 */
public record DrmType(String value) {

  /** Everything. */
  public static final DrmType PRIMARY = new DrmType("primary");

  /** Setting modes. */
  public static final DrmType CONTROL = new DrmType("control");

  /** Rendering only. */
  public static final DrmType RENDER = new DrmType("render");

  /** As libvirt writes it. */
  @Override
  public String toString() {
    return value;
  }
}
