package io.kvmsdk.qmp;

import java.security.cert.CertificateException;

/** The server's certificate was refused; the message says all that there is to say. */
final class UntrustedException extends CertificateException {

  private static final long serialVersionUID = 1;

  UntrustedException(String message, CertificateException cause) {
    super(message, cause);
  }
}
