package io.kvmsdk.qmp;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Objects;

/**
 * An open file that goes to QEMU with a command ({@code getfd}, {@code add-fd}), over a {@linkplain
 * UnixEndpoint#passingDescriptors unix socket that takes it}. QEMU gets a copy of the descriptor
 * and with it all rights that it was opened with, whatever QEMU's own user may. Immutable.
 */
public final class PassedFile {

  /** What a file is opened for. */
  public enum Access {
    /** Reading. */
    READ,
    /** Writing; what is in the file stays until it is written over. */
    WRITE,
    /** Both. */
    READ_WRITE
  }

  /** A descriptor as long as it is needed. */
  interface Opened extends AutoCloseable {

    int number();

    @Override
    void close();
  }

  private interface Opening {
    Opened open() throws IOException;
  }

  private final String name;
  private final Opening opening;

  private PassedFile(String name, Opening opening) {
    this.name = name;
    this.opening = opening;
  }

  /**
   * A file, device or named pipe that is there; it is opened for each command that it goes with,
   * and closed on this side as soon as it was sent. A named pipe with nobody at its other end is
   * not waited for: opened for writing it is an error.
   */
  public static PassedFile open(Path path, Access access) {
    Objects.requireNonNull(access);
    return new PassedFile(path + " for " + access, () -> Descriptors.open(path, access));
  }

  /**
   * A descriptor of this process by its number, for those who have one. It stays the caller's to
   * close, and open until the command was sent.
   */
  public static PassedFile descriptor(int number) {
    if (number < 0) {
      throw new IllegalArgumentException("a descriptor is not negative: " + number);
    }
    return new PassedFile("descriptor " + number, () -> new Lent(number));
  }

  private record Lent(int number) implements Opened {
    @Override
    public void close() {}
  }

  /**
   * Opens it; whoever calls closes it after sending.
   *
   * @throws EndpointException if that cannot be done, in words
   */
  Opened open() throws IOException {
    return opening.open();
  }

  @Override
  public String toString() {
    return name;
  }
}
