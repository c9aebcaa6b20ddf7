package io.kvmsdk.domain.definition;

import static org.assertj.core.api.Assertions.assertThat;

import io.kvmsdk.xml.Corpus;
import io.kvmsdk.xml.XmlMeaning;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Every domain document of libvirt's own tests comes back as it was. */
class DomainCorpusTest {

  @Test
  void everyDocumentComesBackEqual() {
    List<Path> documents = Corpus.documents("domain");
    List<String> wrong = new ArrayList<>();
    for (Path document : documents) {
      String xml = Corpus.text(document);
      try {
        DomainDefinition read = DomainDefinition.fromXml(xml);
        String written = read.toXml();
        for (String difference : XmlMeaning.differences(xml, written)) {
          wrong.add(document.getFileName() + ": " + difference);
        }
        if (!DomainDefinition.fromXml(written).equals(read)) {
          wrong.add(document.getFileName() + ": reads differently when written");
        }
      } catch (RuntimeException e) {
        wrong.add(document.getFileName() + ": " + e);
      }
    }
    assertThat(documents).hasSizeGreaterThan(1000);
    assertThat(wrong).isEmpty();
  }
}
