package io.kvmsdk.qmp;

import java.security.cert.CertPathBuilderException;
import java.security.cert.CertPathValidatorException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateNotYetValidException;
import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.util.Collection;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/** Says what a failure of TLS means: whose certificate, what is wrong with it, what to do. */
final class TlsWords {

  private static final Pattern ALERT = Pattern.compile("Received fatal alert: (\\w+)");

  private TlsWords() {}

  /**
   * A failure of the JDK's TLS.
   *
   * @param sent describes the client's certificate; empty where there is none
   */
  static EndpointException of(SSLException e, String serverName, String sent) {
    for (Throwable cause = e; cause != null; cause = cause.getCause()) {
      if (cause instanceof UntrustedException told) {
        return new EndpointException(String.valueOf(told.getMessage()), e);
      }
      if (cause instanceof CertificateException refused) {
        return new EndpointException(untrusted(refused, List.of(), serverName), e);
      }
    }
    Matcher alert = ALERT.matcher(String.valueOf(e.getMessage()));
    if (alert.find()) {
      return new EndpointException(alert(alert.group(1), sent), e);
    }
    return new EndpointException("TLS failed: " + e.getMessage(), e);
  }

  private static String alert(String name, String sent) {
    String mine = sent.isEmpty() ? "no client certificate was sent" : "it was " + sent;
    return switch (name) {
      case "certificate_expired" ->
          "the server says that the client's certificate expired; " + mine;
      case "certificate_revoked" ->
          "the server says that the client's certificate is revoked; " + mine;
      case "unknown_ca" ->
          "the server does not know the CA that issued the client's certificate; " + mine;
      case "certificate_required" -> "the server requires a client certificate; " + mine;
      case "bad_certificate", "unsupported_certificate", "certificate_unknown", "access_denied" ->
          "the server does not accept the client's certificate (" + name + "); " + mine;
      case "handshake_failure", "protocol_version", "insufficient_security" ->
          "the server and this side have no TLS version, cipher or kind of certificate in common ("
              + name
              + "); see priority= of QEMU's tls-creds object, and whether it serves certificates at all";
      default -> "the server ended TLS with the alert " + name;
    };
  }

  /**
   * Why the server's certificate was refused.
   *
   * @param chain the server's, where it is known
   */
  static String untrusted(CertificateException e, List<X509Certificate> chain, String serverName) {
    String which =
        chain.isEmpty()
            ? "the server's certificate"
            : "the server's certificate, " + describe(chain.get(0)) + ",";
    for (Throwable cause = e; cause != null; cause = cause.getCause()) {
      String reason = reason(cause, chain);
      if (reason != null) {
        return which + " " + reason;
      }
    }
    String text = String.valueOf(e.getMessage());
    if (text.startsWith("No subject alternative") || text.startsWith("No name matching")) {
      return "%s is not for %s%s; connect to a name that it is for, or name that with withServerName"
          .formatted(which, serverName, chain.isEmpty() ? "" : ", but for " + names(chain.get(0)));
    }
    return which + " is not accepted: " + text;
  }

  private static @Nullable String reason(Throwable cause, List<X509Certificate> chain) {
    if (cause instanceof CertificateExpiredException) {
      return expired(chain);
    }
    if (cause instanceof CertificateNotYetValidException) {
      return "or its CA's is not valid yet; the clocks may differ (" + cause.getMessage() + ")";
    }
    if (cause instanceof CertPathValidatorException path) {
      if (path.getReason() == CertPathValidatorException.BasicReason.REVOKED) {
        return "is revoked by ca-crl.pem";
      }
      if (path.getReason()
          == CertPathValidatorException.BasicReason.UNDETERMINED_REVOCATION_STATUS) {
        return "cannot be looked up in ca-crl.pem, which has to be valid now and of the CA that issued"
            + " it: "
            + path.getMessage();
      }
      if (path.getReason() == CertPathValidatorException.BasicReason.ALGORITHM_CONSTRAINED) {
        return "uses what the JDK takes for too weak: " + path.getMessage();
      }
    }
    if (cause instanceof CertPathBuilderException
        && !(cause.getCause() instanceof CertPathValidatorException)) {
      return "is not issued by a CA that is trusted here";
    }
    return null;
  }

  private static String expired(List<X509Certificate> chain) {
    for (X509Certificate certificate : chain) {
      try {
        certificate.checkValidity();
      } catch (CertificateExpiredException e) {
        String whose = certificate.equals(chain.get(0)) ? "" : "is issued by one that ";
        return whose + "expired on " + certificate.getNotAfter().toInstant();
      } catch (CertificateNotYetValidException e) {
        continue;
      }
    }
    return "or its CA's has expired";
  }

  /** Subject and issuer. */
  static String describe(X509Certificate certificate) {
    return "%s issued by %s"
        .formatted(
            certificate.getSubjectX500Principal().getName(),
            certificate.getIssuerX500Principal().getName());
  }

  private static String names(X509Certificate certificate) {
    try {
      Collection<List<?>> names = certificate.getSubjectAlternativeNames();
      if (names != null && !names.isEmpty()) {
        return names.stream()
            .map(name -> String.valueOf(name.get(1)))
            .collect(Collectors.joining(", "));
      }
    } catch (CertificateParsingException e) {
      return "names that cannot be read";
    }
    return certificate.getSubjectX500Principal().getName();
  }
}
