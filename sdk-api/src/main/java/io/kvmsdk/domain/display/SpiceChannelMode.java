package io.kvmsdk.domain.display;

/**
 * How a channel of a SPICE console is secured. An open value: what a newer libvirt may say is read
 * and written as well.
 *
 * @param value as libvirt writes it
 */
public record SpiceChannelMode(String value) {

  /** Encrypted where the client can, else not. */
  public static final SpiceChannelMode ANY = new SpiceChannelMode("any");

  /** Encrypted. */
  public static final SpiceChannelMode SECURE = new SpiceChannelMode("secure");

  /** Not encrypted. */
  public static final SpiceChannelMode INSECURE = new SpiceChannelMode("insecure");

  /** As libvirt writes it. */
  @Override
  public String toString() {
    return value;
  }
}
