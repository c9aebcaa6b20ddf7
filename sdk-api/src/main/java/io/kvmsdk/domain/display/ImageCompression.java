package io.kvmsdk.domain.display;

/**
 * How a SPICE console compresses images. An open value: what a newer libvirt may say is read and
 * written as well.
 *
 * @param value as libvirt writes it
 */
public record ImageCompression(String value) {

  /** By QUIC or GLZ, whichever suits the image. */
  public static final ImageCompression AUTO_GLZ = new ImageCompression("auto_glz");

  /** By QUIC or LZ, whichever suits the image. */
  public static final ImageCompression AUTO_LZ = new ImageCompression("auto_lz");

  /** By QUIC, which suits photos. */
  public static final ImageCompression QUIC = new ImageCompression("quic");

  /** By LZ with a dictionary that all images share. */
  public static final ImageCompression GLZ = new ImageCompression("glz");

  /** By LZ. */
  public static final ImageCompression LZ = new ImageCompression("lz");

  /** Not at all, which suits clients on the host itself. */
  public static final ImageCompression OFF = new ImageCompression("off");

  /** As libvirt writes it. */
  @Override
  public String toString() {
    return value;
  }
}
