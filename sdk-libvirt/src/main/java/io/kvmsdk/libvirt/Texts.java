package io.kvmsdk.libvirt;

import io.kvmsdk.call.Deadline;

/** Wording that errors share. */
final class Texts {

  private Texts() {}

  /** What a call was given, such as {@code 2.5 s}. */
  static String seconds(Deadline deadline) {
    return deadline.budget().toMillis() / 1000.0 + " s";
  }
}
