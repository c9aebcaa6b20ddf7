package io.kvmsdk.domain.video;

/**
 * What graphics card a guest sees. An open value: what a newer libvirt may say is read and written
 * as well.
 *
 * @param value as libvirt writes it
 */
public record VideoModel(String value) {

  /** A VGA card with the extensions of VESA. */
  public static final VideoModel VGA = new VideoModel("vga");

  /** The Cirrus Logic GD5446, for old guests. */
  public static final VideoModel CIRRUS = new VideoModel("cirrus");

  /** That of VMware. */
  public static final VideoModel VMVGA = new VideoModel("vmvga");

  /** That of Xen, which guests know to be virtual. */
  public static final VideoModel XEN = new VideoModel("xen");

  /** That of VirtualBox. */
  public static final VideoModel VBOX = new VideoModel("vbox");

  /** That of SPICE. Since libvirt 0.8.6. */
  public static final VideoModel QXL = new VideoModel("qxl");

  /** A virtio card. Since libvirt 1.3.0. */
  public static final VideoModel VIRTIO = new VideoModel("virtio");

  /** That of bhyve. Since libvirt 3.2.0. */
  public static final VideoModel GOP = new VideoModel("gop");

  /** None, and libvirt adds none. Since libvirt 4.6.0. */
  public static final VideoModel NONE = new VideoModel("none");

  /** A plain framebuffer, for guests that boot by UEFI. Since libvirt 5.6.0. */
  public static final VideoModel BOCHS = new VideoModel("bochs");

  /** A framebuffer in the memory of the guest, for its first steps. Since libvirt 5.9.0. */
  public static final VideoModel RAMFB = new VideoModel("ramfb");

  /** As libvirt writes it. */
  @Override
  public String toString() {
    return value;
  }
}
