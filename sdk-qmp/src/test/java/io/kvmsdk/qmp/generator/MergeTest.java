package io.kvmsdk.qmp.generator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.kvmsdk.qmp.generator.Model.Builtin;
import io.kvmsdk.qmp.generator.Model.Case;
import io.kvmsdk.qmp.generator.Model.Command;
import io.kvmsdk.qmp.generator.Model.Empty;
import io.kvmsdk.qmp.generator.Model.ListOf;
import io.kvmsdk.qmp.generator.Model.Member;
import io.kvmsdk.qmp.generator.Model.Named;
import io.kvmsdk.qmp.generator.Model.Struct;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What two versions say together. */
class MergeTest {

  private static final String BUILTINS =
      """
      {'name': 'str', 'meta-type': 'builtin', 'json-type': 'string'},
      {'name': 'int', 'meta-type': 'builtin', 'json-type': 'int'},
      {'name': 'q_empty', 'meta-type': 'object', 'members': []},
      """;

  private static Schema schema(String version, boolean partial, String entries) throws Exception {
    String json = "[" + BUILTINS + entries + "]";
    return Schema.of(version, partial, new ObjectMapper().readTree(json.replace('\'', '"')));
  }

  /** A command {@code go} that takes nothing and returns a {@code T}. */
  private static String returning(String type, String entries) {
    return "{'name': 'go', 'meta-type': 'command', 'arg-type': 'q_empty', 'ret-type': '"
        + type
        + "'},"
        + entries;
  }

  private static String object(String name, String members) {
    return "{'name': '" + name + "', 'meta-type': 'object', 'members': [" + members + "]}";
  }

  private static Model merge(String newer, String older) throws Exception {
    return Merge.of(List.of(schema("2.0", false, newer), schema("1.0", false, older)));
  }

  private static Struct struct(Model model, String name) {
    return model.structs().stream().filter(s -> s.name().equals(name)).findFirst().orElseThrow();
  }

  private static Member member(Struct struct, String name) {
    return struct.members().stream().filter(m -> m.name().equals(name)).findFirst().orElseThrow();
  }

  @Test
  void aMemberIsMandatoryWhereAllVersionsSaySo() throws Exception {
    Model model =
        merge(
            returning(
                "T",
                object(
                    "T",
                    """
                    {'name': 'both', 'type': 'str'},
                    {'name': 'new', 'type': 'str'},
                    {'name': 'was-optional', 'type': 'int'}\
                    """)),
            returning(
                "T",
                object(
                    "T",
                    """
                    {'name': 'both', 'type': 'str'},
                    {'name': 'old', 'type': 'str', 'features': ['deprecated']},
                    {'name': 'was-optional', 'type': 'int', 'default': null}\
                    """)));
    Struct type = struct(model, "T");
    assertThat(type.members())
        .extracting(Member::name)
        .containsExactly("both", "new", "was-optional", "old");
    assertThat(type.members())
        .extracting(Member::mandatory)
        .containsExactly(true, false, false, false);
    assertThat(member(type, "both").marks().versions()).containsExactly("2.0", "1.0");
    assertThat(member(type, "new").marks().versions()).containsExactly("2.0");
    assertThat(member(type, "old").marks().versions()).containsExactly("1.0");
    assertThat(member(type, "old").marks().features()).containsExactly("deprecated");
    assertThat(member(type, "was-optional").type()).isEqualTo(new Builtin("int"));
  }

  @Test
  void ofARenamedTypeTheNewestNameStandsForAll() throws Exception {
    Model model =
        merge(
            returning(
                "[New]",
                "{'name': '[New]', 'meta-type': 'array', 'element-type': 'New'},"
                    + object("New", "{'name': 'a', 'type': 'str'}")),
            returning(
                "[Old]",
                "{'name': '[Old]', 'meta-type': 'array', 'element-type': 'Old'},"
                    + object(
                        "Old",
                        "{'name': 'a', 'type': 'str'}, {'name': 'b', 'type': 'Deep'},"
                            + "{'name': 'c', 'type': 'Old'}")
                    + ","
                    + object("Deep", "")));
    assertThat(model.commands().get(0).result()).isEqualTo(new ListOf(new Named("New")));
    assertThat(model.structs()).extracting(Struct::name).containsExactly("Deep", "New");
    Struct type = struct(model, "New");
    assertThat(member(type, "a").mandatory()).isTrue();
    assertThat(member(type, "b").mandatory()).isFalse();
    assertThat(member(type, "c").type()).isEqualTo(new Named("New"));
  }

  @Test
  void theNewestVersionsFeaturesCount() throws Exception {
    String command =
        "{'name': 'go', 'meta-type': 'command', 'arg-type': 'q_empty',"
            + " 'ret-type': 'q_empty', 'features': ['%s']}";
    Command go =
        merge(command.formatted("deprecated"), command.formatted("unstable")).commands().get(0);
    assertThat(go.marks().features()).containsExactly("deprecated");
    assertThat(go.result()).isEqualTo(new Empty());
    assertThat(go.boxed()).isEmpty();
  }

  @Test
  void commandsAndValuesOfOneVersionAreMarked() throws Exception {
    String words = "{'name': 'W', 'meta-type': 'enum', 'members': [%s]}";
    Model model =
        merge(
            returning("W", words.formatted("{'name': 'x'}, {'name': 'y'}")),
            returning("W", words.formatted("{'name': 'x'}, {'name': 'z'}"))
                + ", {'name': 'gone', 'meta-type': 'command', 'arg-type': 'q_empty',"
                + " 'ret-type': 'q_empty', 'allow-oob': true}");
    assertThat(model.commands()).extracting(Command::name).containsExactly("go", "gone");
    assertThat(model.commands().get(1).marks().versions()).containsExactly("1.0");
    assertThat(model.commands().get(1).outOfBand()).isTrue();
    assertThat(model.words().get(0).values())
        .extracting(value -> value.value() + value.marks().versions())
        .containsExactly("x[2.0, 1.0]", "y[2.0]", "z[1.0]");
  }

  @Test
  void casesOfAUnion() throws Exception {
    String union =
        """
        {'name': 'U', 'meta-type': 'object', 'tag': 'kind', 'members': [
          {'name': 'kind', 'type': 'Kind'}], 'variants': [
          {'case': 'a', 'type': 'A'}, {'case': 'none', 'type': 'q_empty'}%s]},
        {'name': 'Kind', 'meta-type': 'enum', 'members': [
          {'name': 'a', 'features': ['deprecated']}, {'name': 'none'}]},
        """;
    Model model =
        merge(
            returning("U", union.formatted(", {'case': 'u', 'type': 'U'}"))
                + object("A", "{'name': 'x', 'type': 'str'}, {'name': 'y', 'type': 'str'}"),
            returning("U", union.formatted("")) + object("A", "{'name': 'x', 'type': 'str'}"));
    assertThat(model.structs()).extracting(Struct::name).containsExactly("U");
    Struct type = struct(model, "U");
    List<Case> arms = type.union().orElseThrow().arms();
    assertThat(arms).extracting(Case::value).containsExactly("a", "u");
    assertThat(type.union().orElseThrow().plain()).extracting(Case::value).containsExactly("none");
    assertThat(arms.get(0).members()).extracting(Member::mandatory).containsExactly(true, false);
    assertThat(arms.get(0).marks().features()).containsExactly("deprecated");
    assertThat(arms.get(1).nested()).contains("U");
    assertThat(arms.get(1).marks().versions()).containsExactly("2.0");
  }

  @Test
  void aPartialSchemaSaysNothingByWhatItLacks() throws Exception {
    String full = returning("T", object("T", "{'name': 'a', 'type': 'str'}"));
    Model model =
        Merge.of(
            List.of(
                schema("3.0", false, full),
                schema("2.0", true, object("T", "{'name': 'b', 'type': 'int', 'default': null}")),
                schema("1.0", false, full)));
    assertThat(model.versions()).containsExactly("3.0", "1.0");
    assertThat(member(struct(model, "T"), "a").mandatory()).isTrue();
    assertThat(member(struct(model, "T"), "b").mandatory()).isFalse();
    assertThat(member(struct(model, "T"), "b").marks().versions()).containsExactly("2.0");
  }
}
