package io.kvmsdk.qmp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.PrivateKey;
import java.security.interfaces.ECPrivateKey;
import java.security.interfaces.RSAPrivateKey;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Keys and certificates in the forms that certtool and openssl write. */
class PemTest {

  @TempDir Path folder;

  private Path file(String text) throws IOException {
    return Files.writeString(folder.resolve("file.pem"), text);
  }

  /** {@code RSA PRIVATE KEY} or {@code EC PRIVATE KEY}, with the curve as openssl writes it. */
  private static String older(PrivateKey key) throws IOException {
    PrivateKeyInfo info = PrivateKeyInfo.getInstance(key.getEncoded());
    if (key.getAlgorithm().equals("RSA")) {
      return TestCertificates.pem(
          "RSA PRIVATE KEY", info.parsePrivateKey().toASN1Primitive().getEncoded());
    }
    var inner = org.bouncycastle.asn1.sec.ECPrivateKey.getInstance(info.parsePrivateKey());
    int bits = ((ECPrivateKey) key).getParams().getOrder().bitLength();
    ASN1Encodable curve = info.getPrivateKeyAlgorithm().getParameters();
    return TestCertificates.pem(
        "EC PRIVATE KEY",
        new org.bouncycastle.asn1.sec.ECPrivateKey(bits, inner.getKey(), curve).getEncoded());
  }

  /** The number that is the key: keys of the JDK differ by how they are written, too. */
  private static BigInteger secret(PrivateKey key) {
    return key instanceof ECPrivateKey ec ? ec.getS() : ((RSAPrivateKey) key).getPrivateExponent();
  }

  @ParameterizedTest
  @CsvSource({"RSA,2048", "RSA,4096", "EC,256", "EC,384", "EC,521", "Ed25519,0"})
  void keys(String algorithm, int size) throws Exception {
    PrivateKey key = TestCertificates.keys(algorithm, size).getPrivate();
    Path plain =
        file(
            "Public Key Info:\n\tbits\n\n" + TestCertificates.pem("PRIVATE KEY", key.getEncoded()));
    assertThat(Pem.read(plain).privateKey()).isEqualTo(key);
    if (size > 0) {
      String text = older(key);
      assertThat(secret(Pem.read(file(text)).privateKey())).isEqualTo(secret(key));
      String curve = TestCertificates.pem("EC PARAMETERS", new byte[] {5, 0});
      assertThat(secret(Pem.read(file(curve + text)).privateKey())).isEqualTo(secret(key));
    }
  }

  @Test
  void anEncryptedKey() throws Exception {
    Path older =
        file(
            """
            -----BEGIN RSA PRIVATE KEY-----
            Proc-Type: 4,ENCRYPTED
            DEK-Info: AES-128-CBC,00112233445566778899AABBCCDDEEFF

            AAAA
            -----END RSA PRIVATE KEY-----
            """);
    assertThatThrownBy(() -> Pem.read(older).privateKey())
        .isInstanceOf(EndpointException.class)
        .hasMessageContainingAll("file.pem", "is encrypted", "openssl pkey");
    Path newer = file(TestCertificates.pem("ENCRYPTED PRIVATE KEY", new byte[10]));
    assertThatThrownBy(() -> Pem.read(newer).privateKey()).hasMessageContaining("is encrypted");
  }

  @Test
  void severalCertificatesWithTextBetween() throws Exception {
    TestCertificates one = TestCertificates.authority("one");
    TestCertificates two = TestCertificates.authority("two");
    Path file =
        file(
            "Subject: CN=one\n"
                + TestCertificates.pem("CERTIFICATE", one.certificate().getEncoded())
                + "\nSubject: CN=two\n"
                + TestCertificates.pem("CERTIFICATE", two.certificate().getEncoded())
                    .replace("\n", "\r\n"));
    assertThat(Pem.read(file).certificates()).containsExactly(one.certificate(), two.certificate());
  }

  @ParameterizedTest
  @CsvSource({
    "PRIVATE KEY, cannot be read",
    "RSA PRIVATE KEY, cannot be read",
    "EC PRIVATE KEY, does not name its curve",
    "DSA PRIVATE KEY, no private key in PEM of a kind",
  })
  void keysThatAreDamaged(String label, String says) throws Exception {
    byte[] damaged = {0x30, (byte) 0x84, 0x7F, -1, -1, -1, 2, 1};
    Path file = file(TestCertificates.pem(label, damaged));
    assertThatThrownBy(() -> Pem.read(file).privateKey())
        .isInstanceOf(EndpointException.class)
        .hasMessageContainingAll("file.pem", says);
  }

  @Test
  void filesThatHoldSomethingElse() throws Exception {
    Path nothing = file("hello");
    assertThatThrownBy(() -> Pem.read(nothing).certificates())
        .hasMessageContainingAll("file.pem", "no certificate");
    Path damaged = file(TestCertificates.pem("CERTIFICATE", new byte[] {1, 2, 3}));
    assertThatThrownBy(() -> Pem.read(damaged).certificates())
        .isInstanceOf(EndpointException.class)
        .hasMessageContaining("certificate 1 of");
    assertThatThrownBy(() -> Pem.read(folder)).isInstanceOf(IOException.class);
  }
}
