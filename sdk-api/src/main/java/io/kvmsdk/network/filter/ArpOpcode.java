package io.kvmsdk.network.filter;

/**
 * What a packet of ARP is for: a word, a number from 0 to 65535, or a variable. An open value: what
 * a newer libvirt may say is read and written as well.
 *
 * @param value as libvirt writes it
 */
public record ArpOpcode(String value) {

  /** Who has this IP address? */
  public static final ArpOpcode REQUEST = new ArpOpcode("Request");

  /** The answer to that. */
  public static final ArpOpcode REPLY = new ArpOpcode("Reply");

  /** Which IP address has this Ethernet address? */
  public static final ArpOpcode REQUEST_REVERSE = new ArpOpcode("Request_Reverse");

  /** The answer to that. */
  public static final ArpOpcode REPLY_REVERSE = new ArpOpcode("Reply_Reverse");

  /** A request of dynamic reverse ARP. */
  public static final ArpOpcode DRARP_REQUEST = new ArpOpcode("DRARP_Request");

  /** The answer to that. */
  public static final ArpOpcode DRARP_REPLY = new ArpOpcode("DRARP_Reply");

  /** The refusal of that. */
  public static final ArpOpcode DRARP_ERROR = new ArpOpcode("DRARP_Error");

  /** A request of inverse ARP. */
  public static final ArpOpcode INARP_REQUEST = new ArpOpcode("InARP_Request");

  /** A refusal. */
  public static final ArpOpcode ARP_NAK = new ArpOpcode("ARP_NAK");

  /** As libvirt writes it. */
  @Override
  public String toString() {
    return value;
  }
}
