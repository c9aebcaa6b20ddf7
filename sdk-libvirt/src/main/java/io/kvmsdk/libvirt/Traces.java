package io.kvmsdk.libvirt;

import java.util.stream.Stream;

/** Stack traces of what was thrown on one thread and is told on another. */
final class Traces {

  private Traces() {}

  /** What a task threw, with the frames of the thread that waited for it below its own. */
  static Exception rethrow(Throwable thrown) {
    StackTraceElement[] waiting = new Throwable().getStackTrace();
    thrown.setStackTrace(
        Stream.concat(Stream.of(thrown.getStackTrace()), Stream.of(waiting).skip(1))
            .toArray(StackTraceElement[]::new));
    if (thrown instanceof Error error) {
      throw error;
    }
    return (Exception) thrown;
  }
}
