package io.kvmsdk.qmp.direct;

import io.kvmsdk.call.Call;
import io.kvmsdk.error.ConnectFailedException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/**
 * A QEMU program on this host.
 *
 * @param path where it stands, absolute
 */
record QemuBinary(Path path) {

  private static final String PREFIX = "qemu-system-";

  /** By path; another entry takes the place when the program is replaced. */
  private static final ConcurrentMap<Path, Probed> KNOWN = new ConcurrentHashMap<>();

  private record Probed(Object file, QemuCapabilities capabilities) {}

  /**
   * The program at a path that somebody chose.
   *
   * @throws ConnectFailedException if it is not there or cannot be run
   */
  static QemuBinary at(Call call, Path path) {
    if (!Files.exists(path)) {
      throw new ConnectFailedException(
          call.context(), "there is no QEMU at " + path + remedy(path.getFileName().toString()));
    }
    if (!Files.isRegularFile(path) || !Files.isExecutable(path)) {
      throw new ConnectFailedException(
          call.context(), path + " is not a program that this user can run");
    }
    return new QemuBinary(path.toAbsolutePath());
  }

  /**
   * The program for guests of an architecture, the first in this process's {@code PATH}.
   *
   * @param architecture such as {@code x86_64}
   * @throws ConnectFailedException if there is none
   */
  static QemuBinary onPath(Call call, String architecture) {
    return onPath(call, architecture, Optional.ofNullable(System.getenv("PATH")).orElse(""));
  }

  static QemuBinary onPath(Call call, String architecture, String searchPath) {
    String name = PREFIX + architecture;
    return Arrays.stream(searchPath.split(":"))
        .filter(folder -> !folder.isEmpty())
        .map(folder -> Path.of(folder, name).toAbsolutePath())
        .filter(file -> Files.isRegularFile(file) && Files.isExecutable(file))
        .findFirst()
        .map(QemuBinary::new)
        .orElseThrow(() ->
            new ConnectFailedException(
                call.context(),
                "there is no " + name + " in the PATH (" + searchPath + ")" + remedy(name)));
  }

  /** The architecture of this host, as QEMU calls it. */
  static String hostArchitecture() {
    String arch = System.getProperty("os.arch");
    return switch (arch) {
      case "amd64" -> "x86_64";
      case "x86" -> "i386";
      default -> arch;
    };
  }

  private static String remedy(String name) {
    return name.startsWith(PREFIX)
        ? "; Debian's package of it is " + debianPackage(name.substring(PREFIX.length()))
        : "";
  }

  private static String debianPackage(String architecture) {
    return switch (architecture) {
      case "x86_64", "i386", "microvm" -> "qemu-system-x86";
      case "arm", "aarch64" -> "qemu-system-arm";
      case "ppc", "ppc64", "ppc64le" -> "qemu-system-ppc";
      case "mips", "mipsel", "mips64", "mips64el" -> "qemu-system-mips";
      case "sparc", "sparc64" -> "qemu-system-sparc";
      default -> "qemu-system-misc";
    };
  }

  /**
   * What it can do. It is asked once, and again when the file was replaced.
   *
   * @throws ConnectFailedException if it cannot be run, is not QEMU, or does not answer in time
   */
  QemuCapabilities capabilities(Call call) {
    try {
      BasicFileAttributes attributes =
          Files.readAttributes(path.toRealPath(), BasicFileAttributes.class);
      Object file =
          Arrays.asList(attributes.fileKey(), attributes.lastModifiedTime(), attributes.size());
      Probed known = KNOWN.get(path);
      if (known == null || !known.file().equals(file)) {
        known = new Probed(file, QemuProbe.run(call, path));
        KNOWN.put(path, known);
      }
      return known.capabilities();
    } catch (IOException e) {
      throw new ConnectFailedException(
          call.context(), "cannot ask " + path + ": " + PrivateFiles.reason(e), e);
    }
  }
}
