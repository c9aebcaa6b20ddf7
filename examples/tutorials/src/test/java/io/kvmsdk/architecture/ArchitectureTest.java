package io.kvmsdk.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.EvaluationResult;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Holds all modules to the rules, and shows on classes made for it that each can be broken. */
class ArchitectureTest {

  private static final String FIXTURE = "io.kvmsdk.architecture.fixture";
  private static final Modules MODULES = Modules.onTheClassPath();

  private static final JavaClasses OURS =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("io.kvmsdk");

  private static final JavaClasses BROKEN = new ClassFileImporter().importPackages(FIXTURE);

  static Stream<Arguments> rules() {
    String[] backends = {
      "io.kvmsdk.qmp", "io.kvmsdk.libvirt", "io.kvmsdk.testkit", "io.kvmsdk.spi"
    };
    return Stream.of(
        Arguments.of("no cycles", Rules.noCycles()),
        Arguments.of(
            "subjects stand alone", Rules.subjectsStandAlone("io.kvmsdk.domain", backends)),
        Arguments.of("no UnsupportedOperationException", Rules.noUnsupportedOperation()),
        Arguments.of("no monitors", Rules.noMonitors()),
        Arguments.of("nothing hidden is shown", Rules.nothingHiddenInSignatures(MODULES::hides)),
        Arguments.of(
            "the API does no input or output", Rules.noInputOutput(ArchitectureTest::isApi)),
        Arguments.of("all is @NullMarked", Rules.nullMarked()));
  }

  private static boolean isApi(String name) {
    return MODULES.exports("io.kvmsdk").contains(name) || name.startsWith("io.kvmsdk.internal");
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("rules")
  void holds(String name, ArchRule rule) {
    rule.check(OURS);
  }

  @Test
  void allModulesAreLookedAt() {
    assertThat(MODULES.names()).contains("io.kvmsdk", "io.kvmsdk.testkit", "io.kvmsdk.qmp");
    for (String name :
        List.of(
            "io.kvmsdk.Hypervisor",
            "io.kvmsdk.testkit.FakeHypervisor",
            "io.kvmsdk.qmp.QmpClient",
            "io.kvmsdk.tutorials.QuickStart")) {
      assertThat(OURS.contain(name)).as(name).isTrue();
    }
    assertThat(OURS.contain("io.kvmsdk.architecture.Rules")).isFalse();
  }

  @Test
  void cyclesAreFound() {
    assertBroken(Rules.noCycles(), "ring.a", "ring.b");
  }

  @Test
  void subjectsThatSeeTooMuchAreFound() {
    ArchRule rule = Rules.subjectsStandAlone(FIXTURE + ".domain", FIXTURE + ".backend");
    assertBroken(rule, "disk.Spindle", "domain.Whole", "backend.Driver");
  }

  @Test
  void unsupportedOperationsAreFound() {
    assertBroken(Rules.noUnsupportedOperation(), "Loud.secrets()");
  }

  @Test
  void monitorsAreFound() {
    assertBroken(Rules.noMonitors(), "Loud.first() is synchronized", "Loud.second has a");
  }

  @Test
  void whatIsHiddenIsFound() {
    ArchRule rule = Rules.nothingHiddenInSignatures(name -> name.endsWith(".internal"));
    assertBroken(rule, "io.Loud shows", "Loud.secrets() shows");
  }

  @Test
  void inputAndOutputAreFound() {
    assertBroken(Rules.noInputOutput(name -> name.endsWith("fixture.io")), "Loud.read()");
  }

  @Test
  void packagesThatAreNotMarkedAreFound() {
    assertBroken(Rules.nullMarked(), "package " + FIXTURE + ".io of");
  }

  private static void assertBroken(ArchRule rule, String... where) {
    EvaluationResult result = rule.evaluate(BROKEN);
    String report = String.join("\n", result.getFailureReport().getDetails());
    assertThat(report).contains(where).doesNotContain("Quiet");
  }
}
