package io.kvmsdk.documents;

import static org.assertj.core.api.Assertions.assertThat;

import io.kvmsdk.error.InvalidDefinitionException;
import io.kvmsdk.xml.Corpus;
import io.kvmsdk.xml.Documents;
import io.kvmsdk.xml.Mutations;
import io.kvmsdk.xml.Mutations.Spot;
import io.kvmsdk.xml.XmlElement;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A value that cannot be, or that is missing, is named by its path with what is expected there. */
class WrongInputTest {

  private static final String NO_VALUE = "none at all";

  @ParameterizedTest
  @EnumSource
  void isNamed(Kind kind) {
    List<String> wrong = new ArrayList<>();
    int refused = 0;
    for (Path document : kind.own()) {
      XmlElement root = XmlElement.parse(Corpus.text(document));
      for (Spot spot : Mutations.spots(root, NO_VALUE)) {
        refused += tried(document, spot, spot.replaced(), NO_VALUE, wrong);
        refused += tried(document, spot, spot.removed(), "absent", wrong);
      }
    }
    assertThat(wrong).isEmpty();
    assertThat(refused).as("values that were refused").isPositive();
  }

  private static int tried(
      Path document, Spot spot, XmlElement changed, String value, List<String> wrong) {
    try {
      Documents.parse(changed.toXml());
      return 0;
    } catch (InvalidDefinitionException e) {
      boolean named = e.path().equals(spot.path()) || e.path().equals(spot.path() + "/text()");
      // What belongs to another value is found there: a maximum without its minimum.
      boolean near = e.path().startsWith(spot.path().replaceFirst("/[^/]*$", ""));
      if (!(named ? e.value().equals(value) || e.value().isEmpty() : near)
          || e.expected().isBlank()) {
        wrong.add(document.getFileName() + " " + spot.path() + ": " + e);
      }
      return 1;
    } catch (RuntimeException e) {
      wrong.add(document.getFileName() + " " + spot.path() + ": " + e);
      return 1;
    }
  }
}
