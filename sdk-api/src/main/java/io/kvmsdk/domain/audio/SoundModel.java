package io.kvmsdk.domain.audio;

/**
 * What sound card a guest sees. An open value: what a newer libvirt may say is read and written as
 * well.
 *
 * @param value as libvirt writes it
 */
public record SoundModel(String value) {

  /** A Sound Blaster 16. */
  public static final SoundModel SB16 = new SoundModel("sb16");

  /** An Ensoniq AudioPCI. */
  public static final SoundModel ES1370 = new SoundModel("es1370");

  /** The beeper of a PC. */
  public static final SoundModel PCSPK = new SoundModel("pcspk");

  /** An Intel 82801AA. Since libvirt 0.6.0. */
  public static final SoundModel AC97 = new SoundModel("ac97");

  /** Intel's HD Audio of the chipset ICH6. Since libvirt 0.8.8. */
  public static final SoundModel ICH6 = new SoundModel("ich6");

  /** Intel's HD Audio of the chipset ICH7; bhyve only. Since libvirt 6.7.0. */
  public static final SoundModel ICH7 = new SoundModel("ich7");

  /** Intel's HD Audio of the chipset ICH9. Since libvirt 1.1.3. */
  public static final SoundModel ICH9 = new SoundModel("ich9");

  /** A sound card on USB. Since libvirt 1.2.8. */
  public static final SoundModel USB = new SoundModel("usb");

  /** A virtio card; QEMU's since 8.2. Since libvirt 10.4.0. */
  public static final SoundModel VIRTIO = new SoundModel("virtio");

  /** As libvirt writes it. */
  @Override
  public String toString() {
    return value;
  }
}
