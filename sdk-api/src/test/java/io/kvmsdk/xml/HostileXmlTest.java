package io.kvmsdk.xml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kvmsdk.domain.definition.DomainDefinition;
import io.kvmsdk.error.InvalidDefinitionException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Documents made to harm get an error, soon. */
class HostileXmlTest {

  @Test
  void manyThingsThatAreNotModelledAreNamedInPart() {
    String xml =
        "<domain type='kvm'><name>x</name><memory>1</memory>"
            + "<zz/>".repeat(150_000)
            + "</domain>";
    Assertions.assertTimeoutPreemptively(
        Duration.ofSeconds(5),
        () ->
            assertThatThrownBy(() -> DomainDefinition.fromXml(xml, Strictness.STRICT))
                .isInstanceOf(InvalidDefinitionException.class)
                .hasMessageContaining("domain/zz[50]")
                .hasMessageContaining("149950 more"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<!DOCTYPE d SYSTEM '%s'><domain/>",
        "<!DOCTYPE d [<!ENTITY e SYSTEM '%s'>]><domain>&e;</domain>"
      })
  void noFileIsEverRead(String form, @TempDir Path folder) throws IOException {
    Path secret = Files.writeString(folder.resolve("secret"), "geheim");
    String xml = String.format(form, secret.toUri());
    assertThatThrownBy(() -> DomainDefinition.fromXml(xml))
        .isInstanceOf(InvalidDefinitionException.class)
        .hasMessageContaining("document type declaration")
        .hasMessageNotContaining("geheim");
  }

  @Test
  void illFormedInputIsNamedByLineAndColumn() {
    assertThatThrownBy(() -> DomainDefinition.fromXml("<domain>\n  <name>x</nome>\n</domain>"))
        .isInstanceOfSatisfying(
            InvalidDefinitionException.class,
            e -> {
              assertThat(e.path()).startsWith("line 2, column ");
              assertThat(e.value()).contains("name").contains("nome");
            });
  }

  @Test
  void asDeepAsLibvirtTakesIsNoError() {
    String xml =
        "<domain type='kvm'><name>x</name><memory>1</memory>"
            + "<a>".repeat(200)
            + "</a>".repeat(200)
            + "</domain>";
    DomainDefinition read = DomainDefinition.fromXml(xml);
    assertThat(XmlMeaning.differences(xml, read.toXml())).isEmpty();
    assertThat(read).isEqualTo(DomainDefinition.fromXml(read.toXml())).hasSameHashCodeAs(read);
  }
}
