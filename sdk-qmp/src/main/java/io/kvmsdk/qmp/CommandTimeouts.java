package io.kvmsdk.qmp;

import java.time.Duration;
import java.util.Map;
import java.util.Set;

/** How long a command may take that nobody gave a deadline: what it does decides. */
final class CommandTimeouts {

  /** Asks for something that QEMU knows. */
  private static final Duration QUERY = Duration.ofSeconds(10);

  /** All else. */
  private static final Duration OTHER = Duration.ofSeconds(30);

  /** Waits for storage or for another host: opens images, drains requests, connects. */
  private static final Duration STORAGE = Duration.ofMinutes(2);

  /** Writes or reads all of a guest's memory before it answers. */
  private static final Duration MEMORY = Duration.ofMinutes(30);

  /** By how a command's name begins. */
  private static final Map<String, Duration> PREFIXES =
      Map.of(
          "query-", QUERY,
          "qom-", QUERY,
          "block", STORAGE, // blockdev-add, block-commit, block_resize, ...
          "x-blockdev-", STORAGE,
          "drive-", STORAGE,
          "nbd-server-", STORAGE,
          "migrate", STORAGE, // begins a migration, and only connects
          "guest-fs", STORAGE); // freezes, thaws and trims file systems

  /** By its whole name, which goes before how it begins. */
  private static final Map<String, Duration> NAMES =
      Map.ofEntries(
          Map.entry("query-qmp-schema", OTHER), // 200 KB
          Map.entry("transaction", STORAGE),
          Map.entry("stop", STORAGE), // drains all disks
          Map.entry("system_reset", STORAGE),
          Map.entry("eject", STORAGE),
          Map.entry("change", STORAGE),
          Map.entry("device_add", STORAGE),
          Map.entry("netdev_add", STORAGE),
          Map.entry("object-add", MEMORY), // may allocate memory beforehand
          Map.entry("dump-guest-memory", MEMORY),
          Map.entry("memsave", MEMORY),
          Map.entry("pmemsave", MEMORY),
          Map.entry("xen-save-devices-state", STORAGE),
          Map.entry("xen-load-devices-state", STORAGE),
          Map.entry("human-monitor-command", MEMORY)); // savevm and loadvm among them

  /** Those after which QEMU may be gone before it has answered. */
  private static final Set<String> LAST = Set.of("quit");

  private CommandTimeouts() {}

  static Duration of(String command) {
    Duration named = NAMES.get(command);
    if (named != null) {
      return named;
    }
    for (Map.Entry<String, Duration> prefix : PREFIXES.entrySet()) {
      if (command.startsWith(prefix.getKey())) {
        return prefix.getValue();
      }
    }
    return OTHER;
  }

  /** Whether the end of the connection is this command's success. */
  static boolean isLast(String command) {
    return LAST.contains(command);
  }
}
