package io.kvmsdk.xml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kvmsdk.domain.definition.DomainDefinition;
import io.kvmsdk.error.InvalidDefinitionException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Documents made to harm get an error, soon. */
class HostileXmlTest {

  static Iterable<Map.Entry<String, String>> hostile() {
    Map<String, String> documents = new TreeMap<>();
    documents.put("nothing", "");
    documents.put("no XML", "name=web-1");
    documents.put("cut off", "<domain type='kvm'><name>x</na");
    documents.put("two roots", "<domain/><domain/>");
    documents.put("attribute twice", "<domain type='kvm' type='qemu'/>");
    documents.put("prefix not declared", "<domain><x:y/></domain>");
    documents.put("entity not declared", "<domain><name>&web;</name></domain>");
    documents.put("null character", "<domain><name>a\u0000b</name></domain>");
    documents.put("null reference", "<domain><name>&#0;</name></domain>");
    documents.put("lone surrogate", "<domain><name>\uD800</name></domain>");
    documents.put("DTD", "<!DOCTYPE domain><domain type='kvm'/>");
    documents.put(
        "entity bomb",
        "<!DOCTYPE domain [<!ENTITY a 'aaaaaaaaaa'>"
            + IntStream.range(1, 20)
                .mapToObj(i ->
                    "<!ENTITY a"
                        + i
                        + " '"
                        + ("&a" + (i == 1 ? "" : i - 1) + ";").repeat(10)
                        + "'>")
                .collect(Collectors.joining())
            + "]><domain type='kvm'><name>&a19;</name></domain>");
    documents.put(
        "external DTD", "<!DOCTYPE domain SYSTEM 'http://127.0.0.1:9/x.dtd'><domain type='kvm'/>");
    documents.put("10,000 levels", "<a>".repeat(10_000) + "</a>".repeat(10_000));
    documents.put("100,000 levels", "<a>".repeat(100_000));
    documents.put("a million attributes", many("<domain ", " a%d=''", 1_000_000, "/>"));
    documents.put("100,000 attributes", many("<domain ", " a%d=''", 100_000, "/>"));
    documents.put(
        "500,000 attributes on many elements",
        "<domain>" + many("<a ", " a%d=''", 50, "/>").repeat(10_000) + "</domain>");
    documents.put("300,000 elements", "<domain>" + "<a/>".repeat(300_000) + "</domain>");
    documents.put("a long text", "<domain><name>" + "x".repeat(5_000_000) + "</name></domain>");
    documents.put("a long name", "<" + "x".repeat(3_000_000) + "/>");
    documents.put("an endless comment", "<domain><!--" + "x".repeat(3_000_000));
    return documents.entrySet();
  }

  private static String many(String before, String format, int times, String after) {
    StringBuilder xml = new StringBuilder(before);
    for (int i = 0; i < times; i++) {
      xml.append(format.replace("%d", Integer.toString(i)));
    }
    return xml.append(after).toString();
  }

  @ParameterizedTest
  @MethodSource("hostile")
  void isAnErrorWithinTwoSeconds(Map.Entry<String, String> document) {
    Assertions.assertTimeoutPreemptively(
        Duration.ofSeconds(2),
        () ->
            assertThatThrownBy(() -> DomainDefinition.fromXml(document.getValue()))
                .isInstanceOf(InvalidDefinitionException.class)
                .hasMessageMatching("(?s).{10,1000}"));
  }

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
