package io.kvmsdk.qmp.agent;

import io.kvmsdk.error.CancelledException;
import io.kvmsdk.error.HypervisorException;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.util.Objects;

/** A file of the guest's as a stream; one that grows, where a subclass says when it has ended. */
class GuestInput extends InputStream {

  private final GuestFile file;
  private byte[] chunk = new byte[0];
  private int at;

  GuestInput(GuestFile file) {
    this.file = file;
  }

  @Override
  public int read() throws IOException {
    return fill() ? chunk[at++] & 0xff : -1;
  }

  @Override
  public int read(byte[] to, int from, int length) throws IOException {
    Objects.checkFromIndexSize(from, length, to.length);
    if (length == 0) {
      return 0;
    }
    if (!fill()) {
      return -1;
    }
    int count = Math.min(length, chunk.length - at);
    System.arraycopy(chunk, at, to, from, count);
    at += count;
    return count;
  }

  @Override
  public int available() {
    return chunk.length - at;
  }

  private boolean fill() throws IOException {
    try {
      if (at == chunk.length) {
        chunk = next(file);
        at = 0;
      }
      return chunk.length > 0;
    } catch (HypervisorException e) {
      throw asIoException(e);
    } catch (IllegalStateException e) {
      throw new IOException(e.getMessage(), e); // closed
    }
  }

  /** The next bytes, or none at the end. */
  byte[] next(GuestFile from) {
    return from.read(GuestFile.CHUNK);
  }

  static IOException asIoException(HypervisorException e) {
    IOException io =
        e instanceof CancelledException
            ? new InterruptedIOException(e.getMessage())
            : new IOException(e.getMessage());
    io.initCause(e);
    return io;
  }

  @Override
  public void close() throws IOException {
    try {
      file.close();
    } catch (HypervisorException e) {
      throw asIoException(e);
    }
  }
}
