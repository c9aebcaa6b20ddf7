package io.kvmsdk.qmp;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.CRL;
import java.security.cert.CertStore;
import java.security.cert.CollectionCertStoreParameters;
import java.security.cert.PKIXBuilderParameters;
import java.security.cert.X509CertSelector;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.CertPathTrustManagerParameters;
import javax.net.ssl.KeyManager;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509ExtendedTrustManager;

/** Certificates and a key in PEM files. */
final class X509Files extends TlsCredentials {

  private final Path ca;
  private final Optional<Path> certificate;
  private final Optional<Path> key;
  private final Optional<Path> revoked;
  private final boolean required;

  /**
   * @param revoked may be missing
   * @param required whether certificate and key have to be there
   */
  X509Files(
      Path ca,
      Optional<Path> certificate,
      Optional<Path> key,
      Optional<Path> revoked,
      boolean required) {
    this.ca = ca;
    this.certificate = certificate;
    this.key = key;
    this.revoked = revoked;
    this.required = required;
  }

  @Override
  TlsRecords records(String serverName, int port) throws IOException {
    try {
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(
          keyManagers(),
          new TrustManager[] {new ExplainingTrust(trustManager(), serverName)},
          null);
      return new JsseRecords(context, serverName, port);
    } catch (GeneralSecurityException e) {
      throw new EndpointException("TLS cannot be set up: " + e.getMessage(), e);
    }
  }

  private X509ExtendedTrustManager trustManager() throws GeneralSecurityException, IOException {
    KeyStore trusted = KeyStore.getInstance("PKCS12");
    trusted.load(null, null);
    for (X509Certificate authority : Pem.read(ca).certificates()) {
      trusted.setCertificateEntry("ca" + trusted.size(), authority);
    }
    TrustManagerFactory factory = TrustManagerFactory.getInstance("PKIX");
    if (revoked.isPresent() && Files.exists(revoked.get())) {
      List<CRL> lists = Pem.read(revoked.get()).revocationLists();
      PKIXBuilderParameters parameters = new PKIXBuilderParameters(trusted, new X509CertSelector());
      parameters.addCertStore(
          CertStore.getInstance("Collection", new CollectionCertStoreParameters(lists)));
      parameters.setRevocationEnabled(true);
      factory.init(new CertPathTrustManagerParameters(parameters));
    } else {
      factory.init(trusted);
    }
    return (X509ExtendedTrustManager) factory.getTrustManagers()[0];
  }

  private KeyManager[] keyManagers() throws IOException, GeneralSecurityException {
    if (certificate.isEmpty() || key.isEmpty()) {
      return new KeyManager[0];
    }
    if (!required && Files.notExists(certificate.get()) && Files.notExists(key.get())) {
      return new KeyManager[0];
    }
    List<X509Certificate> chain = Pem.read(certificate.get()).certificates();
    PrivateKey secret = Pem.read(key.get()).privateKey();
    Identity identity = new Identity(chain, secret);
    identity.check(certificate.get(), key.get());
    return new KeyManager[] {identity};
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof X509Files that
        && ca.equals(that.ca)
        && certificate.equals(that.certificate)
        && key.equals(that.key)
        && revoked.equals(that.revoked)
        && required == that.required;
  }

  @Override
  public int hashCode() {
    return ca.hashCode();
  }

  @Override
  public String toString() {
    return certificate.map(file -> "certificate " + file + ", ").orElse("") + "CA " + ca;
  }
}
