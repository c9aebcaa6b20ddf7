package io.kvmsdk.documents;

import static org.assertj.core.api.Assertions.assertThat;

import io.kvmsdk.xml.Corpus;
import io.kvmsdk.xml.Document;
import io.kvmsdk.xml.Documents;
import io.kvmsdk.xml.Mutations;
import io.kvmsdk.xml.XmlElement;
import io.kvmsdk.xml.XmlMeaning;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * What a newer libvirt may say comes back, wherever it stands, also when every value around it is
 * set anew.
 */
class UnknownsSurviveTest {

  @ParameterizedTest
  @EnumSource
  void inOurOwnDocuments(Kind kind) {
    assertThat(lost(kind.own())).isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void inLibvirtsDocuments(Kind kind) {
    assertThat(lost(kind.corpus())).isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void newWordsAndFormsOfNumbersAreNoErrors(Kind kind) {
    List<String> wrong = new ArrayList<>();
    for (Path document : kind.own()) {
      XmlElement root = XmlElement.parse(Corpus.text(document));
      compare(document, Mutations.withUnknownValues(root, Kind.CLOSED), wrong);
      List<String> andType = new ArrayList<>(Kind.CLOSED);
      andType.add("type");
      compare(document, Mutations.withUnknownValues(root, andType), wrong);
    }
    assertThat(wrong).isEmpty();
  }

  private static List<String> lost(List<Path> documents) {
    List<String> wrong = new ArrayList<>();
    for (Path document : documents) {
      XmlElement root = XmlElement.parse(Corpus.text(document));
      compare(document, Mutations.withUnknownsEverywhere(root), wrong);
      compare(document, Mutations.withTextEverywhere(root), wrong);
      compare(document, Mutations.withUnknownsBefore(root), wrong);
      for (int depth = 0; depth < Mutations.depth(root); depth++) {
        compare(document, Mutations.withChildrenTwice(root, depth), wrong);
      }
    }
    return wrong;
  }

  private static void compare(Path document, XmlElement changed, List<String> wrong) {
    String xml = changed.toXml();
    try {
      Document read = Documents.parse(xml);
      for (String difference : XmlMeaning.differences(xml, read.toXml())) {
        wrong.add(document.getFileName() + ": " + difference);
      }
      if (!Rebuilt.of(read).equals(read)) {
        wrong.add(document.getFileName() + ": setting every value anew lost something");
      }
    } catch (RuntimeException e) {
      wrong.add(document.getFileName() + ": " + e);
    }
  }
}
