package io.kvmsdk.qmp.direct;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/**
 * The end of a log that may hold any bytes and be of any size. It has no secret to keep: QEMU is
 * given none on its command line.
 *
 * @param lines what was written last, without control characters
 */
record LogTail(List<String> lines) {

  private static final int MOST_BYTES = 64 * 1024;
  private static final int LONGEST_LINE = 1000;

  LogTail {
    lines = List.copyOf(lines);
  }

  /** The end of {@code log}; nothing where there is no log. */
  static LogTail of(Path log) throws IOException {
    byte[] bytes;
    boolean cut;
    // Not a channel: this is needed also by threads that were interrupted.
    try (RandomAccessFile file = new RandomAccessFile(log.toFile(), "r")) {
      long size = file.length();
      cut = size > MOST_BYTES;
      file.seek(cut ? size - MOST_BYTES : 0);
      bytes = new byte[(int) Math.min(size, MOST_BYTES)];
      int read = file.read(bytes);
      bytes = Arrays.copyOf(bytes, Math.max(read, 0));
    } catch (FileNotFoundException e) {
      return new LogTail(List.of());
    }
    String text = new String(bytes, StandardCharsets.UTF_8);
    if (cut) {
      text = text.substring(text.indexOf('\n') + 1);
    }
    return new LogTail(text.lines().filter(line -> !line.isBlank()).map(LogTail::clean).toList());
  }

  static String clean(String line) {
    String shown = line.replaceAll("\\p{Cntrl}", "?");
    return shown.length() > LONGEST_LINE ? shown.substring(0, LONGEST_LINE) + "..." : shown;
  }

  /** The last {@code most} lines as one text. */
  String last(int most) {
    return String.join("\n", lines.subList(Math.max(0, lines.size() - most), lines.size()));
  }
}
