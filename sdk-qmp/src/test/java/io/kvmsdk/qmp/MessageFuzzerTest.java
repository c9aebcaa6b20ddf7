package io.kvmsdk.qmp;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What a fuzzer found once, and the messages that it starts from. */
class MessageFuzzerTest {

  static List<Path> inputs() throws IOException {
    try (Stream<Path> files = Files.walk(Path.of("src/test/resources"))) {
      return files
          .filter(Files::isRegularFile)
          .filter(f -> f.toString().contains("/fuzz/") || f.toString().contains("/messages/"))
          .sorted()
          .toList();
    }
  }

  @ParameterizedTest
  @MethodSource("inputs")
  void holds(Path input) throws IOException {
    MessageFuzzer.fuzzerTestOneInput(Files.readAllBytes(input));
  }
}
