package io.kvmsdk.domain.network;

/** Placeholder that the typed model replaces (keep the members named here). */
public interface NetworkInterface {
  java.util.Optional<io.kvmsdk.units.MacAddress> mac();

  NetworkInterface withMac(io.kvmsdk.units.MacAddress mac);
}
