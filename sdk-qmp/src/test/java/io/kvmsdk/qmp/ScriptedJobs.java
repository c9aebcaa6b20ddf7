package io.kvmsdk.qmp;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** A QEMU that has the jobs that a test says, and tells of them what the test says. */
final class ScriptedJobs implements AutoCloseable {

  /** What it does with a command instead of answering. */
  interface Odd {
    /** Whether it did something; if not, the command is answered. */
    boolean does(ScriptedServer.Peer peer, JsonNode command) throws IOException;
  }

  private final ScriptedServer server;
  private final Map<String, ObjectNode> jobs = new ConcurrentSkipListMap<>();
  private final Map<String, Odd> odd = new ConcurrentHashMap<>();
  private final BlockingQueue<JsonNode> commands = new LinkedBlockingQueue<>();
  private final BlockingQueue<ScriptedServer.Peer> peers = new LinkedBlockingQueue<>();
  private ScriptedServer.@Nullable Peer peer;

  ScriptedJobs(Path folder) throws IOException {
    server = new ScriptedServer(folder, this::serve);
  }

  private void serve(ScriptedServer.Peer client) throws IOException {
    client.handshake();
    peers.add(client);
    for (String line = client.receive(); line != null; line = client.receive()) {
      JsonNode command = Json.MAPPER.readTree(line);
      String name = command.path("execute").asText();
      commands.add(command);
      Odd once = odd.remove(name);
      if (once == null || !once.does(client, command)) {
        client.answer(command.path("id").asText(), answer(name, command.path("arguments")));
      }
    }
  }

  private String answer(String name, JsonNode arguments) {
    if (name.equals("query-jobs")) {
      return jobs.values().toString();
    }
    if (name.equals("job-dismiss")) {
      jobs.remove(arguments.path("id").asText());
    }
    return "{}";
  }

  QmpClient connect(QmpOptions options) throws InterruptedException {
    QmpClient client = QmpClient.connect(server.address(), options);
    next();
    return client;
  }

  /** Waits for the client's next connection, which is the one that is spoken to from here on. */
  void next() throws InterruptedException {
    peer = Objects.requireNonNull(peers.poll(30, TimeUnit.SECONDS), "no connection");
  }

  private ScriptedServer.Peer peer() {
    return Objects.requireNonNull(peer);
  }

  /** The next command of that name takes another way. */
  ScriptedJobs oddly(String command, Odd does) {
    odd.put(command, does);
    return this;
  }

  /** The next command of that name is refused. */
  ScriptedJobs refuse(String command, String kind, String why) {
    return oddly(
        command,
        (to, sent) -> {
          to.send(
              "{\"error\": {\"class\": \"%s\", \"desc\": \"%s\"}, \"id\": %s}\r\n"
                  .formatted(kind, why, sent.path("id")));
          return true;
        });
  }

  /** A job is in a state, and nobody is told. */
  ScriptedJobs has(String id, String status) {
    jobs.put(
        id,
        Json.MAPPER
            .createObjectNode()
            .put("id", id)
            .put("type", "mirror")
            .put("status", status)
            .put("current-progress", 7)
            .put("total-progress", 10));
    return this;
  }

  /** A job has ended with an error, and nobody is told. */
  ScriptedJobs failed(String id, String error) {
    has(id, "concluded");
    Objects.requireNonNull(jobs.get(id)).put("error", error);
    return this;
  }

  ScriptedJobs forget(String id) {
    jobs.remove(id);
    return this;
  }

  /** An event tells what was said of the job, or that it is none any more. */
  ScriptedJobs tell(String id) throws IOException {
    ObjectNode job = jobs.get(id);
    String status = job == null ? "null" : job.path("status").asText();
    return event("JOB_STATUS_CHANGE", "{\"id\": \"%s\", \"status\": \"%s\"}".formatted(id, status));
  }

  ScriptedJobs event(String name, String data) throws IOException {
    peer().send("{\"event\": \"%s\", \"data\": %s}\r\n".formatted(name, data));
    return this;
  }

  void drop() throws IOException {
    peer().drop();
  }

  /** The arguments of the next command of that name. */
  JsonNode sent(String name) throws InterruptedException {
    while (true) {
      JsonNode command = commands.poll(30, TimeUnit.SECONDS);
      if (command == null) {
        throw new AssertionError("no " + name + " came");
      }
      if (command.path("execute").asText().equals(name)) {
        return command.path("arguments");
      }
    }
  }

  /** Whether a command that nobody looked at yet is one of these. */
  boolean wasSent(String... names) {
    Set<String> wanted = Set.of(names);
    return commands.stream().anyMatch(c -> wanted.contains(c.path("execute").asText()));
  }

  @Override
  public void close() throws Exception {
    server.close();
  }
}
