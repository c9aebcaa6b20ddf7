package io.kvmsdk.domain.disk.source;

import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Takes a URL to pieces as libvirt has them; what is encoded in it stays so. */
final class DiskUrl {

  private static final Pattern FORM =
      Pattern.compile(
          "(?<protocol>\\w+)://(?:\\[(?<address>[0-9a-fA-F:.]+)]|(?<name>[\\w.-]+))"
              + "(?::(?<port>\\d{1,5}))?/(?<path>[^?#\\s]+)(?:\\?(?<query>[^#\\s]*))?");

  private DiskUrl() {}

  static NetworkDiskSource of(String url, DiskProtocol... protocols) {
    Matcher parts = FORM.matcher(url);
    if (!parts.matches()) {
      // The URL itself is not shown: there may be a password in it.
      throw new IllegalArgumentException(
          "not " + expected(protocols) + ", and neither user nor fragment");
    }
    DiskProtocol protocol = new DiskProtocol(parts.group("protocol").toLowerCase(Locale.ROOT));
    if (!List.of(protocols).contains(protocol)) {
      throw new IllegalArgumentException("not " + expected(protocols) + ", but one of " + protocol);
    }
    String host = parts.group("address") == null ? parts.group("name") : parts.group("address");
    String port = parts.group("port");
    NetworkHost server =
        port == null ? NetworkHost.of(host) : NetworkHost.of(host, Integer.parseInt(port));
    NetworkDiskSource source = DiskSource.network(protocol, parts.group("path"), server);
    String query = parts.group("query");
    return query == null ? source : source.withQuery(query);
  }

  private static String expected(DiskProtocol... protocols) {
    return "a URL of " + List.of(protocols) + " with a host and a path";
  }
}
