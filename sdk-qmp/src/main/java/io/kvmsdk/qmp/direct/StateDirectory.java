package io.kvmsdk.qmp.direct;

import io.kvmsdk.call.Call;
import io.kvmsdk.error.ConnectFailedException;
import io.kvmsdk.error.ErrorContext;
import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The folder that keeps the machines of a connection, which has it to itself. Thread-safe. */
final class StateDirectory implements AutoCloseable {

  private static final String BOOT_ID = "boot-id";
  private static final Path KERNEL_BOOT_ID = Path.of("/proc/sys/kernel/random/boot_id");
  private static final Set<String> OWN_FILES = Set.of(DirectoryLock.FILE_NAME, BOOT_ID);

  private static final Logger LOG = LoggerFactory.getLogger(StateDirectory.class);

  private final Path path;
  private final DirectoryLock lock;

  private StateDirectory(Path path, DirectoryLock lock) {
    this.path = path;
    this.lock = lock;
  }

  /**
   * Opens a state directory, made with its parents where it is not there yet.
   *
   * @throws ConnectFailedException if it cannot be made, or others may write in it
   * @throws io.kvmsdk.error.ConflictException if another connection has it open
   */
  static StateDirectory open(Call call, Path directory) {
    Path real;
    try {
      Files.createDirectories(directory, PrivateFiles.FOLDER);
      // Sockets and processes are found by their paths, which must not depend on how the
      // directory was named.
      real = directory.toRealPath();
      Optional<String> distrust = PrivateFiles.distrust(real);
      if (distrust.isPresent()) {
        throw new ConnectFailedException(call.context(), "the state directory " + distrust.get());
      }
    } catch (IOException e) {
      throw new ConnectFailedException(
          call.context(),
          "the state directory " + directory + " cannot be used: " + PrivateFiles.reason(e),
          e);
    }
    return new StateDirectory(real, DirectoryLock.acquire(call, real));
  }

  /** Its path, absolute and without symbolic links. */
  Path path() {
    return path;
  }

  /** The folder of a machine, be it there or not. */
  MachineFolder machine(UUID uuid) {
    return new MachineFolder(path, uuid);
  }

  /** The folders of all machines that are defined or were left running, by UUID. */
  List<MachineFolder> machines(ErrorContext context) {
    List<MachineFolder> machines = new ArrayList<>();
    try (DirectoryStream<Path> entries = Files.newDirectoryStream(path)) {
      for (Path entry : entries) {
        machineAt(entry).ifPresent(machines::add);
      }
    } catch (DirectoryIteratorException e) {
      throw PrivateFiles.failure(context, "cannot list " + path, new IOException(e));
    } catch (IOException e) {
      throw PrivateFiles.failure(context, "cannot list " + path, e);
    }
    machines.sort(Comparator.comparing(MachineFolder::toString));
    return List.copyOf(machines);
  }

  private Optional<MachineFolder> machineAt(Path entry) throws IOException {
    String name = entry.getFileName().toString();
    if (OWN_FILES.contains(name) || name.endsWith(PrivateFiles.TEMPORARY)) {
      return Optional.empty();
    }
    Optional<UUID> uuid = uuid(name);
    if (uuid.isEmpty()) {
      LOG.warn("{} is left alone: it is not named by a UUID, as machines are", entry);
      return Optional.empty();
    }
    if (!Files.isDirectory(entry, LinkOption.NOFOLLOW_LINKS)) {
      LOG.warn("{} is left alone: it is not a folder", entry);
      return Optional.empty();
    }
    Optional<String> distrust = PrivateFiles.distrust(entry);
    if (distrust.isPresent()) {
      LOG.warn("Left alone: {}", distrust.get());
      return Optional.empty();
    }
    MachineFolder machine = machine(uuid.get());
    if (!machine.has(MachineFile.DEFINITION) && !machine.has(MachineFile.LIVE)) {
      LOG.warn("{} is left alone: it holds no definition of a machine", entry);
      return Optional.empty();
    }
    return Optional.of(machine);
  }

  private static Optional<UUID> uuid(String name) {
    try {
      UUID uuid = UUID.fromString(name);
      // fromString takes short forms too.
      return uuid.toString().equals(name) ? Optional.of(uuid) : Optional.empty();
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  /**
   * Whether the host has booted since this was asked last, or it is asked for the first time; if
   * so, from now on it has not.
   */
  boolean claimBoot(ErrorContext context) {
    Path file = path.resolve(BOOT_ID);
    try {
      String now = Files.readString(KERNEL_BOOT_ID).strip();
      if (now.equals(lastBoot(file))) {
        return false;
      }
      PrivateFiles.write(file, now + "\n");
      return true;
    } catch (IOException e) {
      throw PrivateFiles.failure(context, "cannot note this boot in " + file, e);
    }
  }

  private static String lastBoot(Path file) throws IOException {
    try {
      return Files.readString(file).strip();
    } catch (NoSuchFileException e) {
      return "";
    }
  }

  /** Lets another connection have the directory. Machines run on. */
  @Override
  public void close() {
    lock.close();
  }
}
