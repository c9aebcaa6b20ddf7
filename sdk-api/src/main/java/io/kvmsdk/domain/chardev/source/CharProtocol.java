package io.kvmsdk.domain.chardev.source;

/**
 * How a TCP connection is spoken. An open value: what a newer libvirt may say is read and written
 * as well.
 *
 * @param value as libvirt writes it
 */
public record CharProtocol(String value) {

  /** The bytes as they are. */
  public static final CharProtocol RAW = new CharProtocol("raw");

  /** Telnet. */
  public static final CharProtocol TELNET = new CharProtocol("telnet");

  /** Telnet over TLS; not with QEMU. Since libvirt 0.8.5. */
  public static final CharProtocol TELNETS = new CharProtocol("telnets");

  /**
   * The bytes over TLS; not with QEMU, which has {@link TcpCharSource#tls()}. Since libvirt 0.8.5.
   */
  public static final CharProtocol TLS = new CharProtocol("tls");

  /** As libvirt writes it. */
  @Override
  public String toString() {
    return value;
  }
}
