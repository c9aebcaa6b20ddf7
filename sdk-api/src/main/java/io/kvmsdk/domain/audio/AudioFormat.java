package io.kvmsdk.domain.audio;

/**
 * What one sample of sound is. An open value: what a newer libvirt may say is read and written as
 * well.
 *
 * @param value as libvirt writes it
 */
public record AudioFormat(String value) {

  /** 8 bits, signed. */
  public static final AudioFormat S8 = new AudioFormat("s8");

  /** 8 bits, not negative. */
  public static final AudioFormat U8 = new AudioFormat("u8");

  /** 16 bits, signed. */
  public static final AudioFormat S16 = new AudioFormat("s16");

  /** 16 bits, not negative. */
  public static final AudioFormat U16 = new AudioFormat("u16");

  /** 32 bits, signed. */
  public static final AudioFormat S32 = new AudioFormat("s32");

  /** 32 bits, not negative. */
  public static final AudioFormat U32 = new AudioFormat("u32");

  /** A floating point number of 32 bits. */
  public static final AudioFormat F32 = new AudioFormat("f32");

  /** As libvirt writes it. */
  @Override
  public String toString() {
    return value;
  }
}
