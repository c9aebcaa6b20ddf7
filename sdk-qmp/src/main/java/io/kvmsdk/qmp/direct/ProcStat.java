package io.kvmsdk.qmp.direct;

import java.io.FileInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * What the kernel says of a process.
 *
 * @param state {@code R}, {@code S}, {@code Z}, ...
 * @param startTicks when it was started; together with its pid this is one process and no other
 * @see <a href="https://man7.org/linux/man-pages/man5/proc_pid_stat.5.html">proc_pid_stat(5)</a>
 */
record ProcStat(char state, long startTicks) {

  private static final int STATE = 0;
  private static final int START_TICKS = 19;

  /** Empty where there is no such process. */
  static Optional<ProcStat> of(long pid) {
    // Not a channel: this is needed also by threads that were interrupted.
    try (FileInputStream in = new FileInputStream("/proc/" + pid + "/stat")) {
      String text = new String(in.readAllBytes(), StandardCharsets.ISO_8859_1);
      // The name before it stands in parentheses, and may hold blanks and parentheses itself.
      String[] fields = text.substring(text.lastIndexOf(')') + 2).split(" ");
      return Optional.of(
          new ProcStat(fields[STATE].charAt(0), Long.parseLong(fields[START_TICKS])));
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  /** Whether it still does something: a zombie does not, even if nobody ever reaps it. */
  boolean isAlive() {
    return state != 'Z' && state != 'X';
  }
}
