package io.kvmsdk.domain.display;

/**
 * A channel of a SPICE console. An open value: what a newer libvirt may say is read and written as
 * well.
 *
 * @param value as libvirt writes it
 */
public record SpiceChannelName(String value) {

  /** What holds the others together. */
  public static final SpiceChannelName MAIN = new SpiceChannelName("main");

  /** The picture. */
  public static final SpiceChannelName DISPLAY = new SpiceChannelName("display");

  /** Keyboard and mouse. */
  public static final SpiceChannelName INPUTS = new SpiceChannelName("inputs");

  /** The mouse pointer. */
  public static final SpiceChannelName CURSOR = new SpiceChannelName("cursor");

  /** Sound from the guest. */
  public static final SpiceChannelName PLAYBACK = new SpiceChannelName("playback");

  /** Sound to the guest. */
  public static final SpiceChannelName RECORD = new SpiceChannelName("record");

  /** Smartcards of the client. Since libvirt 0.8.8. */
  public static final SpiceChannelName SMARTCARD = new SpiceChannelName("smartcard");

  /** USB devices of the client. Since libvirt 0.9.12. */
  public static final SpiceChannelName USBREDIR = new SpiceChannelName("usbredir");

  /** As libvirt writes it. */
  @Override
  public String toString() {
    return value;
  }
}
