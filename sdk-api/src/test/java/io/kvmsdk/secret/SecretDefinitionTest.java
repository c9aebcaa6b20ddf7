package io.kvmsdk.secret;

import static org.assertj.core.api.Assertions.assertThat;

import io.kvmsdk.xml.Corpus;
import io.kvmsdk.xml.Refused;
import io.kvmsdk.xml.Schema;
import io.kvmsdk.xml.Strictness;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class SecretDefinitionTest {

  static Stream<SecretDefinition> made() {
    return Stream.of(
        SecretDefinition.volume("/v"),
        SecretDefinition.ceph("/v"),
        SecretDefinition.iscsi("/v"),
        SecretDefinition.tls("/v"),
        SecretDefinition.vtpm("/v"));
  }

  @ParameterizedTest
  @MethodSource("made")
  void eachUseIsMadeInOneWord(SecretDefinition secret) {
    assertThat(secret.usage().orElseThrow().reference()).contains("/v");
    assertThat(secret.privateValue()).contains(true);
    assertThat(SecretDefinition.fromXml(secret.toXml(), Strictness.STRICT)).isEqualTo(secret);
  }

  @Test
  void whatIsMadeIsValid() {
    assertThat(made().map(s -> s.usage().orElseThrow().type()))
        .containsExactly("volume", "ceph", "iscsi", "tls", "vtpm");
    made()
        .map(s -> s.toXml().replace(">/v</name>", ">v</name>").replace(">/v</t", ">v</t"))
        .forEach(xml -> assertThat(Schema.errors(Corpus.schema("secret.rng"), xml)).isEmpty());
  }

  @Test
  void aUseOfANewerLibvirtIsKept() {
    String xml = "<secret>\n  <usage type='swtpm'>\n    <id>7</id>\n  </usage>\n</secret>";
    SecretDefinition secret = SecretDefinition.fromXml(xml);
    assertThat(secret.usage().orElseThrow()).isInstanceOf(UnknownSecretUsage.class);
    assertThat(secret.usage().orElseThrow().reference()).isEmpty();
    assertThat(secret.toXml()).isEqualTo(xml);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          <uuid>1</uuid>|secret/uuid|1
          <usage/>|secret/usage/@type|absent
          <usage type='volume'/>|secret/usage/volume|absent
          """)
  void wrongInputIsNamed(String content, String path, String value) {
    Refused.at(path, value, () -> SecretDefinition.fromXml("<secret>" + content + "</secret>"));
  }
}
