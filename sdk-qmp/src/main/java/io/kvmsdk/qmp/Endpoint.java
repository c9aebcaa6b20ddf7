package io.kvmsdk.qmp;

import java.net.SocketAddress;

/**
 * Where to connect to.
 *
 * @param address what errors call it, and what is looked at where connecting fails
 * @param connector connects there, as often as it is asked to
 */
record Endpoint(SocketAddress address, Connector connector) {

  static Endpoint of(SocketAddress address) {
    return new Endpoint(address, SocketPipe.to(address));
  }

  @Override
  public String toString() {
    return address.toString();
  }
}
