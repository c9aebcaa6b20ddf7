package io.kvmsdk.network.filter;

/**
 * What becomes of a packet. An open value: what a newer libvirt may say is read and written as
 * well.
 *
 * @param value as libvirt writes it
 */
public record FilterAction(String value) {

  /** It passes. */
  public static final FilterAction ACCEPT = new FilterAction("accept");

  /** It vanishes. */
  public static final FilterAction DROP = new FilterAction("drop");

  /** It is refused, with an ICMP message to its sender. Since libvirt 0.9.0. */
  public static final FilterAction REJECT = new FilterAction("reject");

  /** The next rule is looked at. Since libvirt 0.9.7. */
  public static final FilterAction CONTINUE = new FilterAction("continue");

  /** The rest of this filter is left out. Since libvirt 0.9.7. */
  public static final FilterAction RETURN = new FilterAction("return");

  /** As libvirt writes it. */
  @Override
  public String toString() {
    return value;
  }
}
