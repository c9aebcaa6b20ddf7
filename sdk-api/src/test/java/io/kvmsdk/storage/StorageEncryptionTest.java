package io.kvmsdk.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kvmsdk.error.InvalidDefinitionException;
import io.kvmsdk.xml.Strictness;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class StorageEncryptionTest {

  private static final UUID SECRET = UUID.fromString("f52a81b2-424e-490c-823d-6bd4235bc572");

  @Test
  void luksNamesItsSecret() {
    assertThat(StorageEncryption.luks(SECRET).toXml())
        .isEqualTo(
            """
            <encryption format='luks'>
              <secret type='passphrase' uuid='f52a81b2-424e-490c-823d-6bd4235bc572'/>
            </encryption>\
            """);
  }

  @Test
  void aVolumeIsMadeWithACipher() {
    StorageEncryption made =
        StorageEncryption.builder()
            .format(EncryptionFormat.LUKS)
            .engine(EncryptionEngine.QEMU)
            .addSecret(EncryptionSecret.ofUsage("volumes/a"))
            .cipher(EncryptionCipher.aes256("xts", "sha256"))
            .ivGenerator(IvGenerator.builder().name("plain64").build())
            .build();
    assertThat(made.toXml())
        .isEqualTo(
            """
            <encryption format='luks' engine='qemu'>
              <secret type='passphrase' usage='volumes/a'/>
              <cipher name='aes' size='256' mode='xts' hash='sha256'/>
              <ivgen name='plain64'/>
            </encryption>\
            """);
    assertThat(StorageEncryption.fromXml(made.toXml(), Strictness.STRICT)).isEqualTo(made);
  }

  @Test
  void whatHasToBeThereIsMissed() {
    assertRefused("<encryption/>", "encryption/@format", "absent");
    assertRefused(
        "<encryption format='luks'><secret uuid='x'/></encryption>",
        "encryption/secret/@type",
        "absent");
    assertRefused(
        "<encryption format='luks'><secret type='passphrase' uuid='x'/></encryption>",
        "encryption/secret/@uuid",
        "x");
    assertRefused(
        "<encryption format='luks'><cipher name='aes' size='big'/></encryption>",
        "encryption/cipher/@size",
        "big");
  }

  private static void assertRefused(String xml, String path, String value) {
    assertThatThrownBy(() -> StorageEncryption.fromXml(xml))
        .isInstanceOfSatisfying(
            InvalidDefinitionException.class,
            e -> {
              assertThat(e.path()).isEqualTo(path);
              assertThat(e.value()).isEqualTo(value);
            });
  }
}
