package io.kvmsdk.host.device.part;

/**
 * What kind of path leads to a device. An open value: what a newer libvirt may say is read and
 * written as well.
 *
 * @param value as libvirt writes it
 */
public record DeviceFileType(String value) {

  /** The file itself. */
  public static final DeviceFileType DEV = new DeviceFileType("dev");

  /** A symbolic link to it. */
  public static final DeviceFileType LINK = new DeviceFileType("link");

  /** As libvirt writes it. */
  @Override
  public String toString() {
    return value;
  }
}
