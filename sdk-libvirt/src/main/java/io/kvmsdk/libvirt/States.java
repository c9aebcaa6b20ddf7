package io.kvmsdk.libvirt;

import io.kvmsdk.domain.DomainState;
import io.kvmsdk.domain.StateReason;
import java.util.List;
import java.util.Map;

/**
 * libvirt's {@code virDomainState} and the reasons that each state has of its own, as in {@code
 * libvirt-domain.h} of libvirt 11.3. A number that came later keeps its number.
 */
final class States {

  private static final List<String> STATES =
      List.of(
          "no-state",
          "running",
          "blocked",
          "paused",
          "shutdown",
          "shutoff",
          "crashed",
          "pmsuspended");

  private static final Map<String, List<String>> REASONS =
      Map.of(
          "running",
          List.of(
              "unknown",
              "booted",
              "migrated",
              "restored",
              "from-snapshot",
              "unpaused",
              "migration-canceled",
              "save-canceled",
              "wakeup",
              "crashed",
              "postcopy",
              "postcopy-failed"),
          "paused",
          List.of(
              "unknown",
              "user",
              "migration",
              "save",
              "dump",
              "io-error",
              "watchdog",
              "from-snapshot",
              "shutting-down",
              "snapshot",
              "crashed",
              "starting-up",
              "postcopy",
              "postcopy-failed",
              "api-error"),
          "shutdown",
          List.of("unknown", "user"),
          "shutoff",
          List.of(
              "unknown",
              "shutdown",
              "destroyed",
              "crashed",
              "migrated",
              "saved",
              "failed",
              "from-snapshot",
              "daemon"),
          "crashed",
          List.of("unknown", "panicked"));

  private States() {}

  static DomainState state(int code) {
    return new DomainState(word(STATES, code));
  }

  static StateReason reason(int stateCode, int code) {
    return new StateReason(
        word(REASONS.getOrDefault(word(STATES, stateCode), List.of("unknown")), code));
  }

  static String word(List<String> words, int code) {
    return code >= 0 && code < words.size() ? words.get(code) : "code-" + code;
  }
}
