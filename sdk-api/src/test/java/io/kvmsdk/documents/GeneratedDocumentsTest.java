package io.kvmsdk.documents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.kvmsdk.xml.Corpus;
import io.kvmsdk.xml.Document;
import io.kvmsdk.xml.Documents;
import io.kvmsdk.xml.Schema;
import io.kvmsdk.xml.Strictness;
import io.kvmsdk.xml.XmlMeaning;
import io.kvmsdk.xml.schema.SchemaDocuments;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;

/**
 * Definitions of every type, made from what the schemas allow: all of it has a name, and what the
 * builders make of it is valid and means the same. The rarest choice is made first, so that each
 * element, attribute and word of a schema comes up.
 */
class GeneratedDocumentsTest {

  /** What stands wherever a secret stands. */
  private static final String SECRET = "geheim";

  /** Those of the libvirt that is installed here, which may be older or newer than the corpus. */
  private static final Path INSTALLED = Path.of("/usr/share/libvirt/schemas");

  private static final Map<Path, SchemaDocuments> MADE = new HashMap<>();

  @Property(tries = 2500, shrinking = ShrinkingMode.OFF)
  void whatTheSchemasAllowIsTypedAndComesBack(@ForAll Kind kind, @ForAll Random random) {
    check(Corpus.schema(kind.schema()), random);
  }

  @Property(tries = 1000, shrinking = ShrinkingMode.OFF)
  void whatTheInstalledSchemasAllowIsTypedAndComesBack(@ForAll Kind kind, @ForAll Random random) {
    assumeTrue(Files.isDirectory(INSTALLED), "no libvirt is installed: no " + INSTALLED);
    check(INSTALLED.resolve(kind.schema()), random);
  }

  private static void check(Path schema, Random random) {
    SchemaDocuments documents =
        MADE.computeIfAbsent(schema, s -> new SchemaDocuments(s, Kind.meaningful(SECRET)));
    String xml = Meaning.of(documents.next(random)).toXml();
    assertThat(Schema.errors(schema, xml)).as("made: %s", xml).isEmpty();

    Document read = Documents.parse(xml, Strictness.STRICT);
    assertThat(XmlMeaning.differences(xml, read.toXml())).as(xml).isEmpty();

    Document built = (Document) Rebuilt.of(read);
    assertThat(built).isEqualTo(read).hasSameHashCodeAs(read);
    assertThat(built.toString()).isEqualTo(read.toString()).doesNotContain(SECRET);

    String written = built.toXml();
    assertThat(Schema.errors(schema, written)).as(written).isEmpty();
    assertThat(Documents.parse(written, Strictness.STRICT)).isEqualTo(built);
  }
}
