package io.kvmsdk.qmp;

import static io.kvmsdk.qmp.ScriptedAgent.error;
import static io.kvmsdk.qmp.ScriptedAgent.result;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.JsonNode;
import io.kvmsdk.error.HypervisorException;
import io.kvmsdk.error.OperationFailedException;
import io.kvmsdk.error.Outcome;
import io.kvmsdk.error.TimedOutException;
import io.kvmsdk.qmp.agent.Guest;
import io.kvmsdk.qmp.agent.GuestProcess;
import io.kvmsdk.qmp.agent.GuestProgram;
import io.kvmsdk.qmp.agent.GuestResult;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Programs in a guest, as its agent tells of them. */
@Timeout(30)
class GuestProgramsTest {

  private static final String RUNNING = "{\"exited\": false}";

  @TempDir Path folder;
  private ScriptedAgent server;
  private Guest guest;
  private long socketsBefore;

  @BeforeEach
  void open() throws Exception {
    socketsBefore = Leaks.sockets();
    server = new ScriptedAgent(folder);
    guest = Guest.connect(server.path());
    server.returns("guest-exec", "{\"pid\": 77}");
  }

  @AfterEach
  void close() throws Exception {
    guest.close();
    server.close();
    Leaks.assertNone(socketsBefore);
  }

  @Test
  void runsAndAsksUntilItHasEnded() {
    AtomicReference<JsonNode> started = new AtomicReference<>();
    AtomicInteger asked = new AtomicInteger();
    server.on(
        "guest-exec",
        arguments -> {
          started.set(arguments);
          return result("{\"pid\": 77}");
        });
    server.on(
        "guest-exec-status",
        arguments -> {
          assertThat(arguments.path("pid").asInt()).isEqualTo(77);
          return result(
              asked.incrementAndGet() < 3
                  ? RUNNING
                  : "{\"exited\": true, \"exitcode\": 3, \"out-data\": \"aGk=\", \"err-data\":"
                      + " \"b2g=\", \"out-truncated\": true}");
        });
    GuestProgram program =
        GuestProgram.of("/bin/login", "-p", "two words; rm")
            .withEnvironment(Map.of("TOKEN", "s3cret"))
            .withInput("in".getBytes(StandardCharsets.UTF_8));
    GuestResult result = guest.programs().run(program);
    assertThat(result.exitCode()).contains(3L);
    assertThat(result.succeeded()).isFalse();
    assertThat(result.outputText()).isEqualTo("hi");
    assertThat(result.errorText()).isEqualTo("oh");
    assertThat(result.truncated()).isTrue();
    assertThat(started.get())
        .hasToString(
            "{\"path\":\"/bin/login\",\"arg\":[\"-p\",\"two words; rm\"],\"capture-output\":true,"
                + "\"env\":[\"TOKEN=s3cret\"],\"input-data\":\"aW4=\"}");
    assertThat(program + " " + result).doesNotContain("s3cret", "words", "hi");
  }

  @Test
  void aSignalIsNoExitCode() {
    server.returns("guest-exec-status", "{\"exited\": true, \"signal\": 9}");
    GuestResult result = guest.programs().run("/bin/sleep", "9");
    assertThat(result.signal()).contains(9L);
    assertThat(result.exitCode()).isEmpty();
    assertThat(result.succeeded()).isFalse();
    assertThat(result).hasToString("signal 9, 0 and 0 bytes");
  }

  @Test
  void oneThatDoesNotEndInTime() {
    server.returns("guest-exec-status", RUNNING);
    TimedOutException failure =
        catchThrowableOfType(
            TimedOutException.class,
            () ->
                guest
                    .programs()
                    .run(GuestProgram.of("/bin/sleep").withTimeout(Duration.ofMillis(300))));
    assertThat(failure).hasMessageContainingAll("77", "PT0.3S");
    assertThat(failure.outcome()).isEqualTo(Outcome.UNKNOWN);
  }

  @Test
  void oneWhoseAgentHangs() {
    server.on("guest-exec-status", arguments -> ScriptedAgent.SILENCE);
    assertThatThrownBy(() ->
            guest.programs().run(GuestProgram.of("/bin/sleep").withTimeout(Duration.ofMillis(500))))
        .isInstanceOf(TimedOutException.class)
        .hasMessageContaining("as far as the agent has told")
        .hasCauseInstanceOf(TimedOutException.class);
  }

  @Test
  void oneThatCannotBeStarted() {
    server.on("guest-exec", arguments -> error("GenericError", "No such file or directory"));
    assertThatThrownBy(() -> guest.programs().run("/no/such"))
        .isInstanceOf(OperationFailedException.class)
        .hasMessageContainingAll("/no/such", "No such file")
        .satisfies(
            e -> assertThat(((HypervisorException) e).outcome()).isEqualTo(Outcome.NOT_APPLIED));
  }

  @Test
  void anAgentThatForgetsItWhenItIsRestarted() {
    server.on("guest-exec-status", arguments -> error("GenericError", "PID 77 does not exist"));
    assertThatThrownBy(() -> guest.programs().run("/bin/true"))
        .isInstanceOf(OperationFailedException.class)
        .hasMessageContainingAll("77", "restarted")
        .satisfies(e -> assertThat(((HypervisorException) e).outcome()).isEqualTo(Outcome.UNKNOWN));
  }

  @Test
  void whatItWroteMayBeNoBase64() {
    server.returns(
        "guest-exec-status", "{\"exited\": true, \"exitcode\": 0, \"out-data\": \"((\"}");
    assertThatThrownBy(() -> guest.programs().run("/bin/true"))
        .isInstanceOf(OperationFailedException.class)
        .hasMessageContaining("base64");
  }

  @Test
  void theEndIsToldOnceAndKnownToAllWhoWait() throws Exception {
    AtomicInteger asked = new AtomicInteger();
    server.on(
        "guest-exec-status",
        arguments ->
            switch (asked.incrementAndGet()) {
              case 1, 2, 3 -> result(RUNNING);
              case 4 -> result("{\"exited\": true, \"exitcode\": 0}");
              default -> error("GenericError", "PID 77 does not exist");
            });
    GuestProcess process = guest.programs().start(GuestProgram.of("/bin/true"));
    CompletableFuture<GuestResult> other =
        CompletableFuture.supplyAsync(() -> process.await(Duration.ofSeconds(20)));
    assertThat(process.await(Duration.ofSeconds(20)).succeeded()).isTrue();
    assertThat(other.get().succeeded()).isTrue();
    process.kill();
    assertThat(server.received()).containsOnlyOnce("guest-exec"); // nothing was left to kill
    assertThat(process.poll()).isPresent();
  }
}
