package io.kvmsdk.domain.definition;

import static org.assertj.core.api.Assertions.assertThat;

import io.kvmsdk.error.InvalidDefinitionException;
import io.kvmsdk.xml.Corpus;
import io.kvmsdk.xml.Mutations;
import io.kvmsdk.xml.TestDocuments;
import io.kvmsdk.xml.XmlElement;
import io.kvmsdk.xml.XmlMeaning;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a newer libvirt may say comes back, wherever it stands. */
class UnknownsSurviveTest {

  private static List<Path> own() {
    return Stream.concat(TestDocuments.of("domain").stream(), TestDocuments.of("newer").stream())
        .toList();
  }

  @Test
  void inTheProjectsOwnDocuments() {
    assertThat(lost(own())).isEmpty();
  }

  @Test
  void inLibvirtsDocuments() {
    assertThat(lost(Corpus.documents("domain"))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"with-types", "without-types"})
  void newValuesAreNoErrors(String mode) {
    // An address, an id or a set of CPUs is no word that a newer libvirt may add to.
    List<String> except = new ArrayList<>(List.of("address", "currentAddress", "cpuset"));
    except.addAll(List.of("portid", "switchid", "instanceid", "interfaceid"));
    if (mode.equals("without-types")) {
      except.add("type");
    }
    List<String> wrong = new ArrayList<>();
    for (Path document : own()) {
      XmlElement root = XmlElement.parse(Corpus.text(document));
      compare(document, Mutations.withUnknownValues(root, except), wrong);
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
      DomainDefinition read = DomainDefinition.fromXml(xml);
      for (String difference : XmlMeaning.differences(xml, read.toXml())) {
        wrong.add(document.getFileName() + ": " + difference);
      }
    } catch (InvalidDefinitionException e) {
      wrong.add(document.getFileName() + ": " + e);
    }
  }
}
