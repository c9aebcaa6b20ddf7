package io.kvmsdk.qmp;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;

/** A guest agent that is in step with its caller, and answers each command as a test says. */
final class ScriptedAgent implements AutoCloseable {

  /** An answer that never comes. */
  static final String SILENCE = "";

  private final Map<String, Function<JsonNode, String>> answers = new ConcurrentHashMap<>();
  private final List<String> received = new CopyOnWriteArrayList<>();
  private final ScriptedServer server;

  ScriptedAgent(Path folder) throws Exception {
    server = new ScriptedServer(folder, this::serve);
  }

  /** What a command is answered with, by its arguments: a whole reply. */
  ScriptedAgent on(String command, Function<JsonNode, String> reply) {
    answers.put(command, reply);
    return this;
  }

  /** What a command returns always. */
  ScriptedAgent returns(String command, String result) {
    return on(command, arguments -> result(result));
  }

  static String result(String json) {
    return "{\"return\": " + json + "}\n";
  }

  static String error(String kind, String text) {
    return "{\"error\": {\"class\": \"" + kind + "\", \"desc\": \"" + text + "\"}}\n";
  }

  private void serve(ScriptedServer.Peer peer) throws Exception {
    for (String line = peer.receive(); line != null; line = peer.receive()) {
      JsonNode command = Json.MAPPER.readTree(line.replace("\u00ff", ""));
      String name = command.path("execute").asText();
      JsonNode arguments = command.path("arguments");
      if (name.equals("guest-sync-delimited")) {
        peer.send(new byte[] {(byte) 0xFF});
        peer.send(result(arguments.path("id").asText()));
        continue;
      }
      received.add(name);
      Function<JsonNode, String> answer = answers.get(name);
      peer.send(
          answer == null
              ? error("CommandNotFound", "The command " + name + " has not been found")
              : answer.apply(arguments));
    }
  }

  Path path() {
    return server.path();
  }

  /** The commands that came, without syncs. */
  List<String> received() {
    return received;
  }

  @Override
  public void close() throws Exception {
    server.close();
  }
}
