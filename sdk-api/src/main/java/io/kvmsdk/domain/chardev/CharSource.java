package io.kvmsdk.domain.chardev;

import io.kvmsdk.xml.Extras;

/**
 * What a character device of a guest is connected to on the host.
 *
 * @see <a
 *     href="https://libvirt.org/formatdomain.html#consoles-serial-parallel-channel-devices">libvirt:
 *     Consoles, serial, parallel and channel devices</a>
 */
public sealed interface CharSource
    permits DeviceCharSource,
        FileCharSource,
        NullCharSource,
        PtyCharSource,
        StdioCharSource,
        TcpCharSource,
        UnixCharSource,
        UnknownCharSource {

  /** A pseudo terminal, which the hypervisor opens. */
  static CharSource pty() {
    return PtyCharSource.builder().build();
  }

  /** A file that takes what the guest writes. */
  static CharSource file(String path) {
    return FileCharSource.builder().path(path).build();
  }

  /** A unix socket on which the hypervisor listens. */
  static CharSource unix(String path) {
    return UnixCharSource.builder().mode(SocketMode.BIND).path(path).build();
  }

  /** A TCP port on which the hypervisor listens. */
  static CharSource tcp(String host, int port) {
    return TcpCharSource.builder()
        .mode(SocketMode.BIND)
        .host(host)
        .service(Integer.toString(port))
        .build();
  }

  /** Nothing: what the guest writes is dropped. */
  static CharSource none() {
    return NullCharSource.builder().build();
  }

  /** What libvirt calls the kind of source, such as {@code pty}. */
  String type();

  /** What the document says of the source beyond what has a name here. */
  Extras extras();
}
