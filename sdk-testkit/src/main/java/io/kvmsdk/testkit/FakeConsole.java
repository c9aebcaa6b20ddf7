package io.kvmsdk.testkit;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The serial ports of a machine that write to files. What the guest says is written by a thread of
 * its own: the guest does not wait for the host's disk, and what it says while 1,000 lines are to
 * be written is lost, as on a line without flow control.
 */
final class FakeConsole {

  private static final Logger LOG = LoggerFactory.getLogger(FakeConsole.class);
  private static final int LINES = 1000;

  /** Holds no more than one task for each console. */
  private static final ThreadPoolExecutor WRITER =
      new ThreadPoolExecutor(
          1,
          1,
          5,
          TimeUnit.SECONDS,
          new LinkedBlockingQueue<>(),
          task -> {
            Thread thread = new Thread(task, "kvmsdk-fake-console");
            thread.setDaemon(true);
            return thread;
          });

  static {
    WRITER.allowCoreThreadTimeOut(true);
  }

  private final List<Path> files;
  private final BlockingQueue<String> lines = new ArrayBlockingQueue<>(LINES);
  private final AtomicBoolean writing = new AtomicBoolean();

  private FakeConsole(List<Path> files) {
    this.files = files;
  }

  /**
   * Makes the files anew, as QEMU does when it starts.
   *
   * @throws IOException if one cannot be written
   */
  static FakeConsole open(List<Path> files) throws IOException {
    for (Path file : files) {
      Files.write(file, new byte[0]);
    }
    return new FakeConsole(files);
  }

  /** Writes a line soon, after those before it. */
  void say(String line) {
    if (!files.isEmpty() && lines.offer(line)) {
      writeSoon();
    }
  }

  private void writeSoon() {
    if (writing.compareAndSet(false, true)) {
      WRITER.execute(this::write);
    }
  }

  private void write() {
    StringBuilder text = new StringBuilder();
    for (String line = lines.poll(); line != null; line = lines.poll()) {
      text.append(line).append("\r\n");
    }
    for (Path file : files) {
      try {
        Files.writeString(file, text, StandardOpenOption.APPEND);
      } catch (IOException e) {
        LOG.warn("a fake guest's console cannot be written to {}: {}", file, e.toString());
      }
    }
    writing.set(false);
    if (!lines.isEmpty()) {
      writeSoon();
    }
  }
}
