package io.kvmsdk.qmp.direct;

import io.kvmsdk.domain.chardev.source.CharProtocol;
import io.kvmsdk.domain.chardev.source.CharSource;
import io.kvmsdk.domain.chardev.source.DeviceCharSource;
import io.kvmsdk.domain.chardev.source.FileCharSource;
import io.kvmsdk.domain.chardev.source.NullCharSource;
import io.kvmsdk.domain.chardev.source.PtyCharSource;
import io.kvmsdk.domain.chardev.source.SocketMode;
import io.kvmsdk.domain.chardev.source.TcpCharSource;
import io.kvmsdk.domain.chardev.source.UnixCharSource;
import io.kvmsdk.domain.device.Reconnect;
import io.kvmsdk.host.Version;
import java.time.Duration;
import java.util.Optional;

/** Where the characters of a port go on the host: QEMU's character devices. */
final class CharBackends {

  private final Version qemu;
  private final String agentSocket;

  /**
   * Of one machine.
   *
   * @param qemu the version that runs it
   * @param agentSocket where QEMU listens for the guest agent's channel if its path is left open
   */
  CharBackends(Version qemu, String agentSocket) {
    this.qemu = qemu;
    this.agentSocket = agentSocket;
  }

  /** Whether QEMU listens on the socket, rather than connects to it. */
  static boolean isListening(UnixCharSource source) {
    return source.path().isEmpty() || source.mode().filter(SocketMode.BIND::equals).isPresent();
  }

  /** The source of the guest agent's channel, with the socket that it has where none is said. */
  CharSource ofAgent(CharSource source) {
    return source instanceof UnixCharSource unix && unix.path().isEmpty()
        ? unix.withPath(agentSocket).withMode(SocketMode.BIND)
        : source;
  }

  /**
   * A character device.
   *
   * @param path of the port, for errors
   * @param id QEMU's name of it
   */
  OptionText backend(
      String path,
      String id,
      CharSource source,
      Optional<CharProtocol> protocol,
      Optional<String> logFile,
      Optional<Boolean> logAppend) {
    OptionText option;
    if (source instanceof PtyCharSource) {
      option = OptionText.of("pty").with("id", id);
    } else if (source instanceof NullCharSource) {
      option = OptionText.of("null").with("id", id);
    } else if (source instanceof FileCharSource file) {
      option = OptionText.of("file").with("id", id).with("path", file(path, file.path()));
      option.with("append", file.append().map(OptionText::onOff));
    } else if (source instanceof DeviceCharSource device) {
      option = OptionText.of("serial").with("id", id).with("path", file(path, device.path()));
    } else if (source instanceof UnixCharSource unix) {
      option = unix(path, id, unix);
    } else if (source instanceof TcpCharSource tcp) {
      option = tcp(path, id, tcp, protocol);
    } else {
      throw Refusal.unknown(path + "/@type", source.type(), "pty, file, unix, tcp or null");
    }
    if (logFile.isPresent()) {
      option.with("logfile", Refusal.absolute(path + "/log/@file", logFile.get()));
      option.with("logappend", logAppend.map(OptionText::onOff));
    }
    return option;
  }

  private static String file(String path, Optional<String> file) {
    return Refusal.absolute(path + "/source/@path", file.orElse(""));
  }

  private OptionText unix(String path, String id, UnixCharSource source) {
    String socket = file(path, source.path());
    OptionText option = OptionText.of("socket").with("id", id).with("path", socket);
    return connection(path, option, isListening(source), source.reconnect());
  }

  private OptionText tcp(
      String path, String id, TcpCharSource source, Optional<CharProtocol> protocol) {
    boolean listening = source.mode().filter(SocketMode.BIND::equals).isPresent();
    String host = source.host().orElse(listening ? "127.0.0.1" : "");
    String service = source.service().orElse("");
    if (host.isEmpty() || service.isEmpty()) {
      throw Refusal.invalid(
          path + "/source", host + ":" + service, "a host and a service to connect to");
    }
    OptionText option =
        OptionText.of("socket").with("id", id).with("host", host).with("port", service);
    if (protocol.filter(CharProtocol.TELNET::equals).isPresent()) {
      option.with("telnet", true);
    }
    return connection(path, option, listening, source.reconnect());
  }

  private OptionText connection(
      String path, OptionText option, boolean listening, Optional<Reconnect> reconnect) {
    boolean reconnects = reconnect.flatMap(Reconnect::enabled).orElse(false);
    String at = path + "/source/reconnect/@timeout";
    if (listening && reconnects) {
      throw Refusal.invalid(path + "/source/reconnect/@enabled", "yes", "no, where QEMU listens");
    }
    if (listening) {
      return option.with("server", true).with("wait", false);
    }
    if (reconnects) {
      long seconds = reconnect.flatMap(Reconnect::timeout).orElse(Duration.ZERO).toSeconds();
      if (seconds < 1 || seconds > Integer.MAX_VALUE / 1000) {
        throw Refusal.invalid(at, seconds, "at least a second");
      }
      // Since QEMU 9.2 only the finer one is not deprecated.
      return qemu.atLeast(9, 2)
          ? option.with("reconnect-ms", seconds * 1000)
          : option.with("reconnect", seconds);
    }
    return option;
  }
}
