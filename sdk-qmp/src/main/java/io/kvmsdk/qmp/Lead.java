package io.kvmsdk.qmp;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedSelectorException;
import java.nio.channels.SelectableChannel;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What callers need that read one wire themselves: a selector of its own and a buffer. */
final class Lead {

  private static final Logger LOG = LoggerFactory.getLogger(Lead.class);

  final ByteBuffer buffer = ByteBuffer.allocate(32 * 1024);
  private final Selector selector;

  Lead(SelectableChannel channel) throws IOException {
    selector = Selector.open();
    try {
      SelectionKey unused = channel.register(selector, SelectionKey.OP_READ);
    } catch (IOException | RuntimeException | Error e) {
      selector.close();
      throw e;
    }
  }

  /**
   * Waits until there is something to read, the thread is interrupted or {@link #wake} is called.
   *
   * @return whether there is something to read
   */
  boolean await(long millis) throws IOException {
    try {
      return selector.select(key -> {}, millis) > 0;
    } catch (ClosedSelectorException e) {
      return false; // the connection was ended meanwhile
    }
  }

  void wake() {
    selector.wakeup();
  }

  /** By the one who leads, or while nobody does. */
  void close() {
    try {
      selector.close();
    } catch (IOException e) {
      LOG.warn("a selector cannot be closed", e);
    }
  }
}
