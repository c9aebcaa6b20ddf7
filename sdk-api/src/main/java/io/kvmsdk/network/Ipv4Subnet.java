package io.kvmsdk.network;

import io.kvmsdk.error.InvalidDefinitionException;
import io.kvmsdk.network.dhcp.DhcpServer;

/**
 * An address of a host with the subnet that it is in.
 *
 * @param host the address as a number
 * @param prefix how many of its bits are the subnet's
 */
record Ipv4Subnet(int host, int prefix) {

  /** Of a text such as {@code 192.168.100.1/24}. */
  static Ipv4Subnet of(String text) {
    String[] parts = text.split("/", -1);
    String[] octets = parts[0].split("\\.", -1);
    if (parts.length != 2 || octets.length != 4) {
      throw wrong(text);
    }
    int host = 0;
    for (String octet : octets) {
      host = host << 8 | number(text, octet, 255);
    }
    // A subnet of 31 bits has no room for a guest beside network, host and broadcast.
    Ipv4Subnet made = new Ipv4Subnet(host, number(text, parts[1], 30));
    if (made.prefix < 1 || host == made.network() || host == made.broadcast()) {
      throw wrong(text);
    }
    return made;
  }

  private static int number(String text, String digits, int most) {
    if (!digits.matches("[0-9]{1,3}") || Integer.parseInt(digits) > most) {
      throw wrong(text);
    }
    return Integer.parseInt(digits);
  }

  private static InvalidDefinitionException wrong(String text) {
    return new InvalidDefinitionException(
        "network/ip/@address",
        text,
        "an IPv4 address of a host and its prefix up to 30, such as 192.168.100.1/24");
  }

  private int network() {
    return host & (-1 << 32 - prefix);
  }

  private int broadcast() {
    return host | (-1 >>> prefix);
  }

  /** The address, with a server that gives away the larger part of the subnet on a side of it. */
  NetworkIp withDhcp() {
    boolean behind = broadcast() - host >= host - network();
    String first = text(behind ? host + 1 : network() + 1);
    String last = text(behind ? broadcast() - 1 : host - 1);
    return NetworkIp.of(text(host), prefix).withDhcp(DhcpServer.range(first, last));
  }

  private static String text(int address) {
    return (address >>> 24)
        + "."
        + (address >>> 16 & 255)
        + "."
        + (address >>> 8 & 255)
        + "."
        + (address & 255);
  }
}
