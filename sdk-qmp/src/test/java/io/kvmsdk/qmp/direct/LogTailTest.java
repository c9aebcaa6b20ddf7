package io.kvmsdk.qmp.direct;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class LogTailTest {

  @TempDir Path temp;

  @Test
  void isTheEndOfALog() throws IOException {
    Path log = Files.writeString(temp.resolve("log"), "one\ntwo\n\nthree");
    assertThat(LogTail.of(log).last(2)).isEqualTo("two\nthree");
    assertThat(LogTail.of(log).last(9)).isEqualTo("one\ntwo\nthree");
    assertThat(LogTail.of(temp.resolve("none")).lines()).isEmpty();
  }

  @Test
  void takesAnyBytesAndLengths() throws IOException {
    Path log = temp.resolve("log");
    Files.write(log, new byte[] {27, '[', '2', 'J', (byte) 0xff, 0, 'x', '\n'});
    assertThat(LogTail.of(log).last(1)).isEqualTo("?[2J\ufffd?x");

    String line = "y".repeat(5_000) + "\n";
    Files.write(log, line.repeat(1_000).getBytes(StandardCharsets.UTF_8));
    LogTail tail = LogTail.of(log);
    assertThat(tail.lines()).hasSize(13).allMatch(l -> l.length() == 1_003);

    Files.write(log, "z".repeat(100_000).getBytes(StandardCharsets.UTF_8));
    assertThat(LogTail.of(log).last(1)).hasSize(1_003);
  }
}
