package io.kvmsdk.qmp.direct;

import io.kvmsdk.call.Call;
import io.kvmsdk.error.ConflictException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Makes this connection the only one that drives a state directory. The kernel ends it with this
 * process, however that dies; no process that this one starts inherits it.
 */
final class DirectoryLock implements AutoCloseable {

  static final String FILE_NAME = "lock";

  private static final String CLAIM = "io.kvmsdk.qmp.direct.lock";
  private static final int LONGEST_PID = 20;

  private final String claim;
  private final FileChannel channel;
  private final AtomicBoolean closed = new AtomicBoolean();

  private DirectoryLock(String claim, FileChannel channel) {
    this.claim = claim;
    this.channel = channel;
  }

  /**
   * Takes the lock without waiting.
   *
   * @throws ConflictException if this or another process holds it
   */
  static DirectoryLock acquire(Call call, Path directory) {
    try {
      // The kernel drops a process's lock when that process closes any descriptor of the file. A
      // second attempt must hence be refused before the file is opened, be it of another class
      // loader's copy of this class: the system properties are what all of them share.
      Object key = Files.readAttributes(directory, BasicFileAttributes.class).fileKey();
      String claim = CLAIM + key;
      if (System.getProperties().putIfAbsent(claim, directory.toString()) != null) {
        throw conflict(
            call,
            directory,
            "another connection of this process (pid " + ProcessHandle.current().pid() + ")");
      }
      try {
        return new DirectoryLock(claim, lock(call, directory));
      } catch (IOException | RuntimeException | Error e) {
        System.getProperties().remove(claim);
        throw e;
      }
    } catch (IOException e) {
      throw PrivateFiles.failure(call.context(), "cannot lock " + directory, e);
    }
  }

  private static FileChannel lock(Call call, Path directory) throws IOException {
    FileChannel channel =
        FileChannel.open(
            directory.resolve(FILE_NAME),
            Set.of(StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE),
            PrivateFiles.FILE);
    try {
      if (channel.tryLock() == null) {
        throw conflict(call, directory, "another process (pid " + owner(channel) + ")");
      }
      channel.truncate(0);
      channel.write(StandardCharsets.US_ASCII.encode(ProcessHandle.current().pid() + "\n"), 0);
      return channel;
    } catch (IOException | RuntimeException | Error e) {
      channel.close();
      throw e;
    }
  }

  private static String owner(FileChannel channel) throws IOException {
    ByteBuffer bytes = ByteBuffer.allocate(LONGEST_PID);
    channel.read(bytes, 0);
    String pid = StandardCharsets.US_ASCII.decode(bytes.flip()).toString().strip();
    return pid.isEmpty() ? "unknown" : pid;
  }

  private static ConflictException conflict(Call call, Path directory, String owner) {
    return new ConflictException(
        call.context(),
        owner
            + " drives the state directory "
            + directory
            + "; use that connection or close it, or use another directory");
  }

  /** Gives the lock back. The file stays: removing it would let two processes lock two files. */
  @Override
  public void close() {
    if (!closed.compareAndSet(false, true)) {
      return;
    }
    try {
      channel.close();
    } catch (IOException e) {
      throw new UncheckedIOException("closing the lock", e);
    } finally {
      System.getProperties().remove(claim);
    }
  }
}
