package io.kvmsdk.qmp;

import com.fasterxml.jackson.databind.JsonNode;
import io.kvmsdk.call.Deadline;
import io.kvmsdk.error.HypervisorException;
import io.kvmsdk.error.Outcome;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Tests with sockets, none of which may be left open, and no thread either. */
@Timeout(60)
abstract class QmpSocketTest {

  static final QmpCommand<JsonNode> STATUS = QmpCommand.of("query-status");

  @TempDir Path folder;
  long socketsBefore;

  @BeforeEach
  void count() {
    socketsBefore = Leaks.sockets();
  }

  @AfterEach
  void nothingIsLeftOpen() {
    Leaks.assertNone(socketsBefore);
  }

  static Deadline soon() {
    return Deadline.after(Duration.ofMillis(200));
  }

  static Outcome outcomeOf(@Nullable Throwable e) {
    return ((HypervisorException) Objects.requireNonNull(e)).outcome();
  }
}
