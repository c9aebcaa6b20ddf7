package io.kvmsdk.qmp.agent;

import io.kvmsdk.units.MacAddress;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads addresses that a guest sent, without ever asking a name server for what it made up. */
final class Addresses {

  private static final Pattern IPV4 = Pattern.compile("\\d{1,3}(\\.\\d{1,3}){3}");
  private static final Pattern IPV6 = Pattern.compile("[0-9a-fA-F:.]*:[0-9a-fA-F:.]*");
  private static final String NONE = "00:00:00:00:00:00";

  private Addresses() {}

  static Optional<MacAddress> mac(String text) {
    try {
      MacAddress address = MacAddress.of(text);
      return address.value().equals(NONE) ? Optional.empty() : Optional.of(address);
    } catch (IllegalArgumentException e) {
      return Optional.empty(); // InfiniBand's are longer
    }
  }

  static Optional<InetAddress> ip(String text) {
    String literal = text.split("%", 2)[0]; // its scope is the guest's own
    if (!IPV4.matcher(literal).matches() && !IPV6.matcher(literal).matches()) {
      return Optional.empty();
    }
    try {
      return Optional.of(InetAddress.getByName(literal));
    } catch (UnknownHostException e) {
      return Optional.empty();
    }
  }
}
