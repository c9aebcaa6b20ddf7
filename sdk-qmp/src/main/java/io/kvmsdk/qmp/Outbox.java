package io.kvmsdk.qmp;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * What is to be sent, in order. Whoever sends writes, as far as the socket takes it, and others'
 * messages that came meanwhile in the same write. How much may wait here is bounded by the callers,
 * each of which waits for its own message.
 */
final class Outbox {

  /** Messages up to this size are put together into one write of up to this size. */
  private static final int TOGETHER = 16 * 1024;

  private final Pipe pipe;
  private final ReentrantLock lock = new ReentrantLock(); // never held over I/O
  private final ArrayDeque<Outgoing> unsent = new ArrayDeque<>();
  private boolean writing; // somebody does, and takes along whatever comes
  private boolean held; // whoever reads does so in a moment
  private boolean full; // the reactor does, when there is room
  private boolean closed;
  private int batch; // how many of the first messages are being written
  private @Nullable Outgoing sending; // the message that is, if it is one; for who writes

  Outbox(Pipe pipe) {
    this.pipe = pipe;
  }

  /**
   * Sends.
   *
   * @return whether room to write has to be watched for
   * @throws IOException if the connection is gone; nothing was sent
   */
  boolean send(Outgoing message) throws IOException {
    lock.lock();
    try {
      if (closed) {
        throw new IOException("the connection is closed");
      }
      unsent.add(message);
      if (writing || held || full) {
        return false;
      }
      writing = true;
    } finally {
      lock.unlock();
    }
    return write();
  }

  /**
   * From now on messages are only queued, for {@link #release} comes at once: many replies wake
   * many callers, whose next commands go out together.
   */
  void hold() {
    lock.lock();
    try {
      held = true;
    } finally {
      lock.unlock();
    }
  }

  /** Sends what came since {@link #hold}; true if room to write has to be watched for. */
  boolean release() {
    lock.lock();
    try {
      held = false;
      if (unsent.isEmpty() || writing || full || closed) {
        return false;
      }
      writing = true;
    } finally {
      lock.unlock();
    }
    return write();
  }

  /** There is room again; true if room to write has to be watched for once more. */
  boolean room() {
    lock.lock();
    try {
      if (!full || closed) {
        return false;
      }
      full = false;
      writing = true;
    } finally {
      lock.unlock();
    }
    boolean flushed;
    try {
      flushed = pipe.flush();
    } catch (IOException e) {
      return wrote(0, false, true);
    }
    return flushed ? write() : wrote(0, true, false);
  }

  /** Takes back what was not sent yet; false where the other side may have seen some of it. */
  boolean withdraw(Outgoing message) {
    lock.lock();
    try {
      if (message.begun() || !unsent.remove(message)) {
        return false;
      }
    } finally {
      lock.unlock();
    }
    message.closeFile();
    return true;
  }

  /** Nothing is sent any more. */
  void close() {
    lock.lock();
    try {
      closed = true;
    } finally {
      lock.unlock();
    }
    closeFiles();
  }

  /** Closes the files of what will not be sent; whoever writes does so when it is done. */
  private void closeFiles() {
    List<Outgoing> left;
    lock.lock();
    try {
      left = closed && !writing ? List.copyOf(unsent) : List.of();
    } finally {
      lock.unlock();
    }
    left.forEach(Outgoing::closeFile);
  }

  /** Writes all there is, by the one who has set {@code writing}. */
  private boolean write() {
    boolean noRoom = writeAll();
    closeFiles();
    return noRoom;
  }

  private boolean writeAll() {
    for (ByteBuffer next = next(); next != null; next = next()) {
      int before = next.position();
      boolean all;
      try {
        all = write(next);
      } catch (IOException e) {
        // The reader meets the same end, after what the other side still had to say.
        return wrote(next.position() - before, false, true);
      }
      if (wrote(next.position() - before, !all, false)) {
        return true;
      }
    }
    return false;
  }

  private boolean write(ByteBuffer next) throws IOException {
    Outgoing message = sending;
    PassedFile.Opened file = message == null || next.position() > 0 ? null : message.file();
    if (message == null || file == null) {
      return pipe.write(next);
    }
    boolean all = ((DescriptorPipe) pipe).write(next, file.number());
    if (next.position() > 0) {
      message.closeFile(); // the other side has a copy
    }
    return all;
  }

  /** What to write next, or null, with which the writing ends. */
  private @Nullable ByteBuffer next() {
    lock.lock();
    try {
      Outgoing first = unsent.peek();
      if (first == null || closed) {
        writing = false;
        return null;
      }
      int size = 0;
      batch = 0;
      for (Outgoing message : unsent) {
        size += message.bytes.remaining();
        boolean alone = message.file() != null || first.file() != null;
        if (batch > 0 && (alone || size > TOGETHER)) {
          break;
        }
        message.begun(true);
        batch++;
      }
      sending = batch == 1 ? first : null;
      return batch == 1 ? first.bytes.duplicate() : together();
    } finally {
      lock.unlock();
    }
  }

  private ByteBuffer together() {
    ByteBuffer all = ByteBuffer.allocate(TOGETHER);
    Iterator<Outgoing> messages = unsent.iterator();
    for (int i = 0; i < batch; i++) {
      all.put(messages.next().bytes.duplicate());
    }
    return all.flip();
  }

  /** Accounts for what was written; true where room has to be watched for. */
  private boolean wrote(int count, boolean noRoom, boolean broken) {
    lock.lock();
    try {
      int left = count;
      for (; batch > 0; batch--) {
        Outgoing first = unsent.element();
        int size = first.bytes.remaining();
        if (size > left) {
          break;
        }
        left -= size;
        unsent.remove();
      }
      Iterator<Outgoing> rest = unsent.iterator();
      for (; batch > 0; batch--) {
        Outgoing message = rest.next();
        message.bytes.position(message.bytes.position() + left);
        left = 0;
        message.begun(message.bytes.position() > 0);
      }
      writing = !noRoom && !broken;
      full = noRoom;
      closed |= broken;
      return noRoom;
    } finally {
      lock.unlock();
    }
  }
}
