package io.kvmsdk.qmp;

import java.net.SocketAddress;
import java.net.UnixDomainSocketAddress;
import java.nio.file.Path;
import java.util.Objects;

/** A unix socket. Immutable and thread-safe. */
public final class UnixEndpoint extends QmpEndpoint {

  private final Path path;
  private final boolean descriptors;

  UnixEndpoint(Path path, boolean descriptors) {
    this.path = Objects.requireNonNull(path);
    this.descriptors = descriptors;
  }

  /** Its path. */
  public Path path() {
    return path;
  }

  /**
   * The same, and commands may take {@linkplain PassedFile open files} along ({@code getfd}, {@code
   * add-fd}). Linux on a 64-bit processor only, and {@code net.java.dev.jna:jna} has to be on the
   * class or module path; connecting fails where that is not so.
   *
   * <p>This end of the connection has a name in the file system then, in a private folder of the
   * system's temporary one, which is removed before connecting returns.
   */
  public UnixEndpoint passingDescriptors() {
    return new UnixEndpoint(path, true);
  }

  /** Whether commands may take open files along. */
  public boolean passesDescriptors() {
    return descriptors;
  }

  @Override
  Connector connector() {
    UnixDomainSocketAddress address = UnixDomainSocketAddress.of(path);
    return descriptors ? deadline -> DescriptorSocket.connect(address) : SocketPipe.to(address);
  }

  @Override
  SocketAddress address() {
    return UnixDomainSocketAddress.of(path);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof UnixEndpoint that
        && path.equals(that.path)
        && descriptors == that.descriptors;
  }

  @Override
  public int hashCode() {
    return path.hashCode();
  }

  @Override
  public String toString() {
    return path.toString();
  }
}
