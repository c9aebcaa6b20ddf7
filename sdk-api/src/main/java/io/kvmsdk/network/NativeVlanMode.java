package io.kvmsdk.network;

/**
 * Whether packets of the native VLAN carry its tag. Since libvirt 1.1.0. An open value: what a
 * newer libvirt may say is read and written as well.
 *
 * @param value as libvirt writes it
 */
public record NativeVlanMode(String value) {

  /** They carry it. */
  public static final NativeVlanMode TAGGED = new NativeVlanMode("tagged");

  /** They do not. */
  public static final NativeVlanMode UNTAGGED = new NativeVlanMode("untagged");

  /** As libvirt writes it. */
  @Override
  public String toString() {
    return value;
  }
}
