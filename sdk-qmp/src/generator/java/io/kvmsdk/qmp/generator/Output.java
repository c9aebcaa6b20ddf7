package io.kvmsdk.qmp.generator;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/** The folder of what is generated. Files that stay as they were are not written again. */
final class Output {

  private final Path folder;
  private final Set<Path> written = new HashSet<>();
  private final Set<String> paths = new HashSet<>();

  Output(Path folder) {
    this.folder = folder;
  }

  void write(JavaFile file) {
    write(file.path(), file.toString());
  }

  void write(String path, String text) {
    if (!paths.add(path.toLowerCase(Locale.ROOT))) {
      throw new IllegalStateException("two types would be written to " + path);
    }
    Path target = folder.resolve(path);
    written.add(target);
    try {
      if (!Files.exists(target) || !Files.readString(target).equals(text)) {
        Files.createDirectories(target.getParent());
        Files.writeString(target, text);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Removes what an earlier run has written and this one has not. */
  void finish() throws IOException {
    List<Path> stale;
    try (Stream<Path> files = Files.walk(folder)) {
      stale = files.filter(f -> Files.isRegularFile(f) && !written.contains(f)).toList();
    }
    for (Path file : stale) {
      Files.delete(file);
    }
  }
}
