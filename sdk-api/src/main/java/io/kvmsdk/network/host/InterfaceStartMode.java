package io.kvmsdk.network.host;

/**
 * When an interface of the host is started. An open value: what a newer libvirt may say is read and
 * written as well.
 *
 * @param value as libvirt writes it
 */
public record InterfaceStartMode(String value) {

  /** With the host. */
  public static final InterfaceStartMode ONBOOT = new InterfaceStartMode("onboot");

  /** When somebody asks for it. */
  public static final InterfaceStartMode NONE = new InterfaceStartMode("none");

  /** When the device appears. */
  public static final InterfaceStartMode HOTPLUG = new InterfaceStartMode("hotplug");

  /** As libvirt writes it. */
  @Override
  public String toString() {
    return value;
  }
}
