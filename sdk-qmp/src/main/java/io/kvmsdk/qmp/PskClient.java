package io.kvmsdk.qmp;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.List;
import java.util.Vector;
import org.bouncycastle.tls.BasicTlsPSKExternal;
import org.bouncycastle.tls.BasicTlsPSKIdentity;
import org.bouncycastle.tls.CipherSuite;
import org.bouncycastle.tls.PRFAlgorithm;
import org.bouncycastle.tls.PSKTlsClient;
import org.bouncycastle.tls.ProtocolVersion;
import org.bouncycastle.tls.TlsPSKExternal;
import org.bouncycastle.tls.crypto.TlsCrypto;
import org.bouncycastle.tls.crypto.impl.bc.BcTlsCrypto;

/** What this side offers: TLS 1.3, and of TLS 1.2 what has forward secrecy and authenticates. */
final class PskClient extends PSKTlsClient {

  private static final int[] SUITES = {
    CipherSuite.TLS_AES_128_GCM_SHA256,
    CipherSuite.TLS_CHACHA20_POLY1305_SHA256,
    CipherSuite.TLS_ECDHE_PSK_WITH_AES_256_GCM_SHA384,
    CipherSuite.TLS_ECDHE_PSK_WITH_AES_128_GCM_SHA256,
    CipherSuite.TLS_ECDHE_PSK_WITH_CHACHA20_POLY1305_SHA256,
    CipherSuite.TLS_DHE_PSK_WITH_AES_256_GCM_SHA384,
    CipherSuite.TLS_DHE_PSK_WITH_AES_128_GCM_SHA256,
    CipherSuite.TLS_DHE_PSK_WITH_CHACHA20_POLY1305_SHA256,
  };

  private final byte[] identity;
  private final byte[] key;

  PskClient(String user, byte[] key) {
    this(new BcTlsCrypto(new SecureRandom()), user.getBytes(StandardCharsets.UTF_8), key);
  }

  private PskClient(TlsCrypto crypto, byte[] identity, byte[] key) {
    super(crypto, new BasicTlsPSKIdentity(identity, key));
    this.identity = identity;
    this.key = key;
  }

  @Override
  protected ProtocolVersion[] getSupportedVersions() {
    return ProtocolVersion.TLSv13.downTo(ProtocolVersion.TLSv12);
  }

  @Override
  protected int[] getSupportedCipherSuites() {
    return SUITES.clone();
  }

  /**
   * The same key for TLS 1.3, with the hash that it has where none is agreed (RFC 8446, 4.2.11).
   */
  @Override
  public Vector<TlsPSKExternal> getExternalPSKs() {
    return new Vector<>(
        List.of(
            new BasicTlsPSKExternal(
                identity, getCrypto().createSecret(key), PRFAlgorithm.tls13_hkdf_sha256)));
  }

  /** QEMU closes without a farewell; where a message of QMP ends is seen all the same. */
  @Override
  public boolean requiresCloseNotify() {
    return false;
  }
}
