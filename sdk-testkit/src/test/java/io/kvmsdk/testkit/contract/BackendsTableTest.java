package io.kvmsdk.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.kvmsdk.testkit.contract.Outcomes.Kind;
import io.kvmsdk.testkit.contract.Outcomes.Line;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BackendsTableTest {

  private static final Line SKIP =
      new Line("real (7.2)", "Cpu", "melts", Kind.SKIPPED, "no fire - here");

  @TempDir private Path folder;
  private final ByteArrayOutputStream told = new ByteArrayOutputStream();

  private int run(String... args) throws IOException {
    PrintStream to = new PrintStream(told, true, StandardCharsets.UTF_8);
    return BackendsTable.run(List.of(args), to, to);
  }

  private int write() throws IOException {
    return run(page().toString(), folder.resolve("results").toString(), "no/such/folder");
  }

  private int check() throws IOException {
    return run("--check", page().toString(), folder.resolve("results").toString());
  }

  private Path page() {
    return folder.resolve("docs").resolve("backends.md");
  }

  private void results(Line... extra) {
    List<Line> fake = new ArrayList<>();
    fake.add(new Line("fake", "Cpu", "adds", Kind.PASSED, ""));
    fake.add(new Line("fake", "Cpu", "melts", Kind.PASSED, ""));
    fake.add(new Line("fake", "Cpu", "domain.cpu.hot-add", Kind.FEATURE_YES, ""));
    List<Line> real = new ArrayList<>();
    real.add(new Line("real (7.2)", "Cpu", "adds", Kind.NOT_SUPPORTED, "too\told"));
    real.add(new Line("real (7.2)", "Cpu", "domain.cpu.hot-add", Kind.FEATURE_NO, "too old; wait"));
    for (Line line : extra) {
      (line.target().equals("fake") ? fake : real).add(line);
    }
    Path results = folder.resolve("results");
    Outcomes.write(results, "fake", "Cpu", fake);
    Outcomes.write(results, "real (7.2)", "Cpu", real);
  }

  @Test
  void writesWhatWorksWhere() throws IOException {
    results(SKIP);
    assertThat(write()).isZero();
    assertThat(page())
        .content()
        .contains("| feature | fake | real (7.2) |")
        .contains("| domain.cpu.hot-add | yes | no (1) |")
        .contains("1. too old; wait")
        .contains("| Cpu | 2 passed | 1 not supported, 1 skipped |")
        .contains("- real (7.2): Cpu.melts - no fire - here");
    assertThat(told.toString(StandardCharsets.UTF_8))
        .contains("4 results of 2 backends, 1 skipped");
    assertThat(check()).isZero();
  }

  @Test
  void aSkipThatIsNewIsAnError() throws IOException {
    results(new Line("real (7.2)", "Cpu", "melts", Kind.PASSED, ""));
    assertThat(write()).isZero();
    results(SKIP);
    assertThat(check()).isOne();
    assertThat(told.toString(StandardCharsets.UTF_8))
        .contains("real (7.2): Cpu.melts is skipped and was not before");
  }

  @Test
  void aBackendOrATestThatIsMissingIsAnError() throws IOException {
    results(SKIP);
    write();
    Files.delete(folder.resolve("results/real-7.2-/Cpu.tsv"));
    assertThat(check()).isOne();
    assertThat(told.toString(StandardCharsets.UTF_8)).contains("no results of real (7.2)");
    results();
    assertThat(check()).isOne();
    assertThat(told.toString(StandardCharsets.UTF_8)).contains("real (7.2): Cpu.melts was not run");
  }

  @Test
  void aPageThatIsMissingIsAnError() throws IOException {
    results();
    assertThat(check()).isOne();
    assertThat(told.toString(StandardCharsets.UTF_8))
        .contains("there is no " + page())
        .contains("write the page anew");
  }

  @Test
  void aFailureIsAnErrorAndStandsOnThePage() throws IOException {
    results(new Line("real (7.2)", "Cpu", "melts", Kind.FAILED, "too hot"));
    assertThat(write()).isOne();
    assertThat(told.toString(StandardCharsets.UTF_8))
        .contains("real (7.2): Cpu.melts failed: too hot");
    assertThat(page()).content().contains("1 FAILED");
  }

  @Test
  void noResultsAreAnError() throws IOException {
    assertThat(write()).isOne();
    assertThat(told.toString(StandardCharsets.UTF_8)).contains("run the tests first");
    assertThat(run("page")).isEqualTo(2);
  }

  @Test
  void aResultThatIsNoneIsNamed() throws IOException {
    results();
    Path broken = Files.writeString(folder.resolve("results/fake/Odd.tsv"), "half\ta line\n");
    org.assertj.core.api.Assertions.assertThatThrownBy(this::write)
        .isInstanceOf(IOException.class)
        .hasMessageContaining(broken.toString());
  }
}
