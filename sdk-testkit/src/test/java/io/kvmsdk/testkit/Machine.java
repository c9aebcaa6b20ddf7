package io.kvmsdk.testkit;

import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.abort;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionTimeoutException;

/**
 * One QEMU process that boots the tiny guest; its sockets and its console are files in a folder.
 */
final class Machine implements AutoCloseable {

  private static final Duration PATIENCE = Duration.ofSeconds(90);

  private static final String OPTIONS =
      "-machine q35 -accel tcg,thread=multi -cpu qemu64 -m 256 -smp 1,sockets=2,maxcpus=2"
          + " -nodefaults -no-user-config -display none -serial file:console"
          + " -qmp unix:qmp,server=on,wait=off"
          + " -chardev socket,id=agent,path=agent,server=on,wait=off -device virtio-serial-pci"
          + " -device virtserialport,chardev=agent,name=org.qemu.guest_agent.0"
          + " -device virtio-balloon-pci -device pcie-root-port,id=rp1";

  private final Path folder;
  private final Process process;

  Machine(Path folder, String cmdline) throws IOException {
    requireQemu();
    this.folder = folder;
    TinyGuest guest = TinyGuest.obtain();
    List<String> command = new ArrayList<>(List.of("qemu-system-x86_64"));
    command.addAll(List.of(OPTIONS.split(" ")));
    command.addAll(List.of("-kernel", guest.kernel().toString()));
    command.addAll(List.of("-initrd", guest.initrd().toString(), "-append", cmdline));
    process =
        new ProcessBuilder(command)
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("log").toFile())
            .start();
  }

  String console() {
    return read("console");
  }

  void awaitOnConsole(String line) {
    await("'" + line + "' on the console", () -> console().contains(line));
  }

  /** Connects to the machine's {@code qmp} or {@code agent}, once QEMU listens there. */
  Talk connect(String socket) {
    AtomicReference<Talk> talk = new AtomicReference<>();
    await(
        "the socket " + socket,
        () -> {
          try {
            talk.set(new Talk(folder.resolve(socket)));
            return true;
          } catch (IOException e) {
            return false;
          }
        });
    return Objects.requireNonNull(talk.get());
  }

  int awaitEnd() {
    await("QEMU's end", () -> !process.isAlive());
    return process.exitValue();
  }

  @Override
  public void close() throws InterruptedException {
    process.destroyForcibly();
    process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS);
  }

  private void await(String what, Callable<Boolean> condition) {
    try {
      Awaitility.await(what).atMost(PATIENCE).until(condition);
    } catch (ConditionTimeoutException e) {
      throw new AssertionError(
          what + " did not come. QEMU said: " + read("log") + "\nconsole: " + console(), e);
    }
  }

  private String read(String file) {
    try {
      Path path = folder.resolve(file);
      return Files.exists(path)
          ? new String(Files.readAllBytes(path), StandardCharsets.ISO_8859_1)
          : "";
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private static void requireQemu() {
    for (String folder : System.getenv("PATH").split(File.pathSeparator, -1)) {
      if (Files.isExecutable(Path.of(folder, "qemu-system-x86_64"))) {
        return;
      }
    }
    String why = "qemu-system-x86_64 is not in the PATH: scripts/set-up installs it";
    if (Boolean.getBoolean("kvmsdk.require.hypervisors")) {
      fail(why);
    }
    abort(why);
  }
}
