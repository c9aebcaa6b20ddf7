package io.kvmsdk.qmp;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.kvmsdk.call.Call;
import io.kvmsdk.capability.Feature;
import io.kvmsdk.capability.Support;
import io.kvmsdk.error.HypervisorException;
import io.kvmsdk.error.InvalidStateException;
import io.kvmsdk.error.UnsupportedFeatureException;

/** What a guest agent's refusals mean. What it says comes from a guest, which may say anything. */
final class AgentRefusals {

  private static final int LONGEST_TEXT = 1000;

  private AgentRefusals() {}

  /** Whether the agent has no such command, or does not execute it at present. */
  static boolean isOfNoUse(JsonNode error) {
    String kind = error.path("class").asText();
    return kind.equals("CommandNotFound") || kind.equals("CommandDisabled");
  }

  /** The agent's own error, by its class. */
  static HypervisorException of(Call call, String command, JsonNode error, boolean frozen) {
    String text = tame(error.path("desc").asText(""));
    if (isOfNoUse(error)) {
      String kind = error.path("class").asText();
      return frozen
          ? new InvalidStateException(
              call.context().withNativeCode(kind),
              "thawed file systems, for most commands",
              "frozen (the agent says: " + text + ")")
          : new UnsupportedFeatureException(
              call.context().withNativeCode(kind),
              new Feature("qmp." + command),
              new Support.No(
                  "the guest agent says: " + text,
                  "use a qemu-guest-agent that has this command, and one that may execute it: see"
                      + " block-rpcs and allow-rpcs of its configuration in the guest"));
    }
    ObjectNode tamed = Json.MAPPER.createObjectNode();
    tamed.put("class", tame(error.path("class").asText("GenericError"))).put("desc", text);
    return Failures.refused(call, command, "the guest agent", tamed);
  }

  private static String tame(String text) {
    String cut = text.length() > LONGEST_TEXT ? text.substring(0, LONGEST_TEXT) + "..." : text;
    return cut.replaceAll("\\p{Cntrl}+", " ");
  }
}
