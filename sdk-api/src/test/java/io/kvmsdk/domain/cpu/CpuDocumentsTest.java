package io.kvmsdk.domain.cpu;

import static org.assertj.core.api.Assertions.assertThat;

import io.kvmsdk.units.ByteSize;
import io.kvmsdk.xml.Corpus;
import io.kvmsdk.xml.Schema;
import io.kvmsdk.xml.Strictness;
import io.kvmsdk.xml.TestDocuments;
import io.kvmsdk.xml.XmlMeaning;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Documents of CPUs, of guests and hosts alike, come back as they were. */
class CpuDocumentsTest {

  static Iterable<Path> own() {
    return TestDocuments.of("cpu");
  }

  @ParameterizedTest
  @MethodSource("own")
  void ourOwn(Path document) {
    assertThat(wrong(document)).isEmpty();
    assertThat(Schema.errors(Corpus.schema("cpu.rng"), Corpus.text(document))).isEmpty();
  }

  @Test
  void libvirts() {
    List<Path> documents = Corpus.documents("cpu");
    assertThat(documents).hasSizeGreaterThan(100);
    assertThat(documents.stream().flatMap(it -> wrong(it).stream())).isEmpty();
  }

  @Test
  void whatAHostSaysOfItsCpu() {
    Cpu host = Cpu.fromXml(Corpus.text(TestDocuments.of("cpu").get(0)));
    assertThat(host.arch()).contains("x86_64");
    assertThat(host.hostFeatures().orElseThrow().vmx()).isTrue();
    assertThat(host.microcode()).contains(236L);
    assertThat(host.signature().orElseThrow().model()).isEqualTo(142);
    assertThat(host.counter().orElseThrow().frequency()).isEqualTo(2_303_997_000L);
    assertThat(host.counter().orElseThrow().scaling()).contains(false);
    assertThat(host.pageSizes())
        .extracting(CpuPageSize::size)
        .containsExactly(ByteSize.kibibytes(4), ByteSize.mebibytes(2), ByteSize.gibibytes(1));
  }

  private static List<String> wrong(Path document) {
    String xml = Corpus.text(document);
    Cpu read = Cpu.fromXml(xml, Strictness.STRICT);
    List<String> wrong = new ArrayList<>(XmlMeaning.differences(xml, read.toXml()));
    if (!Cpu.fromXml(read.toXml()).equals(read)) {
      wrong.add(document.getFileName() + " reads differently when written");
    }
    return wrong;
  }
}
