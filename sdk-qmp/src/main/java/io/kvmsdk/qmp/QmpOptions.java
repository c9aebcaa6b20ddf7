package io.kvmsdk.qmp;

import io.kvmsdk.units.ByteSize;
import java.time.Duration;

/**
 * How a {@link QmpClient} or {@link GuestAgent} behaves. Immutable; each {@code with} method
 * returns a copy.
 *
 * @param connectTimeout what connecting may take, the handshake included
 * @param commandTimeout what a command may take that names no deadline of its own
 * @param eventQueue how many events a subscription holds for a listener that is slow, at least 1
 * @param maxMessage how large one message of the other side may be before the connection is given
 *     up, 1 KiB to 1 GiB
 */
public record QmpOptions(
    Duration connectTimeout, Duration commandTimeout, int eventQueue, ByteSize maxMessage) {

  /** 10 s to connect, 30 s a command, 1,024 events, 128 MiB. */
  public static final QmpOptions DEFAULT =
      new QmpOptions(Duration.ofSeconds(10), Duration.ofSeconds(30), 1024, ByteSize.mebibytes(128));

  public QmpOptions {
    positive("connectTimeout", connectTimeout);
    positive("commandTimeout", commandTimeout);
    if (eventQueue < 1) {
      throw new IllegalArgumentException("eventQueue is at least 1: " + eventQueue);
    }
    if (maxMessage.bytes() < 1024 || maxMessage.bytes() > 1 << 30) {
      throw new IllegalArgumentException("maxMessage is 1 KiB to 1 GiB: " + maxMessage);
    }
  }

  /** The same with another {@link #connectTimeout}. */
  public QmpOptions withConnectTimeout(Duration timeout) {
    return new QmpOptions(timeout, commandTimeout, eventQueue, maxMessage);
  }

  /** The same with another {@link #commandTimeout}. */
  public QmpOptions withCommandTimeout(Duration timeout) {
    return new QmpOptions(connectTimeout, timeout, eventQueue, maxMessage);
  }

  /** The same with another {@link #eventQueue}. */
  public QmpOptions withEventQueue(int events) {
    return new QmpOptions(connectTimeout, commandTimeout, events, maxMessage);
  }

  /** The same with another {@link #maxMessage}. */
  public QmpOptions withMaxMessage(ByteSize size) {
    return new QmpOptions(connectTimeout, commandTimeout, eventQueue, size);
  }

  private static void positive(String name, Duration value) {
    if (value.isNegative() || value.isZero()) {
      throw new IllegalArgumentException(name + " is more than zero: " + value);
    }
  }
}
