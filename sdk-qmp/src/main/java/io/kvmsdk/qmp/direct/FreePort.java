package io.kvmsdk.qmp.direct;

import io.kvmsdk.error.ErrorContext;
import io.kvmsdk.error.ResourcesExhaustedException;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Finds TCP ports that nobody listens on. Another process may be quicker than QEMU; then QEMU says
 * so and does not start.
 */
final class FreePort {

  private static final int COUNT = 1000;

  /** Machines that start at the same time are not given the same port. */
  private static final AtomicInteger NEXT = new AtomicInteger();

  private FreePort() {}

  /** A port of this address, one of the thousand from {@code first} on. */
  static int from(int first, String address) {
    for (int tried = 0; tried < COUNT; tried++) {
      int port = first + Math.floorMod(NEXT.getAndIncrement(), COUNT);
      if (isFree(new InetSocketAddress(address, port))) {
        return port;
      }
    }
    throw new ResourcesExhaustedException(
        ErrorContext.of("definition", "domain/devices/graphics/@port"),
        "no port of " + address + " from " + first + " to " + (first + COUNT - 1) + " is free");
  }

  private static boolean isFree(InetSocketAddress address) {
    try (ServerSocket socket = new ServerSocket()) {
      socket.setReuseAddress(true);
      socket.bind(address, 1);
      return true;
    } catch (IOException e) {
      return false;
    }
  }
}
