package io.kvmsdk.domain.disk.source;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Locale;

/** Takes a URL to pieces as libvirt has them. */
final class DiskUrl {

  private DiskUrl() {}

  static NetworkDiskSource of(String url, DiskProtocol... protocols) {
    String expected = "a URL of " + List.of(protocols) + " with a host and a path";
    URI uri;
    try {
      uri = new URI(url);
    } catch (URISyntaxException e) {
      throw new IllegalArgumentException("no URL: " + e.getReason() + "; expected " + expected, e);
    }
    if (uri.getScheme() == null || uri.getHost() == null || uri.getPath().length() < 2) {
      throw new IllegalArgumentException("not " + expected);
    }
    DiskProtocol protocol = new DiskProtocol(uri.getScheme().toLowerCase(Locale.ROOT));
    if (!List.of(protocols).contains(protocol)) {
      throw new IllegalArgumentException("not " + expected + ", but one of " + protocol);
    }
    if (uri.getRawUserInfo() != null || uri.getRawFragment() != null) {
      throw new IllegalArgumentException("a user or a fragment in a URL; expected " + expected);
    }
    String host = uri.getHost();
    if (host.startsWith("[")) {
      host = host.substring(1, host.length() - 1);
    }
    NetworkHost server =
        uri.getPort() < 0 ? NetworkHost.of(host) : NetworkHost.of(host, uri.getPort());
    NetworkDiskSource source = DiskSource.network(protocol, uri.getRawPath().substring(1), server);
    return uri.getRawQuery() == null ? source : source.withQuery(uri.getRawQuery());
  }
}
