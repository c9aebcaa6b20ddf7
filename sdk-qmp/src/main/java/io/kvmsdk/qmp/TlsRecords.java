package io.kvmsdk.qmp;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Optional;

/** One side of a TLS connection, without a socket. Not thread-safe; nothing here blocks. */
interface TlsRecords {

  /** Makes the first message. */
  void begin() throws IOException;

  boolean handshaking();

  /**
   * Takes all of what came. To be called when {@link #read} returned 0, or while {@link
   * #handshaking}, with at most a record at a time.
   */
  void offer(ByteBuffer encrypted) throws IOException;

  /**
   * Gives what was decrypted.
   *
   * @return how many bytes; 0 where more has to come first, -1 after the other side's farewell
   */
  int read(ByteBuffer to) throws IOException;

  /**
   * Encrypts at most a record's worth of it, and at most that many bytes. To be called when {@link
   * #drain} has no more.
   *
   * @return whether there is something to send; if not, a new handshake has to go on first
   */
  boolean write(ByteBuffer from, int most) throws IOException;

  /** Moves what is to be sent; as much as there is room for. */
  void drain(ByteBuffer to);

  /** Makes the farewell, or after a failure the alert that tells it. */
  void end();

  /** What went wrong, in words, where it is TLS that went wrong. */
  Optional<EndpointException> explain(IOException e);

  /** What is likely wrong where the other side ends the connection without a word. */
  String suspicion();
}
