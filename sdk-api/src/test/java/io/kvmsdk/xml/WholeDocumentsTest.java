package io.kvmsdk.xml;

import static org.assertj.core.api.Assertions.assertThat;

import io.kvmsdk.domain.snapshot.BackupDefinition;
import io.kvmsdk.domain.snapshot.CheckpointDefinition;
import io.kvmsdk.domain.snapshot.SnapshotDefinition;
import io.kvmsdk.error.InvalidDefinitionException;
import io.kvmsdk.host.capabilities.Capabilities;
import io.kvmsdk.host.domaincapabilities.DomainCapabilities;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Documents of every kind but domains, ours and libvirt's, come back as they were. */
class WholeDocumentsTest {

  /**
   * A kind of document.
   *
   * @param name the folder of its documents
   * @param schema the schema that judges what is written, but for what only a running job says,
   *     which the schema does not know
   * @param numbers attributes that have to be numbers, which no newer libvirt spells otherwise
   */
  record Kind(
      String name, String schema, XmlMapping<? extends Document> mapping, List<String> numbers) {

    @Override
    public String toString() {
      return name;
    }
  }

  static Stream<Kind> kinds() {
    return Stream.of(
        new Kind(
            "capabilities",
            "capability.rng",
            Capabilities.XML,
            List.of(
                "id",
                "size",
                "value",
                "level",
                "initiator",
                "target",
                "granularity",
                "maxAllocs",
                "maxMonitors",
                "cpus",
                "siblings",
                "toggle",
                "default",
                "sockets",
                "dies",
                "clusters",
                "cores",
                "threads",
                "unit")),
        new Kind(
            "domainCapabilities",
            "domaincaps.rng",
            DomainCapabilities.XML,
            List.of("supported", "node", "size", "unit")),
        new Kind("domainsnapshot", "domainsnapshot.rng", SnapshotDefinition.XML, List.of()),
        new Kind("domaincheckpoint", "domaincheckpoint.rng", CheckpointDefinition.XML, List.of()),
        new Kind("domainbackup", "domainbackup.rng", BackupDefinition.XML, List.of()));
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void oursComeBackWithNothingLeftOver(Kind kind) {
    List<Path> documents = TestDocuments.of(kind.name);
    assertThat(documents).isNotEmpty();
    assertThat(wrong(kind, documents, Strictness.STRICT)).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void libvirtsComeBackWithNothingLeftOver(Kind kind) {
    List<Path> documents = Corpus.documents(kind.name);
    assertThat(documents).hasSizeGreaterThan(4);
    assertThat(wrong(kind, documents, Strictness.STRICT)).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void whatIsWrittenIsValid(Kind kind) {
    List<String> wrong = new ArrayList<>();
    for (Path document : TestDocuments.of(kind.name)) {
      if (!document.endsWith("running.xml")) {
        String written = kind.mapping.parse(Corpus.text(document), Strictness.LENIENT).toXml();
        Schema.errors(Corpus.schema(kind.schema), written)
            .forEach(error -> wrong.add(document.getFileName() + ": " + error));
      }
    }
    assertThat(wrong).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void unknownsSurvive(Kind kind) {
    List<String> wrong = new ArrayList<>();
    for (Path document : TestDocuments.of(kind.name)) {
      XmlElement root = XmlElement.parse(Corpus.text(document));
      compare(kind, document, Mutations.withUnknownsEverywhere(root), wrong);
      compare(kind, document, Mutations.withTextEverywhere(root), wrong);
      compare(kind, document, Mutations.withUnknownsBefore(root), wrong);
      compare(kind, document, Mutations.withUnknownValues(root, kind.numbers), wrong);
      for (int depth = 0; depth < Mutations.depth(root); depth++) {
        compare(kind, document, Mutations.withChildrenTwice(root, depth), wrong);
      }
    }
    assertThat(wrong).isEmpty();
  }

  private static List<String> wrong(Kind kind, List<Path> documents, Strictness strictness) {
    List<String> wrong = new ArrayList<>();
    for (Path document : documents) {
      String xml = Corpus.text(document);
      try {
        Document read = kind.mapping.parse(xml, strictness);
        String written = read.toXml();
        XmlMeaning.differences(xml, written)
            .forEach(difference -> wrong.add(document.getFileName() + ": " + difference));
        Document again = kind.mapping.parse(written, Strictness.LENIENT);
        if (!again.equals(read) || again.hashCode() != read.hashCode()) {
          wrong.add(document.getFileName() + ": reads differently when written");
        }
      } catch (InvalidDefinitionException e) {
        wrong.add(document.getFileName() + ": " + e);
      }
    }
    return wrong;
  }

  private static void compare(Kind kind, Path document, XmlElement changed, List<String> wrong) {
    String xml = changed.toXml();
    try {
      String written = kind.mapping.parse(xml, Strictness.LENIENT).toXml();
      for (String difference : XmlMeaning.differences(xml, written)) {
        wrong.add(document.getFileName() + ": " + difference);
      }
    } catch (InvalidDefinitionException e) {
      wrong.add(document.getFileName() + ": " + e);
    }
  }
}
