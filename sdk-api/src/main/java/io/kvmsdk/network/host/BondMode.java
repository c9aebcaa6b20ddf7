package io.kvmsdk.network.host;

/**
 * How packets are spread over the devices of a bond. An open value: what a newer libvirt may say is
 * read and written as well.
 *
 * @param value as libvirt writes it
 */
public record BondMode(String value) {

  /** One after the other. */
  public static final BondMode BALANCE_RR = new BondMode("balance-rr");

  /** Over one of them; another takes over when it fails. */
  public static final BondMode ACTIVE_BACKUP = new BondMode("active-backup");

  /** By a hash of the addresses. */
  public static final BondMode BALANCE_XOR = new BondMode("balance-xor");

  /** Over all of them. */
  public static final BondMode BROADCAST = new BondMode("broadcast");

  /** By LACP, agreed upon with the switch. */
  public static final BondMode IEEE_802_3AD = new BondMode("802.3ad");

  /** By load, outgoing. */
  public static final BondMode BALANCE_TLB = new BondMode("balance-tlb");

  /** By load, both ways. */
  public static final BondMode BALANCE_ALB = new BondMode("balance-alb");

  /** As libvirt writes it. */
  @Override
  public String toString() {
    return value;
  }
}
