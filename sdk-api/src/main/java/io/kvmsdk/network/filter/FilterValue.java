package io.kvmsdk.network.filter;

import io.kvmsdk.units.MacAddress;

/**
 * What a field of a packet is compared with: a number, in decimal or as 0x.., an Ethernet or IP
 * address, a word, or a variable such as {@code $IP}, {@code $PORTS[1]} or {@code $PORTS[@2]}. An
 * open value: what a newer libvirt may say is read and written as well.
 *
 * @param value as libvirt writes it
 */
public record FilterValue(String value) {

  /** The Ethernet address of the interface. */
  public static final FilterValue INTERFACE_MAC = new FilterValue("$MAC");

  /** The IPv4 addresses of the interface, given with the reference to the filter or found out. */
  public static final FilterValue INTERFACE_IP = new FilterValue("$IP");

  /** The IPv6 addresses of the interface. */
  public static final FilterValue INTERFACE_IPV6 = new FilterValue("$IPV6");

  /** The DHCP servers that are trusted. */
  public static final FilterValue DHCP_SERVER = new FilterValue("$DHCPSERVER");

  /** A number. */
  public static FilterValue of(long number) {
    return new FilterValue(Long.toString(number));
  }

  /** An Ethernet address, or a mask of one. */
  public static FilterValue of(MacAddress address) {
    return new FilterValue(address.toString());
  }

  /** An address, a number or a word as libvirt writes it. */
  public static FilterValue of(String text) {
    return new FilterValue(text);
  }

  /** A variable, without the dollar sign: each of its values in turn. */
  public static FilterValue variable(String name) {
    return new FilterValue("$" + name);
  }

  /** Whether this is a variable. */
  public boolean isVariable() {
    return value.startsWith("$");
  }

  /** As libvirt writes it. */
  @Override
  public String toString() {
    return value;
  }
}
