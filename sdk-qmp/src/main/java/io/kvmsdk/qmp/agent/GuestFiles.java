package io.kvmsdk.qmp.agent;

import io.kvmsdk.call.Call;
import io.kvmsdk.error.HypervisorException;
import io.kvmsdk.error.ResourcesExhaustedException;
import io.kvmsdk.qmp.agent.command.GuestFileOpen;
import io.kvmsdk.units.ByteSize;
import java.io.InputStream;
import java.io.OutputStream;

/**
 * The guest's files, as the agent's user may read and write them. Thread-safe; what is opened is
 * one thread's.
 *
 * <p>The agent holds what is open until it is closed or the agent is restarted, so close all that
 * is opened. Where opening fails with {@link io.kvmsdk.error.Outcome#UNKNOWN}, such as by a
 * timeout, the agent may hold a file that nobody can close. QEMU guest agent 1.1 or later.
 *
 * @see <a
 *     href="https://www.qemu.org/docs/master/interop/qemu-ga-ref.html#command-QGA-file.guest-file-open">guest-file-open</a>
 */
public final class GuestFiles {

  private final Calls calls;

  GuestFiles(Calls calls) {
    this.calls = calls;
  }

  /**
   * Opens a file to read it from the start. What fails while reading is an {@link
   * java.io.IOException} with the {@link HypervisorException} as its cause.
   *
   * @throws HypervisorException if it cannot be opened
   */
  public InputStream read(String path) {
    return new GuestInput(open(path, "rb"));
  }

  /**
   * Opens a file to write it anew: it is made if it is not there, and emptied if it is. What was
   * written is the guest's kernel's only when it was flushed or closed without an error; a file of
   * an agent that was restarted ends somewhere.
   *
   * @throws HypervisorException if it cannot be opened
   */
  public OutputStream write(String path) {
    return new GuestOutput(open(path, "wb"));
  }

  /**
   * Opens a file to write at its end; it is made if it is not there.
   *
   * @throws HypervisorException if it cannot be opened
   */
  public OutputStream append(String path) {
    return new GuestOutput(open(path, "ab"));
  }

  /**
   * The whole of a file that is small.
   *
   * @param atMost what is not exceeded, however large the file is, or grows
   * @throws ResourcesExhaustedException if there is more in it
   * @throws HypervisorException if it cannot be read
   */
  public byte[] readAll(String path, ByteSize atMost) {
    try (GuestFile file = open(path, "rb")) {
      return file.readToEnd(Math.toIntExact(Math.min(atMost.bytes(), Integer.MAX_VALUE - 16)));
    }
  }

  /**
   * Writes a file anew. It is not written at once: a reader may see a part.
   *
   * @throws HypervisorException if not all of it could be written
   */
  public void writeAll(String path, byte[] content) {
    try (GuestFile file = open(path, "wb")) {
      file.write(content);
    }
  }

  /**
   * Opens a file to read, write and seek in it.
   *
   * @param mode {@code fopen}'s: {@code r}, {@code w}, {@code a}, with {@code b} and {@code +} or
   *     without
   * @throws HypervisorException if it cannot be opened
   */
  public GuestFile open(String path, String mode) {
    Call call = calls.begin("files.open " + path, "guest-file-open");
    return open(path, mode, call);
  }

  GuestFile open(String path, String mode, Call call) {
    long handle = calls.execute(GuestFileOpen.builder().path(path).mode(mode).build(), call);
    return new GuestFile(calls, path, handle);
  }
}
