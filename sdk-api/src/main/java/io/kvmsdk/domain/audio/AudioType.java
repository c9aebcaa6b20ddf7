package io.kvmsdk.domain.audio;

/**
 * What takes the sound of a domain. An open value: what a newer libvirt may say is read and written
 * as well.
 *
 * @param value as libvirt writes it
 */
public record AudioType(String value) {

  /** Nothing but a remote console; the default beside VNC. */
  public static final AudioType NONE = new AudioType("none");

  /** ALSA, of Linux. */
  public static final AudioType ALSA = new AudioType("alsa");

  /** CoreAudio, of macOS. */
  public static final AudioType COREAUDIO = new AudioType("coreaudio");

  /** A D-Bus display. Since libvirt 8.4.0. */
  public static final AudioType DBUS = new AudioType("dbus");

  /** A file, which takes sound and gives none. */
  public static final AudioType FILE = new AudioType("file");

  /** A JACK server. */
  public static final AudioType JACK = new AudioType("jack");

  /** OSS, of BSD. */
  public static final AudioType OSS = new AudioType("oss");

  /** A PipeWire daemon. Since libvirt 9.10.0. */
  public static final AudioType PIPEWIRE = new AudioType("pipewire");

  /** A PulseAudio server. */
  public static final AudioType PULSEAUDIO = new AudioType("pulseaudio");

  /** The library SDL. */
  public static final AudioType SDL = new AudioType("sdl");

  /** The client of a SPICE console; the default beside SPICE. */
  public static final AudioType SPICE = new AudioType("spice");

  /** As libvirt writes it. */
  @Override
  public String toString() {
    return value;
  }
}
