package io.kvmsdk.tutorials;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Java in a document is a quotation of what is compiled and run: of a tutorial, or of a test. Only
 * line breaks and spaces may differ.
 */
class QuotedCodeTest {

  private static final Pattern JAVA = Pattern.compile("(?s)```java\n(.*?)```");
  private static final List<String> SOURCES =
      List.of("examples/tutorials/src", "sdk-api/src/test/java/io/kvmsdk/documents");

  @ParameterizedTest
  @ValueSource(strings = {"README.md", "docs/definitions.md", "docs/qmp.md"})
  void isThatOfATutorialOrTest(String document) throws IOException {
    String sources = sources();
    List<String> quoted =
        JAVA.matcher(Files.readString(root().resolve(document)))
            .results()
            .map(found -> found.group(1))
            .toList();
    assertThat(quoted)
        .isNotEmpty()
        .allSatisfy(code -> assertThat(sources.contains(packed(code))).as(code).isTrue());
  }

  private static String sources() throws IOException {
    StringBuilder all = new StringBuilder();
    for (String folder : SOURCES) {
      try (Stream<Path> files = Files.walk(root().resolve(folder))) {
        for (Path file : files.filter(file -> file.toString().endsWith(".java")).toList()) {
          all.append(packed(Files.readString(file)));
        }
      }
    }
    return all.toString();
  }

  private static String packed(String code) {
    return code.replaceAll("\\s+", "");
  }

  /** The project's folder, from wherever in it the test is started. */
  private static Path root() {
    Path here = Path.of("").toAbsolutePath();
    for (Path at = here; at != null; at = at.getParent()) {
      if (Files.exists(at.resolve("docs/definitions.md"))) {
        return at;
      }
    }
    throw new AssertionError("the project's documents are not above " + here);
  }
}
