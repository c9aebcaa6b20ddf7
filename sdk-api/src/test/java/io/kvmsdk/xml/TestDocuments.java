package io.kvmsdk.xml;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The project's own documents, in {@code src/test/resources/documents}. */
public final class TestDocuments {

  private TestDocuments() {}

  /** All of a kind, such as {@code domain}. */
  public static List<Path> of(String kind) {
    try (Stream<Path> files =
        Files.list(Path.of(TestDocuments.class.getResource("/documents/" + kind).toURI()))) {
      return files.sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }
}
