package io.kvmsdk.fuzz;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kvmsdk.error.InvalidDefinitionException;
import io.kvmsdk.xml.Documents;
import io.kvmsdk.xml.Strictness;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What a fuzzer found once, and the documents that it starts from. */
class DocumentFuzzerTest {

  static List<Path> inputs() throws IOException {
    try (Stream<Path> files = Files.walk(Path.of("src/test/resources"))) {
      return files
          .filter(Files::isRegularFile)
          .filter(f -> f.toString().contains("/fuzz/") || f.toString().contains("/documents/"))
          .sorted()
          .toList();
    }
  }

  @ParameterizedTest
  @MethodSource("inputs")
  void comesBackOrIsRefused(Path input) throws IOException {
    DocumentFuzzer.fuzzerTestOneInput(Files.readAllBytes(input));
  }

  @Test
  void bytesThatAreNoTextAreRefused() {
    byte[] cut = "<domain><name>ü</name></domain>".getBytes(StandardCharsets.UTF_8);
    cut[15] = 'x';
    assertThatThrownBy(() -> Documents.parse(cut, Strictness.LENIENT))
        .isInstanceOf(InvalidDefinitionException.class)
        .hasMessageContaining("byte 14")
        .hasMessageContaining("UTF-8");
  }
}
