package io.kvmsdk.qmp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.StandardProtocolFamily;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Counts what a test may leave behind: threads of ours and sockets of this process. */
final class Leaks {

  private Leaks() {}

  static List<String> threads() {
    return Thread.getAllStackTraces().keySet().stream()
        .map(Thread::getName)
        .filter(name -> name.startsWith("kvmsdk-qmp"))
        .sorted()
        .toList();
  }

  static long sockets() {
    // The JDK keeps one socket of its own from the first channel on.
    try (SocketChannel first = SocketChannel.open(StandardProtocolFamily.UNIX)) {
      assertThat(first.isOpen()).isTrue();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    try (Stream<Path> descriptors = Files.list(Path.of("/proc/self/fd"))) {
      return descriptors.filter(Leaks::isSocket).count();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static boolean isSocket(Path descriptor) {
    try {
      return Files.readSymbolicLink(descriptor).toString().matches("(socket|anon_inode).*");
    } catch (IOException e) {
      return false; // closed since it was listed
    }
  }

  /** Soon: no thread of this name. */
  static void assertNoThread(String name) {
    await().untilAsserted(() -> assertThat(threads()).doesNotContain(name));
  }

  /** At once: no socket more than before and no reader; soon: no thread of a listener's either. */
  static void assertNone(long socketsBefore) {
    assertThat(sockets()).as("sockets and selectors").isEqualTo(socketsBefore);
    assertThat(threads()).as("reader").doesNotContain("kvmsdk-qmp-reader");
    await().untilAsserted(() -> assertThat(threads()).isEmpty());
  }
}
