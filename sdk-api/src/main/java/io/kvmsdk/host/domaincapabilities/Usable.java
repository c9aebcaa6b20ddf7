package io.kvmsdk.host.domaincapabilities;

/**
 * Whether a domain can have a CPU model on a host. An open value: what a newer libvirt may say is
 * read and written as well.
 *
 * @param value as libvirt writes it
 */
public record Usable(String value) {

  /** It can. */
  public static final Usable YES = new Usable("yes");

  /** It can only without some of the features that such a CPU has. */
  public static final Usable NO = new Usable("no");

  /** The hypervisor does not say it. */
  public static final Usable UNKNOWN = new Usable("unknown");

  /** As libvirt writes it. */
  @Override
  public String toString() {
    return value;
  }
}
