package io.kvmsdk.tutorials;

import java.io.PrintStream;
import java.time.Duration;

/**
 * What a tutorial shows while it runs: its own steps, the guest's lines and the hypervisor's
 * events, each with the time since the start.
 */
final class Terminal {

  private final PrintStream out = System.out;
  private final long start = System.nanoTime();

  /** What the program does. */
  void step(String text) {
    line("  ==>", text);
  }

  /** What the guest says. */
  void guest(String text) {
    line("guest", text);
  }

  /** What the hypervisor tells. */
  void event(String text) {
    line("event", text);
  }

  private void line(String who, String text) {
    Duration passed = Duration.ofNanos(System.nanoTime() - start);
    out.printf("%6.2f s  %s  %s%n", passed.toMillis() / 1000.0, who, text);
    out.flush();
  }
}
