package io.kvmsdk.domain.redirection;

/**
 * Where a smartcard is. An open value: what a newer libvirt may say is read and written as well.
 *
 * @param value as libvirt writes it
 */
public record SmartcardMode(String value) {

  /** In a reader of the host. */
  public static final SmartcardMode HOST = new SmartcardMode("host");

  /** Nowhere: it is made of certificates of the host. */
  public static final SmartcardMode HOST_CERTIFICATES = new SmartcardMode("host-certificates");

  /** Behind a character device. */
  public static final SmartcardMode PASSTHROUGH = new SmartcardMode("passthrough");

  /** As libvirt writes it. */
  @Override
  public String toString() {
    return value;
  }
}
