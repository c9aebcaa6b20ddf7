package io.kvmsdk.qmp;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.NoSuchAlgorithmException;
import java.security.PrivateKey;
import java.security.cert.CRL;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.spec.InvalidKeySpecException;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A file of certificates, lists or keys in PEM (RFC 7468), with any text between them. */
final class Pem {

  private record Block(String label, String text) {}

  private static final Pattern BLOCK =
      Pattern.compile("-----BEGIN ([A-Z0-9 ]+)-----(.*?)-----END \\1-----", Pattern.DOTALL);
  private static final List<String> KEY_ALGORITHMS = List.of("RSA", "EC", "EdDSA", "RSASSA-PSS");
  private static final int LARGEST = 4 << 20;

  private final Path file;
  private final List<Block> blocks = new ArrayList<>();

  private Pem(Path file, String text) {
    this.file = file;
    for (Matcher block = BLOCK.matcher(text); block.find(); ) {
      blocks.add(new Block(block.group(1), block.group(2)));
    }
  }

  static Pem read(Path file) throws IOException {
    try {
      if (Files.size(file) > LARGEST) {
        throw new EndpointException(file + " is too large for certificates");
      }
      return new Pem(file, Files.readString(file, StandardCharsets.ISO_8859_1));
    } catch (NoSuchFileException e) {
      throw new EndpointException("there is no " + file, e);
    } catch (AccessDeniedException e) {
      throw new EndpointException("this user may not read " + file, e);
    }
  }

  /** All certificates, at least one. */
  List<X509Certificate> certificates() throws IOException {
    List<X509Certificate> found = new ArrayList<>();
    for (Block block : blocks) {
      if (block.label.equals("CERTIFICATE") || block.label.equals("X509 CERTIFICATE")) {
        try {
          found.add(
              (X509Certificate)
                  CertificateFactory.getInstance("X.509")
                      .generateCertificate(new ByteArrayInputStream(decode(block))));
        } catch (GeneralSecurityException e) {
          throw new EndpointException(
              "certificate %d of %s cannot be read: %s"
                  .formatted(found.size() + 1, file, e.getMessage()),
              e);
        }
      }
    }
    if (found.isEmpty()) {
      throw new EndpointException(file + " has no certificate in PEM");
    }
    return found;
  }

  /** All lists of revoked certificates, at least one. */
  List<CRL> revocationLists() throws IOException {
    List<CRL> found = new ArrayList<>();
    for (Block block : blocks) {
      if (block.label.equals("X509 CRL")) {
        try {
          found.add(
              CertificateFactory.getInstance("X.509")
                  .generateCRL(new ByteArrayInputStream(decode(block))));
        } catch (GeneralSecurityException e) {
          throw new EndpointException(
              "the list of revoked certificates in %s cannot be read: %s"
                  .formatted(file, e.getMessage()),
              e);
        }
      }
    }
    if (found.isEmpty()) {
      throw new EndpointException(file + " has no list of revoked certificates in PEM");
    }
    return found;
  }

  /** The first private key. No error shows any of it. */
  PrivateKey privateKey() throws IOException {
    for (Block block : blocks) {
      boolean encrypted =
          block.label.equals("ENCRYPTED PRIVATE KEY") || block.text.contains("Proc-Type:");
      if (encrypted) {
        throw new EndpointException(
            "the key in %s is encrypted; decrypt it (openssl pkey -in OLD -out NEW), or make an SSLContext"
                    .formatted(file)
                + " of it");
      }
      switch (block.label) {
        case "PRIVATE KEY" -> {
          return key(decode(block));
        }
        case "RSA PRIVATE KEY" -> {
          return key(Der.rsaAsPkcs8(decode(block)));
        }
        case "EC PRIVATE KEY" -> {
          return key(
              Der.ecAsPkcs8(decode(block))
                  .orElseThrow(() ->
                      new EndpointException(
                          "the key in %s does not name its curve; write it anew with openssl pkey"
                              .formatted(file))));
        }
        default -> {}
      }
    }
    throw new EndpointException(file + " has no private key in PEM of a kind that is known here");
  }

  private PrivateKey key(byte[] pkcs8) throws IOException {
    for (String algorithm : KEY_ALGORITHMS) {
      try {
        return KeyFactory.getInstance(algorithm).generatePrivate(new PKCS8EncodedKeySpec(pkcs8));
      } catch (InvalidKeySpecException e) {
        continue; // it is of another kind
      } catch (NoSuchAlgorithmException e) {
        throw new EndpointException("this JDK has no " + algorithm, e);
      }
    }
    throw new EndpointException(
        "the key in %s cannot be read; RSA, EC and Ed25519 keys can".formatted(file));
  }

  private byte[] decode(Block block) throws EndpointException {
    try {
      return Base64.getMimeDecoder().decode(block.text);
    } catch (IllegalArgumentException e) {
      throw new EndpointException(file + " is damaged: what it holds is not base64");
    }
  }
}
