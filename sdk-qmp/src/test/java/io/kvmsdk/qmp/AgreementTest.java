package io.kvmsdk.qmp;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** The comparison finds what differs: each kind of difference is made in a schema that agrees. */
class AgreementTest {

  private static List<String> differences(String type, Consumer<ObjectNode> change)
      throws Exception {
    JsonNode schema =
        new ObjectMapper().readTree(Path.of("src/generator/resources/qemu-10.2.json").toFile());
    for (JsonNode entry : schema) {
      if (entry.path("name").asText().equals(type)) {
        change.accept((ObjectNode) entry);
      }
    }
    Agreement agreement = new Agreement(schema, "io.kvmsdk.qmp", "10.2");
    agreement.compare();
    List<String> found = new ArrayList<>(agreement.problems);
    agreement.lackingMembers.forEach(name -> found.add(name + " lacks"));
    agreement.lackingValues.forEach(name -> found.add(name + " lacks"));
    return found;
  }

  private static ObjectNode first(ObjectNode entry, String list) {
    return (ObjectNode) entry.path(list).get(0);
  }

  @Test
  void commandsAndEvents() throws Exception {
    assertThat(differences("stop", e -> e.put("name", "halt"))).containsExactly("halt: missing");
    assertThat(differences("STOP", e -> e.put("name", "HALT"))).containsExactly("HALT: missing");
    assertThat(differences("query-status", e -> e.put("ret-type", "[JobInfo]")))
        .anyMatch(p -> p.startsWith("query-status returns: array [JobInfo] is a"));
  }

  @Test
  void members() throws Exception {
    assertThat(differences("StatusInfo", e -> first(e, "members").put("name", "walking")))
        .containsExactly(
            "StatusInfo.walking: missing in StatusInfo",
            "StatusInfo.running: may be absent, here it must be there",
            "StatusInfo.running lacks");
    assertThat(differences("StatusInfo", e -> first(e, "members").put("type", "int")))
        .containsExactly("StatusInfo.running: builtin int is a boolean here");
    assertThat(differences("StatusInfo", e -> first(e, "members").putNull("default")))
        .containsExactly("StatusInfo.running: may be absent, here it must be there");
    assertThat(differences("q_obj_SHUTDOWN-arg", e -> ((ArrayNode) e.get("members")).remove(0)))
        .contains("SHUTDOWN.guest lacks");
  }

  @Test
  void values() throws Exception {
    assertThat(differences("RunState", e -> first(e, "members").put("name", "asleep")))
        .hasSize(2)
        .contains("RunState: value asleep is missing");
  }

  @Test
  void arms() throws Exception {
    assertThat(differences("NetdevUserOptions", e -> first(e, "members").put("name", "new")))
        .hasSize(2)
        .contains("netdev_add(user).new: missing in NetdevUser");
    assertThat(differences("Netdev", e -> ((ArrayNode) e.get("variants")).remove(1)))
        .contains("netdev_add NetdevPasst lacks");
    assertThat(differences("Netdev", e -> ((ObjectNode) e.get("variants").get(1)).put("case", "x")))
        .contains("netdev_add: no arm for x");
  }

  @Test
  void alternates() throws Exception {
    assertThat(differences("StrOrNull", e -> first(e, "members").put("type", "int")))
        .containsExactlyInAnyOrder("StrOrNull: no int", "StrOrNull: has a str too many");
  }
}
