package io.kvmsdk.testkit.contract;

import io.kvmsdk.testkit.contract.Outcomes.Kind;
import io.kvmsdk.testkit.contract.Outcomes.Line;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Writes the page "what works on which backend" from the results of the contract suite.
 *
 * <pre>{@code
 * java -cp sdk-testkit/target/classes io.kvmsdk.testkit.contract.BackendsTable [--check] docs/backends.md DIR...
 * }</pre>
 *
 * Each DIR is a {@code target/contract} of some module; one that is not there is left out. With
 * {@code --check} the page is not written but compared: it is an error if a test is skipped that
 * was not, or if a backend or a test of the page has no result. A failed test is an error in either
 * case. Ends with 0 if all is well, 1 after naming each error, 2 where the arguments are wrong.
 */
public final class BackendsTable {

  private final List<Line> lines;

  BackendsTable(List<Line> lines) {
    this.lines = lines;
  }

  /** See the class. */
  public static void main(String[] args) throws IOException {
    System.exit(run(Arrays.asList(args), System.out, System.err));
  }

  static int run(List<String> args, PrintStream out, PrintStream err) throws IOException {
    boolean check = args.contains("--check");
    List<Path> paths = args.stream().filter(a -> !a.equals("--check")).map(Path::of).toList();
    if (paths.size() < 2) {
      err.println("usage: BackendsTable [--check] PAGE DIR...");
      return 2;
    }
    Path page = paths.get(0);
    BackendsTable table = new BackendsTable(Outcomes.read(paths.subList(1, paths.size())));
    List<String> errors = new ArrayList<>(table.failures());
    if (check) {
      List<String> missing =
          Files.exists(page)
              ? table.missingIn(Files.readString(page))
              : List.of("there is no " + page);
      if (!missing.isEmpty()) {
        err.println("backends: if this is meant, write the page anew: the same without --check");
      }
      errors.addAll(missing);
    } else {
      Path folder = page.toAbsolutePath().getParent();
      if (folder != null) {
        Files.createDirectories(folder);
      }
      Files.writeString(page, BackendsPage.of(table.lines));
    }
    errors.forEach(e -> err.println("backends: " + e));
    if (errors.isEmpty()) {
      out.println(
          "backends: "
              + table.lines.stream().filter(l -> !BackendsPage.isFeature(l)).count()
              + " results of "
              + BackendsPage.targets(table.lines).size()
              + " backends, "
              + table.skips().size()
              + " skipped");
    }
    return errors.isEmpty() ? 0 : 1;
  }

  private Set<String> skips() {
    return lines.stream()
        .filter(l -> l.kind() == Kind.SKIPPED)
        .map(Line::key)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private List<String> failures() {
    if (lines.isEmpty()) {
      return List.of("there are no results of the contract suite: run the tests first");
    }
    return lines.stream()
        .filter(l -> l.kind() == Kind.FAILED)
        .map(l -> l.key() + " failed: " + l.reason())
        .toList();
  }

  /** What the committed page promises and these results do not hold. */
  private List<String> missingIn(String page) {
    List<String> errors = new ArrayList<>();
    Set<String> known = BackendsPage.skipsOf(page);
    skips().stream()
        .filter(s -> !known.contains(s))
        .forEach(s -> errors.add(s + " is skipped and was not before"));
    Set<String> targets = BackendsPage.targets(lines);
    BackendsPage.targetsOf(page).stream()
        .filter(t -> !targets.contains(t))
        .forEach(t -> errors.add("no results of " + t));
    Set<String> ran = lines.stream().map(Line::key).collect(Collectors.toSet());
    for (String target : targets) {
      lines.stream()
          .filter(l -> !BackendsPage.isFeature(l))
          .map(l -> target + ": " + l.contract() + "." + l.test())
          .distinct()
          .filter(key -> !ran.contains(key))
          .forEach(key -> errors.add(key + " was not run"));
    }
    return errors;
  }
}
