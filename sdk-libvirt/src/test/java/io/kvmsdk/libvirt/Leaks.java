package io.kvmsdk.libvirt;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.awaitility.Awaitility;

/**
 * What a process holds that garbage collection does not take back.
 *
 * @param descriptors how many sockets, pipes and files are open that are of no jar
 * @param threads the threads of this backend
 * @param callbacks how many callbacks libvirt may call
 */
record Leaks(long descriptors, Set<String> threads, int callbacks) {

  private static final Duration PATIENCE = Duration.ofSeconds(20);

  static Leaks now() {
    return new Leaks(openDescriptors(), ownThreads(), Callbacks.held());
  }

  private static long openDescriptors() {
    try (Stream<Path> all = Files.list(Path.of("/proc/self/fd"))) {
      return all.filter(Leaks::isNoJar).count();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static boolean isNoJar(Path descriptor) {
    try {
      String target = Files.readSymbolicLink(descriptor).toString();
      return target.startsWith("socket:") || target.startsWith("anon_inode:[eventfd");
    } catch (IOException e) {
      return false; // closed meanwhile
    }
  }

  private static Set<String> ownThreads() {
    return Thread.getAllStackTraces().keySet().stream()
        .filter(Thread::isAlive)
        .map(Thread::getName)
        .filter(name -> name.startsWith("kvmsdk-"))
        .map(name -> name.replaceAll("-\\d+ ", "-N ")) // workers come and go
        .collect(Collectors.toSet());
  }

  /** Fails unless there is no more than then, soon. */
  void assertNothingLeft() {
    Awaitility.await()
        .atMost(PATIENCE)
        .untilAsserted(() -> {
          Leaks now = now();
          assertThat(now.threads).as("threads").isSubsetOf(threads);
          assertThat(now.callbacks).as("callbacks").isLessThanOrEqualTo(callbacks);
          assertThat(now.descriptors).as("descriptors").isLessThanOrEqualTo(descriptors);
        });
  }

  /** Fails unless all threads of such a name end, soon. */
  static void awaitThreadsGone(String pattern) {
    Awaitility.await()
        .atMost(PATIENCE)
        .untilAsserted(() -> {
          List<String> left = ownThreads().stream().filter(n -> n.matches(pattern)).toList();
          assertThat(left).isEmpty();
        });
  }
}
