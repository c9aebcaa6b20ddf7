package io.kvmsdk.domain.cpu;

/**
 * Where the number of physical address bits of a guest comes from. An open value: what a newer
 * libvirt may say is read and written as well.
 *
 * @param value as libvirt writes it
 */
public record MaxPhysAddrMode(String value) {

  /** The definition. */
  public static final MaxPhysAddrMode EMULATE = new MaxPhysAddrMode("emulate");

  /** The host's CPU. */
  public static final MaxPhysAddrMode PASSTHROUGH = new MaxPhysAddrMode("passthrough");

  /** As libvirt writes it. */
  @Override
  public String toString() {
    return value;
  }
}
