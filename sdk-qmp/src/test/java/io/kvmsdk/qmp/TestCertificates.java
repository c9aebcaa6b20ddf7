package io.kvmsdk.qmp;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.cert.X509CRL;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import javax.security.auth.x500.X500Principal;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.CRLReason;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.CertIOException;
import org.bouncycastle.cert.jcajce.JcaX509CRLConverter;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v2CRLBuilder;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.ContentSigner;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/** A certificate with its key, and what it issues. */
record TestCertificates(X509Certificate certificate, PrivateKey key) {

  private static final Duration YEAR = Duration.ofDays(365);
  private static long serial = 1;

  /** An authority of its own. */
  static TestCertificates authority(String name) {
    KeyPair keys = keys("EC", 256);
    return issue(name, keys, new X500Principal("CN=" + name), keys.getPrivate(), Instant.now(), "");
  }

  static KeyPair keys(String algorithm, int size) {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance(algorithm);
      if (size > 0) {
        generator.initialize(size);
      }
      return generator.generateKeyPair();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  /** One that is valid now. */
  TestCertificates issue(String name, String forHost) {
    return issue(name, forHost, keys("EC", 256), Instant.now());
  }

  /** One that is valid for a year around {@code middle}. */
  TestCertificates issue(String name, String forHost, KeyPair keys, Instant middle) {
    return issue(name, keys, certificate.getSubjectX500Principal(), key, middle, forHost);
  }

  private static TestCertificates issue(
      String name,
      KeyPair keys,
      X500Principal issuer,
      PrivateKey issuerKey,
      Instant middle,
      String forHost) {
    try {
      var builder =
          new JcaX509v3CertificateBuilder(
              issuer,
              BigInteger.valueOf(serial++),
              Date.from(middle.minus(YEAR)),
              Date.from(middle.plus(YEAR)),
              new X500Principal("CN=" + name),
              keys.getPublic());
      boolean authority = forHost.isEmpty();
      builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(authority));
      builder.addExtension(
          Extension.keyUsage,
          true,
          new KeyUsage(
              authority ? KeyUsage.keyCertSign | KeyUsage.cRLSign : KeyUsage.digitalSignature));
      if (!authority) {
        int kind =
            Character.isDigit(forHost.charAt(0)) ? GeneralName.iPAddress : GeneralName.dNSName;
        builder.addExtension(
            Extension.subjectAlternativeName,
            false,
            new GeneralNames(new GeneralName(kind, forHost)));
      }
      return new TestCertificates(
          new JcaX509CertificateConverter().getCertificate(builder.build(signer(issuerKey))),
          keys.getPrivate());
    } catch (CertIOException | GeneralSecurityException | OperatorCreationException e) {
      throw new IllegalStateException(e);
    }
  }

  private static ContentSigner signer(PrivateKey key) throws OperatorCreationException {
    return new JcaContentSignerBuilder("SHA256withECDSA").build(key);
  }

  /** A list that revokes one. */
  X509CRL revoke(TestCertificates revoked) {
    try {
      Instant now = Instant.now();
      var builder = new JcaX509v2CRLBuilder(certificate, Date.from(now.minusSeconds(60)));
      builder.setNextUpdate(Date.from(now.plus(YEAR)));
      builder.addCRLEntry(
          revoked.certificate.getSerialNumber(),
          Date.from(now.minusSeconds(60)),
          CRLReason.keyCompromise);
      return new JcaX509CRLConverter().getCRL(builder.build(signer(key)));
    } catch (GeneralSecurityException | OperatorCreationException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Writes {@code NAME-cert.pem} and {@code NAME-key.pem}. */
  void write(Path folder, String name) {
    try {
      pem(folder.resolve(name + "-cert.pem"), "CERTIFICATE", certificate.getEncoded());
      pem(folder.resolve(name + "-key.pem"), "PRIVATE KEY", key.getEncoded());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  static void pem(Path file, String label, byte[] content) {
    try {
      Files.writeString(file, pem(label, content));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static String pem(String label, byte[] content) {
    return "-----BEGIN %s-----\n%s\n-----END %s-----\n"
        .formatted(
            label, Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(content), label);
  }
}
