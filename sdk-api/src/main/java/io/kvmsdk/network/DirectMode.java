package io.kvmsdk.network;

/**
 * How a macvtap shares its lower device. An open value: what a newer libvirt may say is read and
 * written as well.
 *
 * @param value as libvirt writes it
 */
public record DirectMode(String value) {

  /** Over a switch that reflects; what is meant where nothing is said. */
  public static final DirectMode VEPA = new DirectMode("vepa");

  /** With the other macvtaps of the lower device. */
  public static final DirectMode BRIDGE = new DirectMode("bridge");

  /** With nobody. */
  public static final DirectMode PRIVATE = new DirectMode("private");

  /** It takes the lower device for itself. Since libvirt 0.9.2. */
  public static final DirectMode PASSTHROUGH = new DirectMode("passthrough");

  /** As libvirt writes it. */
  @Override
  public String toString() {
    return value;
  }
}
