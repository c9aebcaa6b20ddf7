package io.kvmsdk.domain.disk;

/**
 * Whether the tray of a drive is out. An open value: what a newer libvirt may say is read and
 * written as well.
 *
 * @param value as libvirt writes it
 */
public record TrayState(String value) {

  /** It is out, and there is no medium in the drive. */
  public static final TrayState OPEN = new TrayState("open");

  /** It is in; what is meant where nothing is said. */
  public static final TrayState CLOSED = new TrayState("closed");

  /** As libvirt writes it. */
  @Override
  public String toString() {
    return value;
  }
}
