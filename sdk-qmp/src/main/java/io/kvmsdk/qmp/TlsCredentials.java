package io.kvmsdk.qmp;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import javax.net.ssl.SSLContext;

/**
 * Who this side of a TLS connection is, and whom it trusts. Immutable and thread-safe; {@link
 * #toString} shows no key.
 *
 * <p>What is named by files is read at each connect, so that a renewed certificate is used from the
 * next connection on; what is wrong with them is an error of connecting.
 */
public abstract sealed class TlsCredentials permits X509Files, TlsContext, PresharedKey {

  TlsCredentials() {}

  /**
   * A folder as QEMU's {@code tls-creds-x509} with {@code endpoint=client} reads it: {@code
   * ca-cert.pem}, and where they are there {@code client-cert.pem} with {@code client-key.pem}, and
   * {@code ca-crl.pem}, the list of revoked certificates. Where that is there, each CA in a
   * server's chain needs a valid list in it.
   *
   * <p>The certificate's file may go on with those of intermediate CAs. The key is in PEM, as
   * {@code certtool} and {@code openssl} write it: PKCS #8, or the older forms of RSA and EC; not
   * encrypted. RSA, RSASSA-PSS, EC (NIST's curves) and Ed25519 keys are taken.
   *
   * @see <a href="https://www.qemu.org/docs/master/system/tls.html">QEMU's TLS setup</a>
   */
  public static TlsCredentials x509(Path folder) {
    return new X509Files(
        folder.resolve("ca-cert.pem"),
        Optional.of(folder.resolve("client-cert.pem")),
        Optional.of(folder.resolve("client-key.pem")),
        Optional.of(folder.resolve("ca-crl.pem")),
        false);
  }

  /**
   * The same from files that have other names, such as libvirt's {@code /etc/pki/CA/cacert.pem},
   * {@code /etc/pki/libvirt/clientcert.pem} and {@code /etc/pki/libvirt/private/clientkey.pem}.
   *
   * @param ca whom to trust; one certificate or several
   */
  public static TlsCredentials x509(Path ca, Path certificate, Path key) {
    return new X509Files(ca, Optional.of(certificate), Optional.of(key), Optional.empty(), true);
  }

  /**
   * No certificate of this side's: for a QEMU with {@code verify-peer=off}.
   *
   * @param ca whom to trust; one certificate or several
   */
  public static TlsCredentials trusting(Path ca) {
    return new X509Files(ca, Optional.empty(), Optional.empty(), Optional.empty(), true);
  }

  /**
   * A context of the user's, with all that it knows. The server's name is checked all the same,
   * unless its trust manager is an {@link javax.net.ssl.X509ExtendedTrustManager} that does not.
   */
  public static TlsCredentials context(SSLContext context) {
    return new TlsContext(context);
  }

  /**
   * A folder as QEMU's {@code tls-creds-psk} with {@code endpoint=client} reads it: {@code
   * keys.psk} with lines {@code user:key}, the key in hexadecimal. QEMU 3.0 or later. {@code
   * org.bouncycastle:bctls-jdk18on} has to be on the class or module path.
   */
  public static TlsCredentials presharedKey(Path folder, String user) {
    return PresharedKey.in(folder.resolve("keys.psk"), user);
  }

  /**
   * A pre-shared key. QEMU 3.0 or later. {@code org.bouncycastle:bctls-jdk18on} has to be on the
   * class or module path.
   *
   * @param key at least one byte, and better 32; copied
   */
  public static TlsCredentials presharedKey(String user, byte[] key) {
    return PresharedKey.of(user, key);
  }

  /** This side of a new connection. */
  abstract TlsRecords records(String serverName, int port) throws IOException;
}
