package io.kvmsdk.domain.network;

/**
 * Where the Ethernet address of an interface is from; for VMware, which has a range of its own.
 * Since libvirt 6.6.0. An open value: what a newer libvirt may say is read and written as well.
 *
 * @param value as libvirt writes it
 */
public record MacAddressType(String value) {

  /** VMware made it up, and may make up another. */
  public static final MacAddressType GENERATED = new MacAddressType("generated");

  /** It was chosen, and stays. */
  public static final MacAddressType STATIC = new MacAddressType("static");

  /** As libvirt writes it. */
  @Override
  public String toString() {
    return value;
  }
}
