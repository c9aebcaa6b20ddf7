package io.kvmsdk.fuzz;

import io.kvmsdk.error.InvalidDefinitionException;
import io.kvmsdk.xml.Document;
import io.kvmsdk.xml.Documents;
import io.kvmsdk.xml.Strictness;

/**
 * What a fuzzer runs: whatever the bytes are, they are a document that comes back as it was, or an
 * {@link InvalidDefinitionException}. {@code scripts/fuzz} starts it under Jazzer.
 */
public final class DocumentFuzzer {

  private DocumentFuzzer() {}

  /** One try. */
  public static void fuzzerTestOneInput(byte[] input) {
    Document read;
    try {
      read = Documents.parse(input, Strictness.LENIENT);
    } catch (InvalidDefinitionException e) {
      return;
    }
    String written = read.toXml();
    Document again = Documents.parse(written);
    if (!again.equals(read) || again.hashCode() != read.hashCode()) {
      throw new AssertionError("reads differently when written: " + written);
    }
    if (!again.toXml().equals(written)) {
      throw new AssertionError("writes differently when read: " + written);
    }
    try {
      Documents.parse(input, Strictness.STRICT);
    } catch (InvalidDefinitionException e) {
      if (e.path().isEmpty() && e.value().isEmpty()) {
        throw new AssertionError("an error that says nothing", e);
      }
    }
  }
}
