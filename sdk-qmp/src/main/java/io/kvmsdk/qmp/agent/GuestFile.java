package io.kvmsdk.qmp.agent;

import io.kvmsdk.call.Call;
import io.kvmsdk.error.HypervisorException;
import io.kvmsdk.error.OperationFailedException;
import io.kvmsdk.error.Outcome;
import io.kvmsdk.error.ResourcesExhaustedException;
import io.kvmsdk.qmp.agent.command.GuestFileClose;
import io.kvmsdk.qmp.agent.command.GuestFileFlush;
import io.kvmsdk.qmp.agent.command.GuestFileRead;
import io.kvmsdk.qmp.agent.command.GuestFileSeek;
import io.kvmsdk.qmp.agent.command.GuestFileWrite;
import io.kvmsdk.qmp.agent.type.GuestFileWhence;
import io.kvmsdk.qmp.agent.type.QGASeek;
import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.Base64;
import java.util.Objects;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A file that the agent has open. Each method is a call of its own, or several where there is much
 * to write. Not for use by many threads at once.
 *
 * <p>Between reading and writing the same file seek, as with {@code fopen}. After the agent was
 * restarted every method but {@link #close} fails.
 */
public final class GuestFile implements AutoCloseable {

  /** What goes over at once: the agent does nothing else meanwhile. */
  static final int CHUNK = 128 * 1024;

  private static final Logger LOG = LoggerFactory.getLogger(GuestFile.class);

  private final Calls calls;
  private final String path;
  private final long handle;
  private boolean written;
  private boolean closed;

  GuestFile(Calls calls, String path, long handle) {
    this.calls = calls;
    this.path = path;
    this.handle = handle;
  }

  /** Where it is in the guest. */
  public String path() {
    return path;
  }

  /**
   * Reads on.
   *
   * @param atMost 1 to 2^31-1; no more than 128 KiB are read at once
   * @return what was read; nothing at the end, and maybe more later if the file grows
   */
  public byte[] read(int atMost) {
    Call call = begin("read", "guest-file-read");
    int count = Math.min(atMost, CHUNK);
    var read = calls.execute(GuestFileRead.builder().handle(handle).count(count).build(), call);
    byte[] bytes = Calls.decode(call, Calls.read(call, read::bufB64));
    if (bytes.length > count) {
      throw Calls.odd(call.context(), bytes.length + " bytes, where " + count + " were asked for");
    }
    return bytes;
  }

  /** Writes all of it. */
  public void write(byte[] bytes) {
    write(bytes, 0, bytes.length);
  }

  /**
   * Writes all of a part.
   *
   * @throws HypervisorException if not all could be written; a part may have been
   */
  public void write(byte[] bytes, int from, int length) {
    Objects.checkFromIndexSize(from, length, bytes.length);
    int end = from + length;
    for (int at = from; at < end; ) {
      at += writeSome(bytes, at, Math.min(end, at + CHUNK));
    }
  }

  private int writeSome(byte[] bytes, int from, int to) {
    Call call = begin("write", "guest-file-write");
    written = true;
    String encoded = Base64.getEncoder().encodeToString(Arrays.copyOfRange(bytes, from, to));
    var reply =
        calls.execute(GuestFileWrite.builder().handle(handle).bufB64(encoded).build(), call);
    long count = Calls.read(call, reply::count);
    if (count <= 0 || count > to - from) {
      throw Calls.odd(call.context(), count + " bytes written of " + (to - from));
    }
    return (int) count;
  }

  /**
   * Goes to another place.
   *
   * @param from what {@code offset} is counted from
   * @return the place, in bytes from the start
   */
  public long seek(long offset, QGASeek from) {
    Call call = begin("seek", "guest-file-seek");
    var reply =
        calls.execute(
            GuestFileSeek.builder()
                .handle(handle)
                .offset(offset)
                .whence(GuestFileWhence.of(from))
                .build(),
            call);
    return Calls.read(call, reply::position);
  }

  /** Hands what was written to the guest's kernel; the guest's disk may have it later. */
  public void flush() {
    flush(begin("flush", "guest-file-flush"));
  }

  private void flush(Call call) {
    Object unused = calls.execute(GuestFileFlush.builder().handle(handle).build(), call);
  }

  byte[] readToEnd(int limit) {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    while (true) {
      byte[] bytes = read(limit - all.size() + 1);
      if (bytes.length == 0) {
        return all.toByteArray();
      }
      all.writeBytes(bytes);
      if (all.size() > limit) {
        throw new ResourcesExhaustedException(
            begin("read", "guest-file-read").context(), "it has more than " + limit + " bytes");
      }
    }
  }

  /**
   * Closes it, once. An agent that was restarted has closed it already.
   *
   * @throws HypervisorException if something was written and may not have reached the guest's
   *     kernel; of a file that was only read no failure is told but in the log
   */
  @Override
  public void close() {
    if (closed) {
      return;
    }
    Call call = begin("close", "guest-file-close");
    closed = true;
    Calls.despiteInterrupt(() -> close(call));
  }

  private void close(Call call) {
    HypervisorException failure = null;
    if (written) {
      try {
        flush(call); // whose failure the agent tells, unlike that of closing
      } catch (HypervisorException e) {
        failure = e;
      }
    }
    try {
      Object unused = calls.execute(GuestFileClose.builder().handle(handle).build(), call);
    } catch (HypervisorException e) {
      LOG.debug("{} was not closed in the guest; its agent may hold it until it ends", path, e);
      failure = failure != null ? failure : e;
    }
    if (written && failure != null) {
      throw new OperationFailedException(
          call.context().withOutcome(Outcome.UNKNOWN),
          "the end of what was written may be missing",
          failure);
    }
  }

  private Call begin(String what, String command) {
    if (closed) {
      throw new IllegalStateException(path + " is closed");
    }
    return calls.begin("files." + what + " " + path, command);
  }
}
