package io.kvmsdk.call;

import java.time.Duration;

/**
 * How a connection is made and how it behaves. Immutable; each {@code with} method returns a copy.
 *
 * @param connectTimeout what connecting may take: finding the socket, authentication and asking
 *     what the other side can do
 * @param callTimeout what a call may take where it names no timeout of its own: queueing, sending,
 *     and waiting for what really happened
 * @param keepAlive how often a silent peer over libvirt's own transport is asked whether it is
 *     still there; five unanswered ones are a lost connection. Ignored where there is no such
 *     transport.
 * @param eventQueue how many events a subscription holds for a listener that is slow, at least 1;
 *     what comes beyond is told as {@code EventsLost}
 */
public record ConnectOptions(
    Duration connectTimeout, Duration callTimeout, Duration keepAlive, int eventQueue) {

  /** 10 s to connect, 60 s a call, keepalive every 5 s, 1,024 events held for a slow listener. */
  public static final ConnectOptions DEFAULT =
      new ConnectOptions(
          Duration.ofSeconds(10), Duration.ofSeconds(60), Duration.ofSeconds(5), 1024);

  public ConnectOptions {
    positive("connectTimeout", connectTimeout);
    positive("callTimeout", callTimeout);
    positive("keepAlive", keepAlive);
    if (eventQueue < 1) {
      throw new IllegalArgumentException("eventQueue is at least 1: " + eventQueue);
    }
  }

  /** The same with another {@link #connectTimeout}. */
  public ConnectOptions withConnectTimeout(Duration timeout) {
    return new ConnectOptions(timeout, callTimeout, keepAlive, eventQueue);
  }

  /** The same with another {@link #callTimeout}. */
  public ConnectOptions withCallTimeout(Duration timeout) {
    return new ConnectOptions(connectTimeout, timeout, keepAlive, eventQueue);
  }

  /** The same with another {@link #keepAlive}. */
  public ConnectOptions withKeepAlive(Duration interval) {
    return new ConnectOptions(connectTimeout, callTimeout, interval, eventQueue);
  }

  /** The same with another {@link #eventQueue}. */
  public ConnectOptions withEventQueue(int events) {
    return new ConnectOptions(connectTimeout, callTimeout, keepAlive, events);
  }

  private static void positive(String name, Duration value) {
    if (value.isNegative() || value.isZero()) {
      throw new IllegalArgumentException(name + " is more than zero: " + value);
    }
  }
}
