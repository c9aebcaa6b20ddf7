package io.kvmsdk.qmp.direct;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.kvmsdk.call.Call;
import io.kvmsdk.error.CancelledException;
import io.kvmsdk.error.ConnectFailedException;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * Asks a QEMU without a machine what it can do. All questions are written before the first answer
 * is read, the last one tells it to quit: it ends on its own, even if this process is killed
 * meanwhile.
 */
final class QemuProbe {

  private static final List<String> QUERIES =
      List.of(
          "query-kvm",
          "query-target",
          "query-machines",
          "query-cpu-definitions",
          "query-qmp-schema");

  /** QEMU 10's answers have 0.3 MB. */
  private static final long MOST_BYTES = 32 << 20;

  private static final int LOG_LINES = 5;

  private static final ObjectMapper MAPPER = new ObjectMapper();

  private QemuProbe() {}

  /**
   * Asks, within the call's deadline.
   *
   * @throws ConnectFailedException if it does not answer as QEMU does
   */
  static QemuCapabilities run(Call call, Path binary) throws IOException {
    Path folder = Files.createTempDirectory("kvmsdk-probe", PrivateFiles.FOLDER);
    Path answers = folder.resolve("answers");
    Path errors = folder.resolve("errors");
    try {
      ask(call, binary, answers, errors);
      return read(call, binary, answers, errors);
    } finally {
      Files.deleteIfExists(answers);
      Files.deleteIfExists(errors);
      Files.deleteIfExists(folder);
    }
  }

  private static void ask(Call call, Path binary, Path answers, Path errors) throws IOException {
    ProcessBuilder builder =
        new ProcessBuilder(
                binary.toString(),
                "-machine",
                "none,accel=kvm:tcg",
                "-nodefaults",
                "-no-user-config",
                "-display",
                "none",
                "-S",
                "-qmp",
                "stdio")
            .redirectOutput(answers.toFile())
            .redirectError(errors.toFile());
    QemuLaunch.minimal(builder.environment());
    Process qemu = builder.start();
    try {
      // Left open: at an end of file QEMU drops questions that it has read.
      send(qemu.getOutputStream());
      if (!qemu.waitFor(call.deadline().remainingNanos(), TimeUnit.NANOSECONDS)) {
        throw new ConnectFailedException(
            call.context(),
            binary
                + " did not tell within "
                + call.deadline().budget()
                + " what it can do, and was killed"
                + said(errors));
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CancelledException(call.context(), "interrupted while asking " + binary, e);
    } finally {
      qemu.destroyForcibly(); // closes the pipe too
    }
  }

  private static void send(OutputStream questions) {
    StringBuilder text = new StringBuilder("{\"execute\":\"qmp_capabilities\"}");
    for (String query : QUERIES) {
      text.append("{\"execute\":\"")
          .append(query)
          .append("\",\"id\":\"")
          .append(query)
          .append("\"}");
    }
    text.append("{\"execute\":\"quit\"}\n");
    try {
      questions.write(text.toString().getBytes(StandardCharsets.US_ASCII));
      questions.flush();
    } catch (IOException e) {
      // It has ended already; what it said instead is told from its output.
    }
  }

  private static QemuCapabilities read(Call call, Path binary, Path answers, Path errors)
      throws IOException {
    JsonNode greeting = MissingNode.getInstance();
    ObjectNode returned = MAPPER.createObjectNode();
    if (Files.size(answers) <= MOST_BYTES) {
      try (MappingIterator<JsonNode> messages =
          MAPPER.readerFor(JsonNode.class).readValues(answers.toFile())) {
        while (messages.hasNextValue()) {
          JsonNode message = messages.nextValue();
          if (message.has("QMP")) {
            greeting = message.path("QMP");
          } else if (message.has("return") && message.has("id")) {
            returned.set(message.path("id").asText(), message.path("return"));
          }
        }
      } catch (IOException e) {
        greeting = MissingNode.getInstance();
      }
    }
    // Some architectures have no CPU models to choose from, and no command that lists them.
    if (greeting.isMissingNode()
        || returned.path("query-qmp-schema").isEmpty()
        || returned.path("query-machines").isEmpty()) {
      throw new ConnectFailedException(
          call.context(), binary + " does not answer as QEMU does" + said(errors));
    }
    return QemuCapabilities.of(greeting, returned);
  }

  private static String said(Path errors) throws IOException {
    String tail = LogTail.of(errors).last(LOG_LINES);
    return tail.isEmpty() ? "" : "; it said: " + tail;
  }
}
