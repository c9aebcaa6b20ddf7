package io.kvmsdk.testkit.contract;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;

/**
 * The results of the contract suite on disk: {@code DIR/TARGET/CONTRACT.tsv}, a file for each
 * contract class, written anew each time that it runs.
 */
final class Outcomes {

  /** What became of a test, or whether a feature can be had. */
  enum Kind {
    PASSED,
    NOT_SUPPORTED,
    SKIPPED,
    FAILED,
    FEATURE_YES,
    FEATURE_NO
  }

  /**
   * One line.
   *
   * @param target the column
   * @param contract the subject, such as {@code Disk}
   * @param test the test's name, or the feature's
   * @param reason why; empty where nothing is to be said
   */
  record Line(String target, String contract, String test, Kind kind, String reason) {

    /** Names the test among all. */
    String key() {
      return target + ": " + contract + "." + test;
    }
  }

  private Outcomes() {}

  static void write(Path folder, String target, String contract, Collection<Line> lines) {
    Path file = folder.resolve(target.replaceAll("[^A-Za-z0-9.]+", "-")).resolve(contract + ".tsv");
    List<String> text = new ArrayList<>();
    for (Line l : lines) {
      text.add(
          String.join(
              "\t",
              plain(l.target),
              plain(l.contract),
              plain(l.test),
              l.kind.name(),
              plain(l.reason)));
    }
    try {
      Files.createDirectories(file.getParent());
      Files.write(file, text);
    } catch (IOException e) {
      throw new UncheckedIOException("the contract's results cannot be written to " + file, e);
    }
  }

  /** All lines below the folders, those that are not there left out. */
  static List<Line> read(List<Path> folders) throws IOException {
    List<Line> lines = new ArrayList<>();
    for (Path folder : folders) {
      if (!Files.isDirectory(folder)) {
        continue;
      }
      try (Stream<Path> files = Files.walk(folder)) {
        for (Path file : files.filter(f -> f.toString().endsWith(".tsv")).sorted().toList()) {
          for (String text : Files.readAllLines(file)) {
            lines.add(parse(file, text));
          }
        }
      }
    }
    return lines;
  }

  private static Line parse(Path file, String text) throws IOException {
    String[] cells = text.split("\t", -1);
    if (cells.length != 5) {
      throw new IOException(file + " is not a result of the contract suite: '" + text + "'");
    }
    return new Line(cells[0], cells[1], cells[2], Kind.valueOf(cells[3]), cells[4]);
  }

  private static String plain(String text) {
    return text.replaceAll("\\s+", " ").strip();
  }
}
