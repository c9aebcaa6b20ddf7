package io.kvmsdk.domain.boot;

/**
 * Where the guest's SMBIOS tables come from. Since libvirt 0.8.7. An open value: what a newer
 * libvirt may say is read and written as well.
 *
 * @param value as libvirt writes it
 */
public record SmbiosMode(String value) {

  /** The hypervisor makes all values up. */
  public static final SmbiosMode EMULATE = new SmbiosMode("emulate");

  /** They are those of the host, but for the UUID. */
  public static final SmbiosMode HOST = new SmbiosMode("host");

  /** They are those of {@code Smbios} in the definition. */
  public static final SmbiosMode SYSINFO = new SmbiosMode("sysinfo");

  /** As libvirt writes it. */
  @Override
  public String toString() {
    return value;
  }
}
