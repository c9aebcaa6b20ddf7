package io.kvmsdk.qmp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The generated types say what the schemas say: nothing is missing, nothing is there for nothing.
 */
class SchemaAgreementTest {

  private static final Path OURS = Path.of("src/generator/resources");
  private static final Path FACTS = Path.of("../../shared/qapi");

  /** The schemas of each root package, by their versions. */
  private static final Map<String, List<String>> FILES =
      Map.of(
          "io.kvmsdk.qmp", List.of("qemu-10.2", "qemu-7.2"),
          "io.kvmsdk.qmp.agent", List.of("guest-agent-10.2"));

  static Agreement compare(Path folder, String root, String file) throws Exception {
    JsonNode schema = new ObjectMapper().readTree(folder.resolve(file + ".json").toFile());
    Agreement agreement = new Agreement(schema, root, file.substring(file.lastIndexOf('-') + 1));
    agreement.compare();
    return agreement;
  }

  @ParameterizedTest
  @ValueSource(strings = {"io.kvmsdk.qmp", "io.kvmsdk.qmp.agent"})
  void allIsThereAndNothingElse(String root) throws Exception {
    Set<Class<?>> reached = new HashSet<>();
    Set<Method> optional = new HashSet<>();
    for (String file : FILES.getOrDefault(root, List.of())) {
      Agreement agreement = compare(OURS, root, file);
      assertThat(agreement.problems).as(file).isEmpty();
      assertThat(agreement.lackingMembers).as(file).isEmpty();
      assertThat(agreement.lackingValues).as(file).isEmpty();
      System.out.printf(
          "%s: %d commands, %d events, %d members, %d values agree%n",
          file, agreement.commands, agreement.events, agreement.members, agreement.values);
      reached.addAll(agreement.types);
      optional.addAll(agreement.optional);
      optional.removeAll(agreement.seenAbsent);
    }
    for (String file : FILES.getOrDefault(root, List.of())) {
      optional.removeAll(compare(OURS, root, file).seenAbsent);
    }
    optional.removeIf(SchemaAgreementTest::overrides);
    reached.remove(QmpObject.class);
    assertThat(optional).as("optional, but always there").isEmpty();
    assertThat(generated(root)).isEqualTo(names(reached));
  }

  /** What is optional because an older version has it elsewhere. */
  private static boolean overrides(Method reader) {
    return Arrays.stream(reader.getDeclaringClass().getSuperclass().getMethods())
        .anyMatch(m -> m.getName().equals(reader.getName()) && m.getParameterCount() == 0);
  }

  private static Set<String> names(Set<Class<?>> types) {
    Set<String> names = new TreeSet<>();
    types.forEach(type -> names.add(type.getName()));
    return names;
  }

  private static Set<String> generated(String root) throws Exception {
    Set<String> names = new TreeSet<>(Generated.classes(root + ".command"));
    names.addAll(Generated.classes(root + ".event"));
    names.addAll(Generated.classes(root + ".type"));
    return names;
  }

  @Test
  void stringsThatAreWordsNow() throws Exception {
    assertThat(compare(OURS, "io.kvmsdk.qmp", "qemu-7.2").wordsForStrings)
        .containsExactly("BlockJobInfo.type");
    assertThat(compare(OURS, "io.kvmsdk.qmp", "qemu-10.2").wordsForStrings).isEmpty();
  }

  @Test
  void theSchemasAreTheFacts() throws Exception {
    assumeTrue(Files.isDirectory(FACTS), "no folder " + FACTS + " beside the checkout");
    ObjectMapper mapper = new ObjectMapper();
    for (List<String> files : FILES.values()) {
      for (String file : files) {
        assertThat(mapper.readTree(OURS.resolve(file + ".json").toFile()))
            .as(file)
            .isEqualTo(mapper.readTree(FACTS.resolve(file + ".json").toFile()));
      }
    }
  }
}
