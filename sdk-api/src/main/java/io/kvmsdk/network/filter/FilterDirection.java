package io.kvmsdk.network.filter;

/**
 * Which way a packet goes. An open value: what a newer libvirt may say is read and written as well.
 *
 * @param value as libvirt writes it
 */
public record FilterDirection(String value) {

  /** To the guest. */
  public static final FilterDirection IN = new FilterDirection("in");

  /** From the guest. */
  public static final FilterDirection OUT = new FilterDirection("out");

  /** Both. */
  public static final FilterDirection INOUT = new FilterDirection("inout");

  /** As libvirt writes it. */
  @Override
  public String toString() {
    return value;
  }
}
