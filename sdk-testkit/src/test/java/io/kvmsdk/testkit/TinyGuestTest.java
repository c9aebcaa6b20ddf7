package io.kvmsdk.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * Boots the guest in QEMU with nothing of the SDK in between, and shows that it does what it says
 * of itself.
 */
@Timeout(value = 5, unit = TimeUnit.MINUTES, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class TinyGuestTest {

  private static final String PLUG_DISK =
      """
      {"execute": "blockdev-add", "arguments": {"driver": "null-co", "node-name": "n1", "size": 1048576}}
      {"execute": "device_add", "arguments": {"driver": "virtio-blk-pci", "id": "disk1", "drive": "n1", "bus": "rp1"}}
      """;

  private static final String UNPLUG_DISK =
      """
      {"execute": "device_del", "arguments": {"id": "disk1"}}
      """;

  private static final String PRESS_POWER_BUTTON =
      """
      {"execute": "system_powerdown"}
      """;

  @TempDir private Path folder;

  @Test
  void bootsAnswersItsAgentAndTellsWhatChanges() throws Exception {
    try (Machine machine = new Machine(folder, TinyGuest.CMDLINE)) {
      machine.awaitOnConsole(TinyGuest.READY_LINE + ": 1 cpu");

      try (Talk agent = machine.connect("agent")) {
        agent.say("{\"execute\": \"guest-sync\", \"arguments\": {\"id\": 4711}}\n");
        assertThat(agent.hear("4711")).contains("return");
        agent.say("{\"execute\": \"guest-get-host-name\"}\n");
        assertThat(agent.hear("host-name")).contains("tiny");
      }
      try (Talk qmp = machine.connect("qmp")) {
        qmp.say("{\"execute\": \"qmp_capabilities\"}\n");
        qmp.say(PLUG_DISK);
        machine.awaitOnConsole("TINY vda added (1048576 bytes)");
        qmp.say(UNPLUG_DISK);
        qmp.hear("DEVICE_DELETED");
        machine.awaitOnConsole("TINY vda removed");
        qmp.say(
            "{\"execute\": \"device_add\", \"arguments\": {\"driver\": \"qemu64-x86_64-cpu\", \"id\": \"cpu1\","
                + " \"socket-id\": 1, \"core-id\": 0, \"thread-id\": 0}}\n");
        machine.awaitOnConsole("TINY cpu1 online");
        qmp.say("{\"execute\": \"balloon\", \"arguments\": {\"value\": 209715200}}\n");
        machine.awaitOnConsole("TINY memory ");
        qmp.say(PRESS_POWER_BUTTON);
        machine.awaitOnConsole("TINY poweroff");
        assertThat(machine.awaitEnd()).isZero();
      }
    }
  }

  @Test
  void keepsADeviceWhenToldTo() throws Exception {
    try (Machine machine = new Machine(folder, TinyGuest.CMDLINE_REFUSING_UNPLUG);
        Talk qmp = machine.connect("qmp")) {
      machine.awaitOnConsole(TinyGuest.READY_LINE);
      qmp.say("{\"execute\": \"qmp_capabilities\"}\n");
      qmp.say(PLUG_DISK);
      machine.awaitOnConsole("TINY vda added");
      qmp.say(UNPLUG_DISK);
      // A guest that lets go does so within a fifth of a second.
      Awaitility.await()
          .during(Duration.ofSeconds(3))
          .atMost(Duration.ofSeconds(6))
          .until(() -> !qmp.heard().contains("DEVICE_DELETED"));
      assertThat(machine.console()).doesNotContain("TINY vda removed");
    }
  }

  @Test
  void ignoresThePowerButtonWhenToldTo() throws Exception {
    try (Machine machine = new Machine(folder, TinyGuest.CMDLINE_IGNORING_POWER_BUTTON);
        Talk qmp = machine.connect("qmp")) {
      machine.awaitOnConsole(TinyGuest.READY_LINE);
      qmp.say("{\"execute\": \"qmp_capabilities\"}\n");
      for (int presses = 1; presses <= 2; presses++) {
        int expected = presses;
        qmp.say(PRESS_POWER_BUTTON);
        Awaitility.await()
            .until(() -> machine.console().split("TINY power button", -1).length - 1 == expected);
      }
      qmp.say("{\"execute\": \"query-status\"}\n");
      assertThat(qmp.hear("\"status\"")).contains("\"running\": true");
      assertThat(qmp.heard()).contains("POWERDOWN").doesNotContain("SHUTDOWN");
    }
  }

  @Test
  void isMadeOnceForAllWhoAskAtTheSameTime() throws Exception {
    ExecutorService askers = Executors.newFixedThreadPool(4);
    try {
      Files.createDirectories(folder.resolve("tiny-guest.making/left/by/another"));
      List<Future<TinyGuest>> guests =
          askers.invokeAll(Collections.nCopies(4, () -> TinyGuest.obtain(folder)));

      Path kernel = guests.get(0).get().kernel();
      for (Future<TinyGuest> guest : guests) {
        assertThat(guest.get().kernel()).isEqualTo(kernel).isReadable();
        assertThat(guest.get().initrd()).hasParent(kernel.getParent()).isReadable();
      }
      assertThat(folder)
          .isDirectoryNotContaining(path -> path.getFileName().toString().contains("making"));
    } finally {
      askers.shutdownNow();
    }
  }

  @Test
  void saysWhichFolderCannotBeUsed() throws Exception {
    Path file = Files.createFile(folder.resolve("file"));
    assertThatThrownBy(() -> TinyGuest.obtain(file.resolve("cache")))
        .hasMessageContaining(file.toString())
        .hasMessageContaining("-Dkvmsdk.cache");
  }
}
