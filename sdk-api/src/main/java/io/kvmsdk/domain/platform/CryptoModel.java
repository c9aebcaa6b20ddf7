package io.kvmsdk.domain.platform;

/**
 * The device for encrypting that a guest sees. An open value: what a newer libvirt may say is read
 * and written as well.
 *
 * @param value as libvirt writes it
 */
public record CryptoModel(String value) {

  /** Virtio. */
  public static final CryptoModel VIRTIO = new CryptoModel("virtio");

  /** As libvirt writes it. */
  @Override
  public String toString() {
    return value;
  }
}
