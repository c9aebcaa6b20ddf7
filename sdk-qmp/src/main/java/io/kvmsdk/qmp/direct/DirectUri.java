package io.kvmsdk.qmp.direct;

import io.kvmsdk.call.Call;
import io.kvmsdk.error.ConnectFailedException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a connection's URI says.
 *
 * @param path the state directory or the socket
 * @param qemu which QEMU to use, where the URI names one by {@code ?qemu=/path}
 */
record DirectUri(Path path, Optional<Path> qemu) {

  static final String DIRECTORY = "qmp";
  static final String SOCKET = "qmp+unix";

  /**
   * Reads a URI.
   *
   * @throws ConnectFailedException if it is none of ours, naming what is wrong
   */
  static DirectUri parse(Call call, String text) {
    URI uri;
    try {
      uri = new URI(text);
    } catch (URISyntaxException e) {
      throw new ConnectFailedException(call.context(), "this is no URI: " + e.getMessage(), e);
    }
    String authority = uri.getAuthority();
    String path = uri.getPath();
    if (authority != null || path == null || path.length() < 2) {
      throw new ConnectFailedException(
          call.context(),
          "expected three slashes and an absolute path, such as "
              + uri.getScheme()
              + ":///var/lib/app/vms");
    }
    return new DirectUri(Path.of(path), qemu(call, uri));
  }

  private static Optional<Path> qemu(Call call, URI uri) {
    @Nullable String query = uri.getRawQuery();
    if (query == null) {
      return Optional.empty();
    }
    String prefix = "qemu=";
    boolean known = query.startsWith(prefix) && query.indexOf('&') < 0;
    if (!known || DIRECTORY.length() != uri.getScheme().length()) {
      throw new ConnectFailedException(
          call.context(),
          "does not know '" + query + "'; the one parameter is qemu=/path, of qmp:///DIR");
    }
    Path path =
        Path.of(URLDecoder.decode(query.substring(prefix.length()), StandardCharsets.UTF_8));
    if (!path.isAbsolute()) {
      throw new ConnectFailedException(
          call.context(), "the parameter qemu is '" + path + "'; expected an absolute path");
    }
    return Optional.of(path);
  }
}
