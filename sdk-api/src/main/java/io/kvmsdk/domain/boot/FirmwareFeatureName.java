package io.kvmsdk.domain.boot;

/**
 * What a firmware may have. An open value: what a newer libvirt may say is read and written as
 * well.
 *
 * @param value as libvirt writes it
 */
public record FirmwareFeatureName(String value) {

  /** It can refuse what is not signed. */
  public static final FirmwareFeatureName SECURE_BOOT = new FirmwareFeatureName("secure-boot");

  /** The certificates of common vendors are there from the start, so that it does refuse that. */
  public static final FirmwareFeatureName ENROLLED_KEYS = new FirmwareFeatureName("enrolled-keys");

  /** As libvirt writes it. */
  @Override
  public String toString() {
    return value;
  }
}
