package io.kvmsdk.domain.audio;

/**
 * What is attached to an HD Audio card. An open value: what a newer libvirt may say is read and
 * written as well.
 *
 * @param value as libvirt writes it
 */
public record SoundCodec(String value) {

  /** Line in and line out. */
  public static final SoundCodec DUPLEX = new SoundCodec("duplex");

  /** Speaker and microphone. */
  public static final SoundCodec MICRO = new SoundCodec("micro");

  /** Line out. Since libvirt 4.4.0. */
  public static final SoundCodec OUTPUT = new SoundCodec("output");

  /** As libvirt writes it. */
  @Override
  public String toString() {
    return value;
  }
}
