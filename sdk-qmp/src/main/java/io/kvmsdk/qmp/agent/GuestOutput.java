package io.kvmsdk.qmp.agent;

import io.kvmsdk.error.HypervisorException;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Objects;

/** A file of the guest's as a stream, which gathers what is written by the byte. */
final class GuestOutput extends OutputStream {

  private interface Step {
    void run();
  }

  private final GuestFile file;
  private final byte[] gathered = new byte[GuestFile.CHUNK];
  private int count;

  GuestOutput(GuestFile file) {
    this.file = file;
  }

  @Override
  public void write(int value) throws IOException {
    if (count == gathered.length) {
      send();
    }
    gathered[count++] = (byte) value;
  }

  @Override
  public void write(byte[] bytes, int from, int length) throws IOException {
    Objects.checkFromIndexSize(from, length, bytes.length);
    if (length > gathered.length - count) {
      send();
      if (length >= gathered.length) {
        checked(() -> file.write(bytes, from, length));
        return;
      }
    }
    System.arraycopy(bytes, from, gathered, count, length);
    count += length;
  }

  private void send() throws IOException {
    int length = count;
    count = 0;
    if (length > 0) {
      checked(() -> file.write(gathered, 0, length));
    }
  }

  @Override
  public void flush() throws IOException {
    send();
    checked(file::flush);
  }

  @Override
  public void close() throws IOException {
    try {
      send();
    } catch (IOException e) {
      try {
        checked(file::close);
      } catch (IOException again) {
        e.addSuppressed(again);
      }
      throw e;
    }
    checked(file::close);
  }

  private static void checked(Step step) throws IOException {
    try {
      step.run();
    } catch (HypervisorException e) {
      throw GuestInput.asIoException(e);
    } catch (IllegalStateException e) {
      throw new IOException(e.getMessage(), e); // closed
    }
  }
}
