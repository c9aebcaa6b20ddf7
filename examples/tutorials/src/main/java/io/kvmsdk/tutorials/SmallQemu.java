package io.kvmsdk.tutorials;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A QEMU without a guest, for tutorials of QMP: it has monitors, and what it is given over them.
 */
final class SmallQemu implements AutoCloseable {

  private final Path folder;
  private final String name;

  private SmallQemu(Path folder, String name) {
    this.folder = folder;
    this.name = name;
  }

  /**
   * Starts it. A monitor serves one client at a time, so there may be several.
   *
   * @param folder where its sockets are
   */
  static SmallQemu start(Path folder, String name, int monitors)
      throws IOException, InterruptedException {
    SmallQemu qemu = new SmallQemu(folder, name);
    List<String> command =
        new ArrayList<>(
            List.of(
                "qemu-system-x86_64",
                "-machine",
                "q35,accel=tcg",
                "-m",
                "64",
                "-nodefaults",
                "-no-user-config",
                "-display",
                "none",
                "-S",
                "-daemonize", // it returns when the monitors can be connected to
                "-pidfile",
                qemu.pid().toString()));
    for (int i = 0; i < monitors; i++) {
      command.addAll(List.of("-qmp", "unix:" + qemu.monitor(i) + ",server=on,wait=off"));
    }
    int status = new ProcessBuilder(command).inheritIO().start().waitFor();
    if (status != 0) {
      throw new IOException("QEMU did not start, exit code " + status);
    }
    return qemu;
  }

  private Path pid() {
    return folder.resolve(name + ".pid");
  }

  /** The socket of its first monitor. */
  Path monitor() {
    return monitor(0);
  }

  /** The socket of one of its monitors. */
  Path monitor(int number) {
    return folder.resolve(name + number + ".qmp");
  }

  /** Ends it, if it still runs. */
  @Override
  public void close() throws IOException {
    if (Files.exists(pid())) {
      long pid = Long.parseLong(Files.readString(pid()).strip());
      ProcessHandle.of(pid).ifPresent(ProcessHandle::destroyForcibly);
    }
  }
}
