package io.kvmsdk.libvirt;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/** A libvirtd that a test may stop, restart and have hang. */
final class PrivateLibvirtd implements AutoCloseable {

  private static final Path SCRIPT =
      Path.of(System.getProperty("basedir", "."), "..", "scripts", "libvirtd").normalize();

  private final Path folder;
  private final String uri;

  private PrivateLibvirtd(Path folder, String uri) {
    this.folder = folder;
    this.uri = uri;
  }

  /** Starts one that keeps all it has in a folder of its own. */
  static PrivateLibvirtd start() throws Exception {
    Hypervisors.requireLibrary();
    if (!"root".equals(System.getProperty("user.name")) || !Files.isExecutable(SCRIPT)) {
      Hypervisors.missing("a libvirtd of the test's own needs root and " + SCRIPT);
    }
    if (!Files.isExecutable(Path.of("/usr/sbin/libvirtd"))) {
      Hypervisors.missing("there is no /usr/sbin/libvirtd");
    }
    Path folder = Files.createTempDirectory("kvmsdk-libvirtd");
    return new PrivateLibvirtd(folder, run("start", folder));
  }

  String uri() {
    return uri;
  }

  Path folder() {
    return folder;
  }

  /** The daemon anew; guests run on. */
  void restart() throws Exception {
    run("restart", folder);
  }

  /** The daemon and its guests. */
  void stop() throws Exception {
    run("stop", folder);
  }

  void startAgain() throws Exception {
    run("start", folder);
  }

  /** The daemon stands still, as if it hung; its sockets stay open. */
  void freeze() throws Exception {
    signal("STOP", pid());
  }

  void thaw() throws Exception {
    signal("CONT", pid());
  }

  private long pid() throws IOException {
    return Long.parseLong(Files.readString(folder.resolve("libvirtd.pid")).strip());
  }

  static void signal(String name, long pid) throws Exception {
    Process kill = new ProcessBuilder("kill", "-" + name, Long.toString(pid)).start();
    if (!kill.waitFor(10, TimeUnit.SECONDS) || kill.exitValue() != 0) {
      throw new IOException("kill -" + name + " " + pid + " failed");
    }
  }

  private static String run(String action, Path folder) throws Exception {
    Path output = Files.createTempFile("kvmsdk-libvirtd", ".out");
    try {
      Process process =
          new ProcessBuilder(SCRIPT.toString(), action, folder.toString())
              .redirectOutput(output.toFile())
              .redirectError(ProcessBuilder.Redirect.INHERIT)
              .start();
      if (!process.waitFor(60, TimeUnit.SECONDS)) {
        process.destroyForcibly();
        throw new IOException(SCRIPT + " " + action + " does not end");
      }
      if (process.exitValue() != 0) {
        throw new IOException(SCRIPT + " " + action + " failed");
      }
      return Files.readString(output, StandardCharsets.UTF_8).strip();
    } finally {
      Files.delete(output);
    }
  }

  @Override
  public void close() throws Exception {
    stop();
    Process remove = new ProcessBuilder("rm", "-rf", folder.toString()).inheritIO().start();
    remove.waitFor(20, TimeUnit.SECONDS);
  }
}
