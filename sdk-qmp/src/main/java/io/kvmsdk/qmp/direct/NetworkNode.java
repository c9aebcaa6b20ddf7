package io.kvmsdk.qmp.direct;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.kvmsdk.domain.disk.source.HostTransport;
import io.kvmsdk.domain.disk.source.NetworkDiskSource;
import io.kvmsdk.domain.disk.source.NetworkHost;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Map;

/** The block node that reaches data on a server. */
final class NetworkNode {

  private static final Map<String, Integer> PORTS =
      Map.of("nbd", 10809, "gluster", 24007, "iscsi", 3260, "rbd", 6789);

  private final String path;
  private final NetworkDiskSource source;
  private final String protocol;

  private NetworkNode(String path, NetworkDiskSource source) {
    this.path = path;
    this.source = source;
    this.protocol = source.protocol().map(Object::toString).orElse("");
  }

  static QemuJson of(String path, NetworkDiskSource source) {
    return new NetworkNode(path, source).node();
  }

  private QemuJson node() {
    QemuJson node = QemuJson.object().put("driver", protocol);
    if (!protocol.matches("https?|ftps?") && source.query().isPresent()) {
      throw Refusal.invalid(path + "/@query", source.query().get(), "none, but for HTTP and FTP");
    }
    return switch (protocol) {
      case "nbd" -> node.put("server", server(host())).put("export", source.name());
      case "http", "https", "ftp", "ftps" -> node.put("url", url());
      case "iscsi" -> iscsi(node);
      case "rbd" -> rbd(node);
      case "gluster" -> gluster(node);
      default -> throw Refusal.unknown(path + "/@protocol", protocol, "nbd");
    };
  }

  private QemuJson iscsi(QemuJson node) {
    NetworkHost host = host();
    String[] parts = name().split("/", 2);
    long lun = parts.length > 1 ? Refusal.number(path + "/@name", parts[1]) : 0;
    return node.put("portal", portal(host))
        .put("target", parts[0])
        .put("lun", lun)
        .put("transport", "tcp");
  }

  private String portal(NetworkHost host) {
    String name = inet(host);
    return (name.contains(":") ? "[" + name + "]" : name) + ":" + port(host);
  }

  private QemuJson rbd(QemuJson node) {
    String[] parts = slashed("pool/image");
    node.put("pool", parts[0]).put("image", parts[1]);
    if (!source.hosts().isEmpty()) {
      ArrayNode servers = node.node().putArray("server");
      for (NetworkHost host : source.hosts()) {
        servers.addObject().put("host", inet(host)).put("port", port(host));
      }
    }
    return node;
  }

  private QemuJson gluster(QemuJson node) {
    String[] parts = slashed("volume/path");
    host();
    ArrayNode servers =
        node.put("volume", parts[0]).put("path", parts[1]).node().putArray("server");
    source.hosts().forEach(host -> servers.add(server(host)));
    return node;
  }

  private String[] slashed(String form) {
    String[] parts = name().split("/", 2);
    if (parts.length < 2 || parts[0].isEmpty() || parts[1].isEmpty()) {
      throw Refusal.invalid(path + "/@name", name(), "the form " + form);
    }
    return parts;
  }

  private String url() {
    NetworkHost host = host();
    try {
      String file = name().startsWith("/") ? name() : "/" + name();
      URI place = new URI(protocol, null, inet(host), host.port().orElse(-1), file, null, null);
      String query = source.query().map(it -> "?" + it).orElse("");
      return new URI(place.toASCIIString() + query).toASCIIString();
    } catch (URISyntaxException e) {
      throw Refusal.invalid(path, e.getInput(), "what makes a URL: " + e.getReason());
    }
  }

  private ObjectNode server(NetworkHost host) {
    if (host.transport().filter(HostTransport.UNIX::equals).isPresent()) {
      String socket = Refusal.absolute(path + "/host/@socket", host.socket().orElse(""));
      return QemuJson.object().put("type", "unix").put("path", socket).node();
    }
    return QemuJson.object()
        .put("type", "inet")
        .put("host", inet(host))
        .put("port", port(host))
        .node();
  }

  private String inet(NetworkHost host) {
    if (host.transport().filter(HostTransport.UNIX::equals).isPresent()) {
      throw Refusal.invalid(path + "/host/@transport", "unix", "tcp for " + protocol);
    }
    return host.name()
        .orElseThrow(() -> Refusal.invalid(path + "/host/@name", "absent", "a server's name"));
  }

  private String port(NetworkHost host) {
    return Integer.toString(host.port().orElse(PORTS.getOrDefault(protocol, 0)));
  }

  private String name() {
    return source
        .name()
        .orElseThrow(() -> Refusal.invalid(path + "/@name", "absent", "what it is called there"));
  }

  /** The server; of several only those that take several are asked for more. */
  private NetworkHost host() {
    List<NetworkHost> hosts = source.hosts();
    if (hosts.isEmpty()) {
      throw Refusal.invalid(path + "/host", "absent", "a server");
    }
    if (hosts.size() > 1 && !protocol.equals("gluster")) {
      throw Refusal.invalid(path + "/host[2]", "another server", "one server for " + protocol);
    }
    return hosts.get(0);
  }
}
