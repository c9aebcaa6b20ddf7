package io.kvmsdk.qmp;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Numbers of open files, where the library that handles them is there; says so where it is not. */
final class Descriptors {

  private static final int LARGEST_PART = 64 * 1024;

  private Descriptors() {}

  /**
   * Fails where descriptors cannot be passed.
   *
   * @throws EndpointException in words
   */
  static void require() throws EndpointException {
    int size;
    try {
      size = CLibrary.pointerSize();
    } catch (LinkageError e) {
      throw new EndpointException(
          "passing open files needs net.java.dev.jna:jna on the class or module path, with its native"
              + " part loadable; the loader said: "
              + e.getMessage(),
          e);
    }
    if (size != 8 || !System.getProperty("os.name", "").equals("Linux")) {
      throw new EndpointException("open files are passed on Linux with 64 bits only");
    }
  }

  static PassedFile.Opened open(Path path, PassedFile.Access access) throws EndpointException {
    require();
    int flags =
        switch (access) {
          case READ -> 0;
          case WRITE -> 1;
          case READ_WRITE -> 2;
        };
    try {
      return new Own(CLibrary.open(path.toString(), flags));
    } catch (SystemException e) {
      throw new EndpointException(
          "%s cannot be opened for %s: %s".formatted(path, access, e.getMessage()), e);
    }
  }

  private record Own(int number) implements PassedFile.Opened {
    @Override
    public void close() {
      CLibrary.close(number);
    }
  }

  /** See {@link CLibrary#send}. */
  static int send(int socket, ByteBuffer from, int descriptor) throws IOException {
    return CLibrary.send(socket, from, LARGEST_PART, descriptor);
  }

  /** The number of this process's socket that is bound to a path, which nothing else is. */
  static int ofSocketAt(Path path) throws IOException {
    Path link = Path.of("socket:[" + inode(path) + "]");
    try (DirectoryStream<Path> mine = Files.newDirectoryStream(Path.of("/proc/self/fd"))) {
      for (Path descriptor : mine) {
        try {
          if (Files.readSymbolicLink(descriptor).equals(link)) {
            return Integer.parseInt(descriptor.getFileName().toString());
          }
        } catch (IOException e) {
          continue; // closed since it was listed
        }
      }
    }
    throw new EndpointException("/proc/self/fd does not show this process's own socket");
  }

  /** Columns of {@code /proc/net/unix}: Num RefCount Protocol Flags Type St Inode Path. */
  private static long inode(Path path) throws IOException {
    // A name is bytes, and others' need be in no character set.
    List<String> sockets =
        Files.readAllLines(Path.of("/proc/self/net/unix"), StandardCharsets.ISO_8859_1);
    byte[] name = path.toString().getBytes(StandardCharsets.UTF_8);
    String end = " " + new String(name, StandardCharsets.ISO_8859_1);
    for (String socket : sockets) {
      if (socket.endsWith(end)) {
        return Long.parseLong(socket.strip().split(" +", 8)[6]);
      }
    }
    throw new EndpointException("/proc/net/unix does not show this process's own socket");
  }
}
