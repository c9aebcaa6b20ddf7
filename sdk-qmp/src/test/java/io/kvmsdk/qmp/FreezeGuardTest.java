package io.kvmsdk.qmp;

import static io.kvmsdk.qmp.ScriptedAgent.SILENCE;
import static io.kvmsdk.qmp.ScriptedAgent.error;
import static io.kvmsdk.qmp.ScriptedAgent.result;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.kvmsdk.error.InvalidStateException;
import io.kvmsdk.error.OperationFailedException;
import io.kvmsdk.error.TimedOutException;
import io.kvmsdk.qmp.agent.FreezeGuard;
import io.kvmsdk.qmp.agent.Guest;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A guest is thawed, whatever goes wrong. */
@Timeout(60)
class FreezeGuardTest {

  private static final Duration LONG = Duration.ofMinutes(10);

  @TempDir Path folder;
  private ScriptedAgent server;
  private Guest guest;
  private long socketsBefore;
  private final AtomicInteger frozen = new AtomicInteger();

  @BeforeEach
  void open() throws Exception {
    socketsBefore = Leaks.sockets();
    server = new ScriptedAgent(folder);
    guest = Guest.connect(server.path());
    server.on(
        "guest-fsfreeze-freeze",
        arguments -> {
          frozen.set(2);
          return result("2");
        });
    server.on("guest-fsfreeze-thaw", arguments -> result("" + frozen.getAndSet(0)));
    server.on(
        "guest-fsfreeze-status",
        arguments -> result(frozen.get() > 0 ? "\"frozen\"" : "\"thawed\""));
  }

  @AfterEach
  void close() throws Exception {
    guest.close();
    server.close();
    Leaks.assertNone(socketsBefore); // no watchdog either
    assertThat(frozen).hasValue(0);
  }

  @Test
  void closingThaws() {
    try (FreezeGuard guard = guest.fileSystems().freeze(LONG)) {
      assertThat(guard.count()).isEqualTo(2);
      assertThat(guest.fileSystems().areFrozen()).isTrue();
    }
    assertThat(server.received())
        .containsExactly("guest-fsfreeze-freeze", "guest-fsfreeze-status", "guest-fsfreeze-thaw");
  }

  @Test
  void aCallerWhoForgetsIsHelpedAndTold() {
    FreezeGuard guard = guest.fileSystems().freeze(Duration.ofMillis(200));
    await().until(() -> !guard.isHeld());
    assertThat(frozen).hasValue(0);
    assertThatThrownBy(guard::close)
        .isInstanceOf(InvalidStateException.class)
        .hasMessageContaining("at most PT0.2S");
    guard.close(); // it was said
  }

  @Test
  void theWatchdogTriesAgainWhereTheAgentIsStuck() {
    AtomicInteger attempts = new AtomicInteger();
    server.on(
        "guest-fsfreeze-thaw",
        arguments -> {
          if (attempts.incrementAndGet() < 3) {
            return error("GenericError", "a disk does not answer");
          }
          return result("" + frozen.getAndSet(0));
        });
    FreezeGuard guard = guest.fileSystems().freeze(Duration.ofMillis(100));
    await().until(() -> !guard.isHeld());
    assertThat(attempts).hasValue(3);
  }

  @Test
  void aThreadThatIsInterruptedThawsAndStaysInterrupted() {
    FreezeGuard guard = guest.fileSystems().freeze(LONG);
    Thread.currentThread().interrupt();
    guard.close();
    assertThat(Thread.interrupted()).isTrue();
    assertThat(frozen).hasValue(0);
  }

  @Test
  void aJvmThatIsAskedToEndThawsFirst() throws Exception {
    Process other =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                Freezer.class.getName(),
                server.path().toString())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    try {
      guest.close(); // the server has one client at a time
      assertThat(other.inputReader().readLine()).isEqualTo("frozen");
      assertThat(frozen).hasValue(2);
      other.destroy();
      await().until(() -> frozen.get() == 0);
    } finally {
      other.destroyForcibly().waitFor();
    }
  }

  /** Freezes a guest and forgets it. */
  static final class Freezer {
    public static void main(String[] arguments) throws Exception {
      FreezeGuard guard = Guest.connect(Path.of(arguments[0])).fileSystems().freeze(LONG);
      System.out.println(guard.isHeld() ? "frozen" : "thawed");
      System.in.read(); // until it is told to end, or the test has gone
    }
  }

  @Test
  void aGuestThatThawedByItself() {
    FreezeGuard guard = guest.fileSystems().freeze(LONG);
    frozen.set(0);
    assertThatThrownBy(guard::close)
        .isInstanceOf(InvalidStateException.class)
        .hasMessageContaining("not frozen any more");
  }

  @Test
  void closingTheConnectionThawsFirst() {
    FreezeGuard guard = guest.fileSystems().freeze(LONG);
    guest.close();
    assertThat(frozen).hasValue(0);
    assertThatThrownBy(guard::close).isInstanceOf(InvalidStateException.class);
  }

  @Test
  void aFreezeOfWhichNobodyKnowsIsUndone() {
    server.on(
        "guest-fsfreeze-freeze",
        arguments -> {
          frozen.set(2);
          return SILENCE;
        });
    Guest hasty = guest.withTimeout(Duration.ofSeconds(1));
    assertThatThrownBy(() -> hasty.fileSystems().freeze(LONG))
        .isInstanceOf(TimedOutException.class);
    assertThat(frozen).hasValue(0);
  }

  @Test
  void aFreezeThatIsRefused() {
    server.on("guest-fsfreeze-freeze", arguments -> error("GenericError", "no"));
    assertThatThrownBy(() -> guest.fileSystems().freeze(LONG))
        .isInstanceOf(OperationFailedException.class);
    assertThat(server.received()).doesNotContain("guest-fsfreeze-thaw");
    Leaks.assertNoThread("kvmsdk-qmp-thaw");
  }

  @Test
  void someFileSystemsOnly() {
    server.on(
        "guest-fsfreeze-freeze-list",
        arguments -> {
          assertThat(arguments).hasToString("{\"mountpoints\":[\"/\",\"/srv\"]}");
          frozen.set(1);
          return result("1");
        });
    guest.fileSystems().freeze(LONG, List.of("/", "/srv")).close();
    assertThat(server.received()).endsWith("guest-fsfreeze-thaw");
  }

  @Test
  void whatAnotherLeftFrozen() {
    assertThat(guest.fileSystems().thawIfFrozen()).isFalse();
    frozen.set(1);
    assertThat(guest.fileSystems().thawIfFrozen()).isTrue();
    assertThat(server.received())
        .containsExactly("guest-fsfreeze-status", "guest-fsfreeze-status", "guest-fsfreeze-thaw");
  }
}
