package io.kvmsdk.tutorials;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.kvmsdk.error.HypervisorException;
import io.kvmsdk.qmp.QmpClient;
import io.kvmsdk.qmp.QmpCommand;
import io.kvmsdk.qmp.QmpEndpoint;
import io.kvmsdk.qmp.QmpOptions;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;

/**
 * Sends what is typed to a QEMU, and shows what it answers and what happens in it.
 *
 * <p>Usage: {@code QmpShell SOCKET}. A line is a command with its arguments, {@code block_resize
 * node-name=disk size=1073741824} or {@code block_resize {"node-name": "disk", "size":
 * 1073741824}}; {@code query-b?} lists the commands that begin so.
 */
public final class QmpShell {

  private static final ObjectMapper JSON = new ObjectMapper();

  private final QmpClient client;
  private final Consumer<String> out;

  private QmpShell(QmpClient client, Consumer<String> out) {
    this.client = client;
    this.out = out;
  }

  /** Runs it, until there is no more to read or QEMU is gone. */
  public static void main(String[] args) throws IOException {
    if (args.length != 1) {
      throw new IllegalArgumentException("usage: QmpShell SOCKET");
    }
    run(
        Path.of(args[0]),
        new BufferedReader(new InputStreamReader(System.in, Charset.defaultCharset())),
        System.out::println);
  }

  static void run(Path socket, BufferedReader in, Consumer<String> out) throws IOException {
    try (QmpClient client =
        QmpClient.connect(
            QmpEndpoint.unix(socket),
            QmpOptions.DEFAULT,
            event -> out.accept("-- " + event.name() + " " + event.data()))) {
      out.accept("QEMU " + client.greeting().version());
      QmpShell shell = new QmpShell(client, out);
      String line = in.readLine();
      while (line != null && client.isOpen()) {
        if (!line.isBlank()) {
          shell.line(line.strip());
        }
        line = in.readLine();
      }
    }
  }

  private void line(String line) throws JsonProcessingException {
    try {
      if (line.endsWith("?")) {
        out.accept(String.join(" ", beginning(line.substring(0, line.length() - 1))));
        return;
      }
      String[] parts = line.split("\\s+", 2);
      JsonNode arguments = arguments(parts.length == 1 ? "" : parts[1]);
      JsonNode result = client.execute(QmpCommand.of(parts[0], arguments));
      out.accept(JSON.writerWithDefaultPrettyPrinter().writeValueAsString(result));
    } catch (HypervisorException e) {
      out.accept(e.getMessage());
    } catch (JsonProcessingException e) {
      out.accept("this is not JSON: " + e.getOriginalMessage());
    }
  }

  private List<String> beginning(String prefix) {
    return client.schema().commands().stream()
        .filter(name -> name.startsWith(prefix))
        .sorted()
        .toList();
  }

  private static JsonNode arguments(String text) throws JsonProcessingException {
    if (text.startsWith("{")) {
      return JSON.readTree(text);
    }
    ObjectNode arguments = JSON.createObjectNode();
    for (String part : text.isEmpty() ? new String[0] : text.split("\\s+")) {
      String[] pair = part.split("=", 2);
      arguments.set(pair[0], value(pair.length == 1 ? "true" : pair[1]));
    }
    return arguments;
  }

  /** What is no JSON is a text. */
  private static JsonNode value(String text) {
    try {
      return JSON.readTree(text);
    } catch (JsonProcessingException e) {
      return JSON.getNodeFactory().textNode(text);
    }
  }
}
