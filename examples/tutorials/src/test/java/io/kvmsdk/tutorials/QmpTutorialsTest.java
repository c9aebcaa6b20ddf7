package io.kvmsdk.tutorials;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.kvmsdk.qmp.QmpClient;
import io.kvmsdk.qmp.command.Cont;
import io.kvmsdk.qmp.command.Quit;
import io.kvmsdk.qmp.command.Stop;
import java.io.BufferedReader;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The tutorials of QMP, with QEMUs that run. */
@Timeout(60)
class QmpTutorialsTest {

  @TempDir Path folder;

  @BeforeEach
  void qemu() {
    assumeTrue(
        Boolean.getBoolean("kvmsdk.require.hypervisors")
            || Files.isExecutable(Path.of("/usr/bin/qemu-system-x86_64")),
        "QEMU is not installed (package qemu-system-x86)");
  }

  @Test
  void watches() throws Exception {
    BlockingQueue<String> shown = new LinkedBlockingQueue<>();
    try (SmallQemu qemu = SmallQemu.start(folder, "q", 2);
        QmpClient other = QmpClient.connect(qemu.monitor(1))) {
      CompletableFuture<Void> watching =
          CompletableFuture.runAsync(() -> {
            try {
              WatchAQemu.watch(qemu.monitor(0), shown::add);
            } catch (InterruptedException e) {
              throw new AssertionError(e);
            }
          });
      assertThat(shown.poll(30, TimeUnit.SECONDS)).endsWith("is prelaunch");
      other.execute(Cont.INSTANCE);
      other.execute(Stop.INSTANCE);
      other.execute(Quit.INSTANCE);
      watching.get(30, TimeUnit.SECONDS);
    }
    assertThat(List.copyOf(shown))
        .anyMatch(line -> line.contains(" RESUME "))
        .anyMatch(line -> line.contains(" STOP "))
        .anyMatch(line -> line.contains(" SHUTDOWN "));
  }

  @Test
  void backsUp() throws Exception {
    BackUpWithABitmap.main(new String[0]);
  }

  @Test
  void takesCommands() throws Exception {
    BlockingQueue<String> shown = new LinkedBlockingQueue<>();
    String typed =
        """
        query-status
        query-cpu-?

        qom-get path=/machine property=type
        qom-list {"path": "/"
        qom-list {"path": "/none"}
        cont
        quit
        query-status
        """;
    try (SmallQemu qemu = SmallQemu.start(folder, "q", 1)) {
      QmpShell.run(qemu.monitor(), new BufferedReader(new StringReader(typed)), shown::add);
    }
    assertThat(String.join("\n", shown))
        .contains(
            "QEMU ",
            "\"status\" : \"prelaunch\"",
            "query-cpu-definitions query-cpu-model-expansion",
            "pc-q35-",
            "this is not JSON",
            "'/none' not found",
            "-- RESUME {}");
  }
}
