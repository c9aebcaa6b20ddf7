package io.kvmsdk.testkit.contract;

import io.kvmsdk.testkit.contract.Outcomes.Kind;
import io.kvmsdk.testkit.contract.Outcomes.Line;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The page "what works on which backend": written from results, and read again to compare. */
final class BackendsPage {

  private static final String SKIPPED = "## Skipped";
  private static final String NO_RESULT = "-";

  private final List<Line> lines;
  private final Set<String> targets;
  private final List<String> reasons = new ArrayList<>();
  private final StringBuilder page = new StringBuilder();

  private BackendsPage(List<Line> lines) {
    this.lines = lines;
    this.targets = targets(lines);
  }

  static String of(List<Line> lines) {
    return new BackendsPage(lines).write();
  }

  static Set<String> targets(List<Line> lines) {
    return lines.stream().map(Line::target).collect(Collectors.toCollection(TreeSet::new));
  }

  static boolean isFeature(Line line) {
    return line.kind() == Kind.FEATURE_YES || line.kind() == Kind.FEATURE_NO;
  }

  /** The backends that a page tells of. */
  static Set<String> targetsOf(String page) {
    return page.lines()
        .filter(l -> l.startsWith("| feature |"))
        .flatMap(l -> Arrays.stream(l.split("\\|")).skip(2))
        .map(String::strip)
        .filter(c -> !c.isEmpty())
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** The skipped tests that a page tells of, named as {@link Line#key()} does. */
  static Set<String> skipsOf(String page) {
    return page.lines()
        .dropWhile(l -> !l.equals(SKIPPED))
        .filter(l -> l.startsWith("- "))
        .map(l -> l.substring(2, l.contains(" - ") ? l.indexOf(" - ") : l.length()))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private String write() {
    page.append("# What works on which backend\n\n");
    page.append(
        "Written by `BackendsTable` from the results of the contract suite; not edited.\n\n");
    page.append("## Features\n\n");
    table("feature", names(BackendsPage::isFeature, Line::test), this::feature);
    for (int i = 0; i < reasons.size(); i++) {
      page.append(i == 0 ? "\n" : "")
          .append(i + 1)
          .append(". ")
          .append(reasons.get(i))
          .append('\n');
    }
    page.append("\n## Tests\n\n");
    page.append(
        "A test of a feature that cannot be had proves that the call says so and changes nothing.\n\n");
    table("contract", names(l -> !isFeature(l), Line::contract), this::tests);
    page.append('\n').append(SKIPPED).append("\n\n");
    List<Line> skipped = lines.stream().filter(l -> l.kind() == Kind.SKIPPED).toList();
    skipped.stream()
        .map(l -> "- " + l.key() + " - " + l.reason())
        .sorted()
        .forEach(l -> page.append(l).append('\n'));
    if (skipped.isEmpty()) {
      page.append("Nothing.\n");
    }
    return page.toString();
  }

  private Set<String> names(
      java.util.function.Predicate<Line> wanted, Function<Line, String> name) {
    return lines.stream().filter(wanted).map(name).collect(Collectors.toCollection(TreeSet::new));
  }

  private void table(
      String corner, Set<String> rows, java.util.function.BiFunction<String, String, String> cell) {
    page.append("| ").append(corner);
    targets.forEach(t -> page.append(" | ").append(t));
    page.append(" |\n|---").append("|---".repeat(targets.size())).append("|\n");
    for (String row : rows) {
      page.append("| ").append(row);
      targets.forEach(t -> page.append(" | ").append(cell.apply(row, t)));
      page.append(" |\n");
    }
  }

  private String feature(String feature, String target) {
    return lines.stream()
        .filter(l -> isFeature(l) && l.test().equals(feature) && l.target().equals(target))
        .map(l -> l.kind() == Kind.FEATURE_YES ? "yes" : "no (" + footnote(l.reason()) + ")")
        .findFirst()
        .orElse(NO_RESULT);
  }

  private int footnote(String reason) {
    if (!reasons.contains(reason)) {
      reasons.add(reason);
    }
    return reasons.indexOf(reason) + 1;
  }

  private String tests(String contract, String target) {
    List<Line> own =
        lines.stream()
            .filter(
                l -> !isFeature(l) && l.contract().equals(contract) && l.target().equals(target))
            .toList();
    String counts =
        Arrays.stream(Kind.values())
            .filter(k -> own.stream().anyMatch(l -> l.kind() == k))
            .map(k -> own.stream().filter(l -> l.kind() == k).count() + " " + word(k))
            .collect(Collectors.joining(", "));
    return counts.isEmpty() ? NO_RESULT : counts;
  }

  private static String word(Kind kind) {
    return switch (kind) {
      case PASSED -> "passed";
      case NOT_SUPPORTED -> "not supported";
      case SKIPPED -> "skipped";
      case FAILED -> "FAILED";
      case FEATURE_YES, FEATURE_NO -> throw new IllegalStateException(kind + " is no test's");
    };
  }
}
