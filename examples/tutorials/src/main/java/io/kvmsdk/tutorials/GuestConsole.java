package io.kvmsdk.tutorials;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** Follows the file that a guest's serial console is written to, line by line. */
final class GuestConsole implements AutoCloseable {

  private static final Duration POLL = Duration.ofMillis(50);

  /** What a shell tells a terminal, such as its question for the cursor's place. */
  private static final Pattern CONTROL = Pattern.compile("\u001b\\[[0-9;?]*[A-Za-z]");

  private final Path file;
  private final Consumer<String> onLine;
  private final BlockingQueue<String> unread = new LinkedBlockingQueue<>(10_000);
  private final Thread reader;
  private volatile boolean closed;

  /**
   * Begins to follow; the file need not be there yet.
   *
   * @param onLine is called with each line as it comes, on a thread of this console's
   */
  GuestConsole(Path file, Consumer<String> onLine) {
    this.file = file;
    this.onLine = onLine;
    this.reader = new Thread(this::follow, "guest-console " + file.getFileName());
    reader.setDaemon(true);
    reader.start();
  }

  /**
   * The next line that is wanted, of those that no earlier call has passed; empty after {@code
   * limit}.
   */
  Optional<String> await(Predicate<String> wanted, Duration limit) throws InterruptedException {
    long end = System.nanoTime() + limit.toNanos();
    while (true) {
      String line = unread.poll(Math.max(0, end - System.nanoTime()), TimeUnit.NANOSECONDS);
      if (line == null || wanted.test(line)) {
        return Optional.ofNullable(line);
      }
    }
  }

  private void follow() {
    try {
      while (!closed && !Files.exists(file)) {
        TimeUnit.NANOSECONDS.sleep(POLL.toNanos());
      }
      if (closed) {
        return;
      }
      try (BufferedReader in = Files.newBufferedReader(file, StandardCharsets.ISO_8859_1)) {
        StringBuilder line = new StringBuilder();
        while (!closed) {
          int c = in.read();
          if (c < 0) { // nothing more for now: a file tells nobody that it grew
            TimeUnit.NANOSECONDS.sleep(POLL.toNanos());
          } else if (c == '\n') {
            take(line.toString());
            line.setLength(0);
          } else if (c != '\r') {
            line.append((char) c);
          }
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot follow the guest's console in " + file, e);
    }
  }

  private void take(String written) {
    String line = CONTROL.matcher(written).replaceAll("");
    if (!line.isBlank()) {
      onLine.accept(line);
      unread.offer(line); // ten thousand lines that nobody waited for are enough
    }
  }

  @Override
  public void close() {
    closed = true;
    reader.interrupt();
  }
}
