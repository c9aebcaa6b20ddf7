package io.kvmsdk.domain.filesystem;

/**
 * What 9p does where one directory spans several file systems of the host, whose files may have the
 * same numbers; QEMU's since 4.2. An open value: what a newer libvirt may say is read and written
 * as well.
 *
 * @param value as libvirt writes it
 */
public record MultipleDevices(String value) {

  /** What QEMU's default is: a warning. */
  public static final MultipleDevices DEFAULT = new MultipleDevices("default");

  /** The numbers are made different. */
  public static final MultipleDevices REMAP = new MultipleDevices("remap");

  /** Only the first file system can be seen. */
  public static final MultipleDevices FORBID = new MultipleDevices("forbid");

  /** There is one warning, and numbers may be the same. */
  public static final MultipleDevices WARN = new MultipleDevices("warn");

  /** As libvirt writes it. */
  @Override
  public String toString() {
    return value;
  }
}
