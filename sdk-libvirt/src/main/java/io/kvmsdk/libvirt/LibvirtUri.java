package io.kvmsdk.libvirt;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A libvirt connection URI, {@code driver[+transport]://[user@][host][:port]/[path][?parameters]},
 * see libvirt.org/uri.html.
 *
 * @param driver the driver in lower case: such as {@code qemu}
 * @param transport how the daemon is reached, if the URI says so: {@code ssh}, {@code tcp}, ...
 * @param host the other machine; empty for this one
 * @param path what the driver makes of it: {@code /system}, {@code /session}, {@code /default}
 * @param query the parameters without the question mark; may be empty
 * @param text the whole URI
 */
record LibvirtUri(
    String driver,
    Optional<String> transport,
    String host,
    String path,
    String query,
    String text) {

  private static final Pattern FORM =
      Pattern.compile("(\\w+)(?:\\+(\\w+))?://([^/?#]*)([^?#]*)(?:\\?([^#]*))?");

  private static final Pattern SEPARATOR = Pattern.compile("[&;]");

  private static final Set<String> DRIVERS =
      Set.of(
          "bhyve",
          "ch",
          "esx",
          "gsx",
          "hyperv",
          "lxc",
          "openvz",
          "parallels",
          "qemu",
          "test",
          "vbox",
          "vmwarefusion",
          "vmwareplayer",
          "vmwarews",
          "vpx",
          "vz",
          "xen");

  private static final Set<String> TRANSPORTS =
      Set.of("ext", "libssh", "libssh2", "ssh", "tcp", "tls", "unix");

  /** The parts of a URI, if it is libvirt's. */
  static Optional<LibvirtUri> parse(String text) {
    Matcher m = FORM.matcher(text);
    if (!m.matches()) {
      return Optional.empty();
    }
    String driver = m.group(1).toLowerCase(Locale.ROOT);
    Optional<String> transport =
        Optional.ofNullable(m.group(2)).map(t -> t.toLowerCase(Locale.ROOT));
    if (!DRIVERS.contains(driver) || !transport.map(TRANSPORTS::contains).orElse(true)) {
      return Optional.empty();
    }
    String query = m.group(5) == null ? "" : m.group(5);
    return Optional.of(new LibvirtUri(driver, transport, m.group(3), m.group(4), query, text));
  }

  /** Whether the daemon runs on this machine, as far as the URI tells. */
  boolean isLocal() {
    return host.isEmpty() && transport.map("unix"::equals).orElse(true);
  }

  /**
   * Whether a daemon serves it, so that two connections see the same; the other drivers work inside
   * this process.
   */
  boolean isDaemon() {
    return driver.equals("qemu") && !path.equals("/embed");
  }

  /** The value of a parameter of its query. */
  Optional<String> parameter(String name) {
    for (String each : SEPARATOR.split(query, -1)) {
      if (each.startsWith(name + "=")) {
        return Optional.of(
            URLDecoder.decode(each.substring(name.length() + 1), StandardCharsets.UTF_8));
      }
    }
    return Optional.empty();
  }

  /**
   * What libvirt is given: ssh must not ask for a password or about a host key on the terminal of a
   * service, where nobody would answer.
   */
  String forLibvirt() {
    if (transport.map("ssh"::equals).orElse(false) && parameter("no_tty").isEmpty()) {
      return text + (query.isEmpty() ? "?" : "&") + "no_tty=1";
    }
    return text;
  }
}
