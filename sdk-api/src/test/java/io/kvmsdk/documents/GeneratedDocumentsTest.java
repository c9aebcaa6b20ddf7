package io.kvmsdk.documents;

import static org.assertj.core.api.Assertions.assertThat;

import io.kvmsdk.xml.Document;
import io.kvmsdk.xml.Documents;
import io.kvmsdk.xml.Schema;
import io.kvmsdk.xml.Strictness;
import io.kvmsdk.xml.XmlMeaning;
import io.kvmsdk.xml.schema.SchemaDocuments;
import java.util.EnumMap;
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

  private static final Map<Kind, SchemaDocuments> MADE = new EnumMap<>(Kind.class);

  @Property(tries = 2500, shrinking = ShrinkingMode.OFF)
  void whatTheSchemasAllowIsTypedAndComesBack(@ForAll Kind kind, @ForAll Random random) {
    SchemaDocuments documents =
        MADE.computeIfAbsent(kind, k -> new SchemaDocuments(k.schema(), Kind.meaningful(SECRET)));
    String xml = Meaning.of(documents.next(random)).toXml();
    assertThat(Schema.errors(kind.schema(), xml)).as("made: %s", xml).isEmpty();

    Document read = Documents.parse(xml, Strictness.STRICT);
    assertThat(XmlMeaning.differences(xml, read.toXml())).as(xml).isEmpty();

    Document built = (Document) Rebuilt.of(read);
    assertThat(built).isEqualTo(read).hasSameHashCodeAs(read);
    assertThat(built.toString()).isEqualTo(read.toString()).doesNotContain(SECRET);

    String written = built.toXml();
    assertThat(Schema.errors(kind.schema(), written)).as(written).isEmpty();
    assertThat(Documents.parse(written, Strictness.STRICT)).isEqualTo(built);
  }
}
