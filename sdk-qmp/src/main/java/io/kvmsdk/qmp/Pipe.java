package io.kvmsdk.qmp;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SelectableChannel;

/**
 * What lies between a {@link Wire} and its socket: the socket itself, or TLS over it. Nothing here
 * blocks. One thread at a time reads and one at a time writes, and the two may meet; {@link #close}
 * may come at any time.
 */
interface Pipe {

  /**
   * Reads what is there now.
   *
   * @return how many bytes; 0 where there is nothing, -1 at the end
   */
  int read(ByteBuffer to) throws IOException;

  /**
   * Takes what it can now.
   *
   * @return whether nothing is left, neither in {@code from} nor inside (a part of a TLS record)
   */
  boolean write(ByteBuffer from) throws IOException;

  /** Pushes what is left inside; true when nothing is. */
  boolean flush() throws IOException;

  /**
   * Whether a read may leave something inside that {@link #selectable} does not show, so that only
   * a read of 0 tells that there is nothing more.
   */
  default boolean holdsBack() {
    return true;
  }

  /** What is watched for something to read and for room to write; it does not block. */
  SelectableChannel selectable();

  /** Closes the socket. A selector that watches it has to select once more to let go of it. */
  void close() throws IOException;
}
