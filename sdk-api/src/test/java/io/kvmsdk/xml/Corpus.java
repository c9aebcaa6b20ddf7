package io.kvmsdk.xml;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Assumptions;

/**
 * libvirt's own test documents, where they are at hand: in the folder that the system property
 * {@code kvmsdk.corpus} names, or in {@code shared/corpus} beside this checkout or above it.
 */
public final class Corpus {

  private Corpus() {}

  /** The documents of a kind, such as {@code domain}; the test is skipped where there are none. */
  public static List<Path> documents(String kind) {
    Path folder = folder().resolve(kind);
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(file -> file.toString().endsWith(".xml")).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The schema of that name, such as {@code domain.rng}. */
  public static Path schema(String name) {
    return folder().resolve("schemas").resolve(name);
  }

  public static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Path folder() {
    Path root = root();
    Assumptions.assumeTrue(
        root != null,
        "libvirt's test documents are not here: set -Dkvmsdk.corpus, or put them in ../shared/corpus");
    try (Stream<Path> versions = Files.list(root)) {
      return versions.filter(Files::isDirectory).sorted().reduce((a, b) -> b).orElseThrow();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static @Nullable Path root() {
    String named = System.getProperty("kvmsdk.corpus");
    if (named != null) {
      return Path.of(named);
    }
    for (Path at = Path.of("").toAbsolutePath(); at != null; at = at.getParent()) {
      Path candidate = at.resolve("shared").resolve("corpus");
      if (Files.isDirectory(candidate)) {
        return candidate;
      }
    }
    return null;
  }
}
