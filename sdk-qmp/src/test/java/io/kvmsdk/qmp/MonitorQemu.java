package io.kvmsdk.qmp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.abort;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;

/**
 * A QEMU without a machine: a monitor on a unix socket, and where asked for one on a TCP port that
 * QEMU chooses.
 */
final class MonitorQemu implements AutoCloseable {

  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final Pattern PORT = Pattern.compile("tcp:127\\.0\\.0\\.1:(\\d+)");

  private final Process process;
  private final Path socket;
  private final Path log;

  private MonitorQemu(Path binary, Path folder, List<String> more) throws IOException {
    socket = folder.resolve("monitor.sock");
    log = folder.resolve("qemu.log");
    List<String> command =
        new ArrayList<>(
            List.of(
                binary.toString(), "-machine", "none", "-nodefaults", "-display", "none", "-S"));
    command.addAll(List.of("-qmp", "unix:" + socket + ",server=on,wait=off"));
    command.addAll(more);
    process =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile()).start();
    await()
        .atMost(PATIENCE)
        .until(() -> !process.isAlive() || Files.exists(socket) && log() != null);
    assertThat(process.isAlive()).as(log()).isTrue();
  }

  /** Only the unix socket. */
  static MonitorQemu start(Path folder) throws IOException {
    return start(ofTheMachine(), folder);
  }

  /** The same of another QEMU. */
  static MonitorQemu start(Path binary, Path folder) throws IOException {
    return new MonitorQemu(binary, folder, List.of());
  }

  /** The same of another QEMU that refuses what is deprecated. */
  static MonitorQemu withoutDeprecated(Path binary, Path folder) throws IOException {
    return new MonitorQemu(
        binary, folder, List.of("-compat", "deprecated-input=reject,deprecated-output=hide"));
  }

  /** One more monitor, with TLS by an object like {@code tls-creds-psk,dir=DIR}. */
  static MonitorQemu withTls(Path folder, String credentials) throws IOException {
    return withTls(ofTheMachine(), folder, credentials);
  }

  /** The same of another QEMU. */
  static MonitorQemu withTls(Path binary, Path folder, String credentials) throws IOException {
    return new MonitorQemu(
        binary,
        folder,
        List.of(
            "-object",
            credentials + ",id=tls0,endpoint=server",
            "-chardev",
            "socket,id=mon,host=127.0.0.1,port=0,server=on,wait=off,tls-creds=tls0",
            "-mon",
            "chardev=mon,mode=control"));
  }

  /** The machine's QEMU, and a newer one where the build names it. */
  static Stream<Named<Path>> all() {
    Stream<Named<Path>> own = Stream.of(Named.of("machine's QEMU", ofTheMachine()));
    String newer = System.getProperty("kvmsdk.qemu.trixie", "");
    return newer.isEmpty()
        ? own
        : Stream.concat(own, Stream.of(Named.of("trixie's QEMU", Path.of(newer))));
  }

  private static Path ofTheMachine() {
    return Stream.of(System.getenv("PATH").split(File.pathSeparator))
        .map(folder -> Path.of(folder, "qemu-system-x86_64"))
        .filter(Files::isExecutable)
        .findFirst()
        .orElseGet(() ->
            Boolean.getBoolean("kvmsdk.require.hypervisors")
                ? fail("there is no QEMU")
                : abort("there is no QEMU"));
  }

  Path socket() {
    return socket;
  }

  private String log() {
    try {
      return Files.readString(log);
    } catch (IOException e) {
      return e.toString();
    }
  }

  /** The port of the monitor with TLS. */
  int port() {
    try (QmpClient control = QmpClient.connect(socket)) {
      JsonNode devices = control.execute(QmpCommand.of("query-chardev"));
      Matcher port = PORT.matcher(devices.toString());
      assertThat(port.find()).as(devices.toString()).isTrue();
      return Integer.parseInt(port.group(1));
    }
  }

  @Override
  public void close() throws InterruptedException {
    process.destroy();
    if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
      process.destroyForcibly().waitFor();
    }
  }
}
