package io.kvmsdk.qmp.direct;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.kvmsdk.call.Call;
import io.kvmsdk.call.DomainCall;
import io.kvmsdk.domain.agent.AgentBackend;
import io.kvmsdk.domain.definition.DomainDefinition;
import io.kvmsdk.error.AgentUnavailableException;
import io.kvmsdk.error.InvalidDefinitionException;
import io.kvmsdk.error.OperationFailedException;
import io.kvmsdk.error.UnsupportedFeatureException;
import io.kvmsdk.qmp.GuestAgent;
import io.kvmsdk.qmp.QmpCommand;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/** The guest's agent, over QEMU's socket to it. */
final class QmpAgent implements AgentBackend {

  /** What is not answered when it succeeds. */
  private static final Set<String> WITHOUT_REPLY =
      Set.of("guest-shutdown", "guest-suspend-disk", "guest-suspend-ram", "guest-suspend-hybrid");

  /** How long such a command may take to be refused. */
  static final Duration PATIENCE = Duration.ofSeconds(2);

  private static final ObjectMapper MAPPER = new ObjectMapper();

  private final QmpDomains domains;

  QmpAgent(QmpDomains domains) {
    this.domains = domains;
  }

  @Override
  public String execute(DomainCall call, String command) {
    QmpCommand<JsonNode> parsed = parse(call, command);
    GuestAgent agent = agent(call.asCall(), domains.require(call).requireMachine(call));
    return JsonNodeFactory.instance
        .objectNode()
        .set("return", execute(call.asCall(), agent, parsed))
        .toString();
  }

  private static JsonNode execute(Call call, GuestAgent agent, QmpCommand<JsonNode> command) {
    try {
      if (WITHOUT_REPLY.contains(command.name())) {
        agent.executeWithoutReply(command, PATIENCE, call);
        return JsonNodeFactory.instance.objectNode();
      }
      return agent.execute(command, call);
    } catch (UnsupportedFeatureException e) {
      // Talking to the agent is supported; that this one lacks a command is its answer.
      throw new OperationFailedException(
          call.context().withNativeCode(e.nativeCode().orElse("CommandNotFound")), e.reason(), e);
    }
  }

  /** The way to the agent of a machine of this folder, if its definition has one. */
  static Optional<AgentLink> link(MachineFolder folder, DomainDefinition definition) {
    return CharDevices.agentSocket(definition)
        .map(socket -> new AgentLink(folder.path().resolve(socket)));
  }

  /** Whether a machine of this definition has a channel to an agent. */
  static boolean hasAgent(DomainDefinition definition) {
    return CharDevices.agentSocket(definition).isPresent();
  }

  /** The agent of a machine that is known to have one. */
  static GuestAgent agent(Call call, Machine machine) {
    return machine
        .agent()
        .orElseThrow(() ->
            new AgentUnavailableException(
                call.context(), "the machine has no channel to a guest agent"))
        .connected(call);
  }

  private static QmpCommand<JsonNode> parse(DomainCall call, String command) {
    try {
      JsonNode request = MAPPER.readTree(command);
      String name = request.path("execute").asText();
      JsonNode arguments = request.path("arguments");
      if (!name.isEmpty() && (arguments.isMissingNode() || arguments.isObject())) {
        return arguments.isMissingNode() ? QmpCommand.of(name) : QmpCommand.of(name, arguments);
      }
    } catch (JsonProcessingException e) {
      // The text may hold a secret, and so may what Jackson says of it.
    }
    throw new InvalidDefinitionException(
        call.context(),
        "command",
        "not shown",
        "a JSON object such as {\"execute\": \"guest-ping\"}, with \"arguments\" if there are any");
  }
}
