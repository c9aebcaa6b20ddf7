package io.kvmsdk.network;

import static org.assertj.core.api.Assertions.assertThat;

import io.kvmsdk.network.port.NetworkPortDefinition;
import io.kvmsdk.xml.Corpus;
import io.kvmsdk.xml.Document;
import io.kvmsdk.xml.Mutations;
import io.kvmsdk.xml.Schema;
import io.kvmsdk.xml.Strictness;
import io.kvmsdk.xml.TestDocuments;
import io.kvmsdk.xml.XmlElement;
import io.kvmsdk.xml.XmlMeaning;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Documents of networks and their ports, the project's own and libvirt's, come back as they were.
 */
class NetworkDocumentsTest {

  static List<Path> networks() {
    return TestDocuments.of("network");
  }

  static List<Path> ports() {
    return TestDocuments.of("networkport");
  }

  @ParameterizedTest
  @MethodSource("networks")
  void networksComeBackWithNothingLeftOver(Path document) {
    check(Corpus.text(document), NetworkDocumentsTest::network);
  }

  @ParameterizedTest
  @MethodSource("ports")
  void portsComeBackWithNothingLeftOver(Path document) {
    check(Corpus.text(document), NetworkDocumentsTest::port);
  }

  @ParameterizedTest
  @MethodSource("networks")
  void networksAreValid(Path document) {
    String xml = network(Corpus.text(document)).toXml();
    assertThat(Schema.errors(Corpus.schema("network.rng"), xml)).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("ports")
  void portsAreValid(Path document) {
    String xml = port(Corpus.text(document)).toXml();
    assertThat(Schema.errors(Corpus.schema("networkport.rng"), xml)).isEmpty();
  }

  @Test
  void libvirtsNetworksComeBack() {
    assertThat(wrong("network", NetworkDocumentsTest::network)).isEmpty();
  }

  @Test
  void libvirtsPortsComeBack() {
    assertThat(wrong("networkport", NetworkDocumentsTest::port)).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("networks")
  void whatIsUnknownInNetworksSurvives(Path document) {
    unknownsSurvive(Corpus.text(document), NetworkDefinition::fromXml);
  }

  @ParameterizedTest
  @MethodSource("ports")
  void whatIsUnknownInPortsSurvives(Path document) {
    unknownsSurvive(Corpus.text(document), NetworkPortDefinition::fromXml);
  }

  private static void unknownsSurvive(String xml, Function<String, ? extends Document> reading) {
    XmlElement root = XmlElement.parse(xml);
    List<XmlElement> changed = new ArrayList<>();
    changed.add(Mutations.withUnknownsEverywhere(root));
    changed.add(Mutations.withTextEverywhere(root));
    changed.add(Mutations.withUnknownsBefore(root));
    for (int depth = 0; depth < Mutations.depth(root); depth++) {
      changed.add(Mutations.withChildrenTwice(root, depth));
    }
    // An Ethernet address or an id is no word that a newer libvirt may add to.
    List<String> except = new ArrayList<>(List.of("address", "mac", "instanceid", "interfaceid"));
    changed.add(Mutations.withUnknownValues(root, except));
    except.add("type");
    changed.add(Mutations.withUnknownValues(root, except));
    for (XmlElement each : changed) {
      String given = each.toXml();
      assertThat(XmlMeaning.differences(given, reading.apply(given).toXml())).isEmpty();
    }
  }

  private static NetworkDefinition network(String xml) {
    NetworkDefinition read = NetworkDefinition.fromXml(xml, Strictness.STRICT);
    assertThat(read.toBuilder().build()).isEqualTo(read);
    return read;
  }

  private static NetworkPortDefinition port(String xml) {
    NetworkPortDefinition read = NetworkPortDefinition.fromXml(xml, Strictness.STRICT);
    assertThat(read.toBuilder().build()).isEqualTo(read);
    return read;
  }

  private static void check(String xml, Function<String, ? extends Document> reading) {
    Document read = reading.apply(xml);
    assertThat(XmlMeaning.differences(xml, read.toXml())).isEmpty();
    assertThat((Object) reading.apply(read.toXml())).isEqualTo(read).hasSameHashCodeAs(read);
  }

  private static List<String> wrong(String kind, Function<String, ? extends Document> reading) {
    List<Path> documents = Corpus.documents(kind);
    assertThat(documents).isNotEmpty();
    List<String> wrong = new ArrayList<>();
    for (Path document : documents) {
      try {
        check(Corpus.text(document), reading);
      } catch (RuntimeException | AssertionError e) {
        wrong.add(document.getFileName() + ": " + e.getMessage());
      }
    }
    return wrong;
  }
}
