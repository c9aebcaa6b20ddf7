package io.kvmsdk.qmp.direct;

import io.kvmsdk.error.ErrorContext;
import io.kvmsdk.error.InvalidDefinitionException;
import io.kvmsdk.error.OperationFailedException;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The folder of one machine: what is known of it and the sockets of its QEMU. Each file is private,
 * and replaced as a whole. Immutable; calls for one machine must not overlap.
 */
final class MachineFolder {

  /** {@code sun_path} holds 108 bytes, the last of which ends the text. */
  static final int LONGEST_SOCKET_PATH = 107;

  private static final int LARGEST_FILE = 16 << 20;

  private static final Logger LOG = LoggerFactory.getLogger(MachineFolder.class);

  private final UUID uuid;
  private final Path path;

  MachineFolder(Path stateDirectory, UUID uuid) {
    this.uuid = uuid;
    this.path = stateDirectory.resolve(uuid.toString());
  }

  UUID uuid() {
    return uuid;
  }

  Path path() {
    return path;
  }

  Path path(MachineFile file) {
    return path.resolve(file.fileName());
  }

  /**
   * Makes the folder, unless it is there.
   *
   * @throws InvalidDefinitionException if no socket can be made in it, because its path is too long
   */
  void create(ErrorContext context) {
    checkSocketPaths(context);
    try {
      try {
        Files.createDirectory(path, PrivateFiles.FOLDER);
        PrivateFiles.sync(PrivateFiles.folderOf(path));
      } catch (FileAlreadyExistsException e) {
        Optional<String> distrust = PrivateFiles.distrust(path);
        if (distrust.isPresent() || !Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS)) {
          throw new OperationFailedException(
              context, distrust.orElse(path + " is there and is not a folder"), e);
        }
      }
    } catch (IOException e) {
      throw PrivateFiles.failure(context, "cannot make the folder " + path, e);
    }
  }

  void checkSocketPaths(ErrorContext context) {
    for (MachineFile socket : List.of(MachineFile.QMP_SOCKET, MachineFile.AGENT_SOCKET)) {
      String socketPath = path(socket).toString();
      int length = socketPath.getBytes(StandardCharsets.UTF_8).length;
      if (length > LONGEST_SOCKET_PATH) {
        throw new InvalidDefinitionException(
            context,
            "state directory",
            PrivateFiles.folderOf(path).toString(),
            "a path that is at least "
                + (length - LONGEST_SOCKET_PATH)
                + " bytes shorter: the socket "
                + socketPath
                + " would have "
                + length
                + " bytes, and the kernel takes "
                + LONGEST_SOCKET_PATH);
      }
    }
  }

  boolean has(MachineFile file) {
    return Files.exists(path(file), LinkOption.NOFOLLOW_LINKS);
  }

  /** What a file says; empty where it is not there. */
  Optional<String> read(ErrorContext context, MachineFile file) {
    Path from = path(file);
    try {
      long size = Files.size(from);
      if (size > LARGEST_FILE) {
        throw new OperationFailedException(
            context, from + " is damaged: it has " + size + " bytes, more than " + LARGEST_FILE);
      }
      return Optional.of(Files.readString(from));
    } catch (NoSuchFileException e) {
      return Optional.empty();
    } catch (CharacterCodingException e) {
      throw new OperationFailedException(context, from + " is damaged: it is not UTF-8", e);
    } catch (IOException e) {
      throw PrivateFiles.failure(context, "cannot read " + from, e);
    }
  }

  /** Replaces a file; after a crash of the host it is the old or the new one. */
  void write(ErrorContext context, MachineFile file, String content) {
    try {
      PrivateFiles.write(path(file), content);
    } catch (IOException e) {
      throw PrivateFiles.failure(context, "cannot write " + path(file), e);
    }
  }

  /** What QEMU said last. */
  LogTail log(ErrorContext context) {
    try {
      return LogTail.of(path(MachineFile.LOG));
    } catch (IOException e) {
      throw PrivateFiles.failure(context, "cannot read " + path(MachineFile.LOG), e);
    }
  }

  /** Removes those files that are there. */
  void remove(ErrorContext context, MachineFile... files) {
    for (MachineFile file : files) {
      try {
        Files.deleteIfExists(path(file));
      } catch (IOException e) {
        throw PrivateFiles.failure(context, "cannot remove " + path(file), e);
      }
    }
  }

  /**
   * Removes the machine's files, its definition last, and the folder, unless somebody else left
   * something in it.
   */
  void delete(ErrorContext context) {
    try {
      for (Path leftover : leftovers()) {
        Files.deleteIfExists(leftover);
      }
      for (MachineFile file : MachineFile.values()) {
        if (file != MachineFile.DEFINITION) {
          Files.deleteIfExists(path(file));
        }
      }
      Files.deleteIfExists(path(MachineFile.DEFINITION));
      Files.deleteIfExists(path);
      PrivateFiles.sync(PrivateFiles.folderOf(path));
    } catch (DirectoryNotEmptyException e) {
      LOG.warn("{} stays: it holds files that are not this library's", path);
    } catch (NoSuchFileException e) {
      LOG.debug("{} is gone already", path);
    } catch (IOException e) {
      throw PrivateFiles.failure(context, "cannot remove " + path, e);
    }
  }

  /** What writers that were killed left behind. */
  private List<Path> leftovers() throws IOException {
    List<Path> found = new ArrayList<>();
    try (DirectoryStream<Path> entries =
        Files.newDirectoryStream(path, ".*" + PrivateFiles.TEMPORARY)) {
      for (Path entry : entries) {
        for (MachineFile file : MachineFile.values()) {
          if (entry.getFileName().toString().startsWith("." + file.fileName() + ".")) {
            found.add(entry);
          }
        }
      }
    }
    return found;
  }

  @Override
  public String toString() {
    return path.toString();
  }
}
