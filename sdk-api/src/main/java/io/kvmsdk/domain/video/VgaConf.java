package io.kvmsdk.domain.video;

/**
 * How a bhyve guest sees its card as VGA. An open value: what a newer libvirt may say is read and
 * written as well.
 *
 * @param value as libvirt writes it
 */
public record VgaConf(String value) {

  /** By its ports only. */
  public static final VgaConf IO = new VgaConf("io");

  /** By ports and memory. */
  public static final VgaConf ON = new VgaConf("on");

  /** Not at all. */
  public static final VgaConf OFF = new VgaConf("off");

  /** As libvirt writes it. */
  @Override
  public String toString() {
    return value;
  }
}
