package io.kvmsdk.libvirt;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * The logs of QEMU processes that libvirt keeps on this machine, as far as this user may read them.
 * Of a daemon elsewhere there are none.
 */
final class QemuLog {

  private static final Path SYSTEM = Path.of("/var/log/libvirt/qemu");
  private static final int LENGTH = 2048;

  private final Supplier<Optional<Path>> folder;

  private QemuLog(Supplier<Optional<Path>> folder) {
    this.folder = folder;
  }

  /** The logs in a folder. */
  static QemuLog in(Path folder) {
    return new QemuLog(() -> Optional.of(folder));
  }

  /** The logs of the daemon behind a URI. */
  static QemuLog of(LibvirtUri uri) {
    if (!uri.driver().equals("qemu") || !uri.isLocal()) {
      return new QemuLog(Optional::empty);
    }
    return uri.path().equals("/session")
        ? in(session())
        : new QemuLog(() -> Optional.of(system(uri)));
  }

  private static Path session() {
    String cache = System.getenv("XDG_CACHE_HOME");
    Path base =
        cache == null || cache.isEmpty()
            ? Path.of(System.getProperty("user.home"), ".cache")
            : Path.of(cache);
    return base.resolve("libvirt/qemu/log");
  }

  /** A daemon in a container, or in a mount namespace of its own, has other files at that path. */
  private static Path system(LibvirtUri uri) {
    Optional<Path> itsOwn =
        Stream.of(
                uri.parameter("socket").orElse("/run/libvirt/virtqemud-sock"),
                "/run/libvirt/libvirt-sock")
            .flatMap(socket -> PeerProcess.listeningOn(socket).stream())
            .findFirst()
            .map(pid -> Path.of("/proc/" + pid + "/root" + SYSTEM));
    return itsOwn.filter(Files::isReadable).orElse(SYSTEM);
  }

  /** The end of the log of a machine of that name. */
  Optional<String> end(String domain) {
    if (domain.contains("/")) {
      return Optional.empty();
    }
    try {
      Optional<Path> logs = folder.get();
      return logs.isEmpty()
          ? Optional.empty()
          : Optional.of(end(logs.get().resolve(domain + ".log"))).filter(end -> !end.isEmpty());
    } catch (IOException e) {
      return Optional.empty(); // not there, or not for this user
    }
  }

  private static String end(Path file) throws IOException {
    try (RandomAccessFile log = new RandomAccessFile(file.toFile(), "r")) {
      long from = Math.max(0, log.length() - LENGTH);
      byte[] bytes = new byte[(int) (log.length() - from)];
      log.seek(from);
      log.readFully(bytes);
      String text = new String(bytes, StandardCharsets.UTF_8);
      // Whole lines only, unless there is but one.
      int line = from == 0 ? -1 : text.indexOf('\n');
      return text.substring(line + 1).strip();
    }
  }
}
