package io.kvmsdk.benchmarks;

import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/**
 * A domain's document of ten kilobytes: by default one as a cloud's compute service has them, of 56
 * of the model's types, or the file that the property {@code kvmsdk.document} names.
 */
final class TenKilobytes {

  private TenKilobytes() {}

  static String document() {
    String file = System.getProperty("kvmsdk.document", "");
    try (InputStream in =
        file.isEmpty()
            ? TenKilobytes.class.getResourceAsStream("ten-kilobytes.xml")
            : new FileInputStream(file)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
