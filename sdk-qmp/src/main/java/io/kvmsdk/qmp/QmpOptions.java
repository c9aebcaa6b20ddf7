package io.kvmsdk.qmp;

import io.kvmsdk.units.ByteSize;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * How a {@link QmpClient} or {@link GuestAgent} behaves. Immutable; each {@code with} method
 * returns a copy.
 *
 * @param connectTimeout what connecting may take, the handshake included
 * @param commandTimeout what a command may take that names no deadline of its own; empty for a time
 *     by what the command does, see {@link #timeoutOf}
 * @param commandTimeouts what single commands may take, by their names
 * @param eventQueue how many events a subscription holds for a listener that is slow, at least 1
 * @param maxMessage how large one message of the other side may be before the connection is given
 *     up, 1 KiB to 1 GiB
 * @param outOfBand whether commands may be executed out of band, see {@link #withOutOfBand}
 * @param reconnect how a lost connection is made again; empty for not at all
 */
public record QmpOptions(
    Duration connectTimeout,
    Optional<Duration> commandTimeout,
    Map<String, Duration> commandTimeouts,
    int eventQueue,
    ByteSize maxMessage,
    boolean outOfBand,
    Optional<Reconnect> reconnect) {

  /**
   * 10 s to connect, a command's time by what it does, 1,024 events, 128 MiB, nothing out of band,
   * no reconnecting.
   */
  public static final QmpOptions DEFAULT =
      new QmpOptions(
          Duration.ofSeconds(10),
          Optional.empty(),
          Map.of(),
          1024,
          ByteSize.mebibytes(128),
          false,
          Optional.empty());

  public QmpOptions {
    positive("connectTimeout", connectTimeout);
    commandTimeout.ifPresent(timeout -> positive("commandTimeout", timeout));
    commandTimeouts.forEach(QmpOptions::positive);
    commandTimeouts = Map.copyOf(commandTimeouts);
    if (eventQueue < 1) {
      throw new IllegalArgumentException("eventQueue is at least 1: " + eventQueue);
    }
    if (maxMessage.bytes() < 1024 || maxMessage.bytes() > 1 << 30) {
      throw new IllegalArgumentException("maxMessage is 1 KiB to 1 GiB: " + maxMessage);
    }
  }

  /** The same with another {@link #connectTimeout}. */
  public QmpOptions withConnectTimeout(Duration timeout) {
    return new QmpOptions(
        timeout, commandTimeout, commandTimeouts, eventQueue, maxMessage, outOfBand, reconnect);
  }

  /** The same with one timeout for all commands, whatever they do, but for those that are named. */
  public QmpOptions withCommandTimeout(Duration timeout) {
    return new QmpOptions(
        connectTimeout,
        Optional.of(timeout),
        commandTimeouts,
        eventQueue,
        maxMessage,
        outOfBand,
        reconnect);
  }

  /** The same with a timeout for one command. */
  public QmpOptions withCommandTimeout(String command, Duration timeout) {
    Map<String, Duration> timeouts = new TreeMap<>(commandTimeouts);
    timeouts.put(command, timeout);
    return new QmpOptions(
        connectTimeout, commandTimeout, timeouts, eventQueue, maxMessage, outOfBand, reconnect);
  }

  /** The same with another {@link #eventQueue}. */
  public QmpOptions withEventQueue(int events) {
    return new QmpOptions(
        connectTimeout, commandTimeout, commandTimeouts, events, maxMessage, outOfBand, reconnect);
  }

  /** The same with another {@link #maxMessage}. */
  public QmpOptions withMaxMessage(ByteSize size) {
    return new QmpOptions(
        connectTimeout, commandTimeout, commandTimeouts, eventQueue, size, outOfBand, reconnect);
  }

  /**
   * The same with or without {@link QmpClient#executeOutOfBand out-of-band execution}. With it QEMU
   * reads on while it executes a command, and queues up to eight; a client has then at most seven
   * commands on the way at a time, so that one out of band is always read, and further ones wait
   * within their deadlines. QEMU 2.12 or later, with a socket as the monitor's character device;
   * where it does not offer that, connecting succeeds all the same.
   */
  public QmpOptions withOutOfBand(boolean wanted) {
    return new QmpOptions(
        connectTimeout, commandTimeout, commandTimeouts, eventQueue, maxMessage, wanted, reconnect);
  }

  /**
   * The same with a lost connection made again until the client is closed. Listeners are told
   * {@link QmpListener#disconnected} and {@link QmpListener#resync}. Commands that were on the way
   * fail with {@link io.kvmsdk.error.ConnectionLostException}; those that come meanwhile wait for
   * the next connection within their deadlines. The first connection is tried once. A {@link
   * GuestAgent} does not reconnect.
   */
  public QmpOptions withReconnect(Reconnect how) {
    return new QmpOptions(
        connectTimeout,
        commandTimeout,
        commandTimeouts,
        eventQueue,
        maxMessage,
        outOfBand,
        Optional.of(how));
  }

  /**
   * What a command may take that names no deadline: as {@linkplain #withCommandTimeout(String,
   * Duration) named}, else {@link #commandTimeout}, else by what it does: 10 s for a query, 2 min
   * for what waits for storage or another host, 30 min for what goes through a guest's memory, 30 s
   * for all else.
   */
  public Duration timeoutOf(String command) {
    Duration named = commandTimeouts.get(command);
    return named != null ? named : commandTimeout.orElseGet(() -> CommandTimeouts.of(command));
  }

  private static void positive(String name, Duration value) {
    if (value.isNegative() || value.isZero()) {
      throw new IllegalArgumentException(name + " is more than zero: " + value);
    }
  }
}
