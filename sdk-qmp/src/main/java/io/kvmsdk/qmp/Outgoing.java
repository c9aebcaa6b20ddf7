package io.kvmsdk.qmp;

import java.nio.ByteBuffer;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/** One message on its way out. */
final class Outgoing {

  final ByteBuffer bytes;

  /** Whether the other side may have seen any of it; written under the outbox's lock. */
  private volatile boolean begun;

  private final PassedFile.@Nullable Opened file;
  private final AtomicBoolean fileClosed = new AtomicBoolean();

  Outgoing(byte[] bytes) {
    this(bytes, null);
  }

  /** One that takes an open file along, and owns it. */
  Outgoing(byte[] bytes, PassedFile.@Nullable Opened file) {
    this.bytes = ByteBuffer.wrap(bytes);
    this.file = file;
  }

  /** The file that goes with the first byte. */
  PassedFile.@Nullable Opened file() {
    return file;
  }

  /** Closes the file, once: it was sent, or will not be. */
  void closeFile() {
    if (file != null && fileClosed.compareAndSet(false, true)) {
      file.close();
    }
  }

  /** Whether the other side may have seen any of it. */
  boolean begun() {
    return begun;
  }

  void begun(boolean now) {
    begun = now;
  }
}
