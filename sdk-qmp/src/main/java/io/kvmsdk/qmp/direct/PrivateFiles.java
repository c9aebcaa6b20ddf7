package io.kvmsdk.qmp.direct;

import io.kvmsdk.error.CancelledException;
import io.kvmsdk.error.ErrorContext;
import io.kvmsdk.error.HypervisorException;
import io.kvmsdk.error.OperationFailedException;
import io.kvmsdk.error.ResourcesExhaustedException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import java.util.Set;

/** Files and folders that only their owner may see, written so that a crash leaves old or new. */
final class PrivateFiles {

  static final FileAttribute<Set<PosixFilePermission>> FILE =
      PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
  static final FileAttribute<Set<PosixFilePermission>> FOLDER =
      PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"));

  static final String TEMPORARY = ".tmp";

  private PrivateFiles() {}

  static void write(Path file, String content) throws IOException {
    Path folder = folderOf(file);
    Path temporary = Files.createTempFile(folder, "." + file.getFileName() + ".", TEMPORARY, FILE);
    try {
      try (FileChannel channel = FileChannel.open(temporary, StandardOpenOption.WRITE)) {
        ByteBuffer bytes = StandardCharsets.UTF_8.encode(content);
        while (bytes.hasRemaining()) {
          channel.write(bytes);
        }
        channel.force(true);
      }
      Files.move(temporary, file, StandardCopyOption.ATOMIC_MOVE);
      sync(folder);
    } finally {
      Files.deleteIfExists(temporary);
    }
  }

  /** Makes names in a folder last: without it a crash of the host may take back a rename. */
  static void sync(Path folder) throws IOException {
    try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
      channel.force(true);
    }
  }

  static Path folderOf(Path file) {
    Path folder = file.toAbsolutePath().getParent();
    if (folder == null) {
      throw new IllegalArgumentException("stands in no folder: " + file);
    }
    return folder;
  }

  /**
   * Why nobody should rely on what stands in {@code folder}: somebody else may have written it.
   * Empty where only this user can.
   */
  static Optional<String> distrust(Path folder) throws IOException {
    Object user = Files.getAttribute(Path.of("/proc/self"), "unix:uid");
    Object owner = Files.getAttribute(folder, "unix:uid", LinkOption.NOFOLLOW_LINKS);
    if (!owner.equals(user)) {
      return Optional.of(
          folder
              + " belongs to user "
              + owner
              + ", and this process runs as user "
              + user
              + "; use a folder of its own, or: chown "
              + user
              + " "
              + folder);
    }
    Set<PosixFilePermission> permissions =
        Files.getPosixFilePermissions(folder, LinkOption.NOFOLLOW_LINKS);
    if (permissions.contains(PosixFilePermission.GROUP_WRITE)
        || permissions.contains(PosixFilePermission.OTHERS_WRITE)) {
      return Optional.of(
          folder
              + " may be written by others, its mode is "
              + PosixFilePermissions.toString(permissions)
              + "; make it private: chmod 700 "
              + folder);
    }
    return Optional.empty();
  }

  static HypervisorException failure(ErrorContext context, String what, IOException e) {
    String message = what + ": " + reason(e);
    if (e instanceof ClosedByInterruptException) {
      return new CancelledException(context, message, e);
    }
    if (e instanceof AccessDeniedException) {
      return new io.kvmsdk.error.AccessDeniedException(context, message, e);
    }
    // The JDK has no exception of its own for ENOSPC and EDQUOT; messages are the C library's.
    if (message.endsWith("No space left on device") || message.endsWith("quota exceeded")) {
      return new ResourcesExhaustedException(context, message, e);
    }
    return new OperationFailedException(context, message, e);
  }

  /** What went wrong, in words: the JDK's messages of these are a path and no more. */
  static String reason(IOException e) {
    if (e instanceof ClosedByInterruptException) {
      return "the waiting thread was interrupted";
    }
    if (e instanceof NoSuchFileException) {
      return "no such file or folder";
    }
    if (e instanceof AccessDeniedException) {
      return "permission denied";
    }
    if (e instanceof FileAlreadyExistsException) {
      return "something else has that name";
    }
    if (e instanceof FileSystemException f && f.getReason() != null) {
      return f.getReason();
    }
    return String.valueOf(e.getMessage());
  }
}
