package io.kvmsdk.benchmarks;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** A domain's document of ten kilobytes, as a cloud's compute service has them. */
final class TenKilobytes {

  private TenKilobytes() {}

  static String document() {
    try (InputStream in = TenKilobytes.class.getResourceAsStream("ten-kilobytes.xml")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
