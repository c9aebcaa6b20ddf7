package io.kvmsdk.domain.boot;

/**
 * The format of an image of firmware, or of what it remembers. Since libvirt 9.2.0. An open value:
 * what a newer libvirt may say is read and written as well.
 *
 * @param value as libvirt writes it
 */
public record FirmwareFormat(String value) {

  /** The plain bytes. */
  public static final FirmwareFormat RAW = new FirmwareFormat("raw");

  /** QEMU's format, of which snapshots can be taken. */
  public static final FirmwareFormat QCOW2 = new FirmwareFormat("qcow2");

  /** As libvirt writes it. */
  @Override
  public String toString() {
    return value;
  }
}
