package io.kvmsdk.documents;

import static org.assertj.core.api.Assertions.assertThat;

import io.kvmsdk.xml.Corpus;
import io.kvmsdk.xml.Document;
import io.kvmsdk.xml.Documents;
import io.kvmsdk.xml.Strictness;
import io.kvmsdk.xml.XmlMeaning;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every document comes back as it was, and nothing that it says is left without a name. */
class DocumentsTest {

  @ParameterizedTest
  @EnumSource
  void ofLibvirtsTestsComeBackEqualWithNothingLeftOver(Kind kind) {
    assertAllComeBack(kind.corpus());
  }

  @ParameterizedTest
  @EnumSource
  void ofOurOwnComeBackEqualWithNothingLeftOver(Kind kind) {
    assertAllComeBack(kind.own());
  }

  private static void assertAllComeBack(List<Path> documents) {
    List<String> wrong = new ArrayList<>();
    for (Path document : documents) {
      String xml = Corpus.text(document);
      try {
        Document read = Documents.parse(xml, Strictness.STRICT);
        String written = read.toXml();
        for (String difference : XmlMeaning.differences(xml, written)) {
          wrong.add(document.getFileName() + ": " + difference);
        }
        Document again = Documents.parse(written);
        if (!again.equals(read) || again.hashCode() != read.hashCode()) {
          wrong.add(document.getFileName() + ": reads differently when written");
        }
      } catch (RuntimeException e) {
        wrong.add(document.getFileName() + ": " + e);
      }
    }
    assertThat(documents).isNotEmpty();
    assertThat(wrong).isEmpty();
  }
}
