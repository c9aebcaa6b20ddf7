package io.kvmsdk.qmp;

import java.io.IOException;
import java.net.UnixDomainSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** A name for a socket that nobody but this user can reach, for a moment. */
final class PrivateName implements AutoCloseable {

  private final Path folder;
  private final Path path;

  PrivateName() throws IOException {
    folder = Files.createTempDirectory("kvmsdk-"); // which is nobody else's to enter
    path = folder.resolve("s").toAbsolutePath();
    int length = path.toString().getBytes(StandardCharsets.UTF_8).length;
    if (length > Connecting.LONGEST_SOCKET_PATH) {
      close();
      throw new EndpointException(
          "the system's temporary folder, %s, has too long a name for sockets in it; set java.io.tmpdir"
              .formatted(folder.getParent()));
    }
  }

  Path path() {
    return path;
  }

  UnixDomainSocketAddress address() {
    return UnixDomainSocketAddress.of(path);
  }

  @Override
  public void close() throws IOException {
    Files.deleteIfExists(path);
    Files.deleteIfExists(folder);
  }
}
