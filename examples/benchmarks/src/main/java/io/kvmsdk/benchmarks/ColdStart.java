package io.kvmsdk.benchmarks;

import io.kvmsdk.domain.definition.DomainDefinition;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import javax.xml.stream.XMLStreamException;

/**
 * From the start of a JVM to the first typed domain, against a program that only runs a Woodstox
 * cursor over the same text: each in a JVM of its own, in turn, the median of all rounds. Both as
 * JVMs start by default, and both with an archive of their own classes, as a service has that cares
 * for its start ({@code -XX:ArchiveClassesAtExit}, JDK 13 or later).
 */
public final class ColdStart {

  private static final int ROUNDS = 21;

  private ColdStart() {}

  /**
   * Prints both and their ratio; a number as first argument is how many rounds to run. Where the
   * property {@code kvmsdk.documents} names a folder, as for {@link DomainXmlBenchmark}, the
   * document there that is nearest to ten kilobytes is read as well.
   */
  public static void main(String[] args) throws IOException, InterruptedException {
    int rounds = args.length == 0 ? ROUNDS : Integer.parseInt(args[0]);
    compare("a cloud's machine", rounds, "-Dkvmsdk.document=");
    String folder = System.getProperty("kvmsdk.documents");
    if (folder != null) {
      Path nearest = nearest(Path.of(folder));
      compare(nearest.getFileName().toString(), rounds, "-Dkvmsdk.document=" + nearest);
    }
  }

  private static Path nearest(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .filter(f -> f.toString().endsWith(".xml"))
          .min(Comparator.comparing(f -> Math.abs(f.toFile().length() - 10 * 1024)))
          .orElseThrow();
    }
  }

  private static void compare(String machine, int rounds, String document)
      throws IOException, InterruptedException {
    compare(machine + ", by default", rounds, document, "-Xshare:auto", "-Xshare:auto");
    Path bare = Files.createTempFile("bare", ".jsa");
    Path typed = Files.createTempFile("typed", ".jsa");
    try {
      milliseconds(Bare.class, document, "-XX:ArchiveClassesAtExit=" + bare);
      milliseconds(Typed.class, document, "-XX:ArchiveClassesAtExit=" + typed);
      compare(
          machine + ", with archived classes",
          rounds,
          document,
          "-XX:SharedArchiveFile=" + bare,
          "-XX:SharedArchiveFile=" + typed);
    } finally {
      Files.delete(bare);
      Files.delete(typed);
    }
  }

  private static void compare(
      String how, int rounds, String document, String ofBare, String ofTyped)
      throws IOException, InterruptedException {
    double[] bare = new double[rounds];
    double[] typed = new double[rounds];
    for (int i = 0; i < rounds; i++) {
      bare[i] = milliseconds(Bare.class, document, ofBare);
      typed[i] = milliseconds(Typed.class, document, ofTyped);
    }
    Arrays.sort(bare);
    Arrays.sort(typed);
    double floor = bare[rounds / 2];
    double ours = typed[rounds / 2];
    System.out.printf(
        "%s: a bare cursor %.0f ms, the first typed domain %.0f ms, %.2f times%n",
        how, floor, ours, ours / floor);
  }

  private static double milliseconds(Class<?> program, String document, String option)
      throws IOException, InterruptedException {
    List<String> command =
        List.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-Xlog:cds=off",
            document,
            option,
            "-cp",
            System.getProperty("java.class.path"),
            program.getName());
    long start = System.nanoTime();
    int code = new ProcessBuilder(command).inheritIO().start().waitFor();
    if (code != 0) {
      throw new IOException(program + " ended with " + code);
    }
    return (System.nanoTime() - start) / 1e6;
  }

  /** Runs the cursor over the text. */
  static final class Bare {
    public static void main(String[] args) throws XMLStreamException {
      if (BareTree.look(TenKilobytes.document()) == 0) throw new AssertionError();
    }
  }

  /** Reads the text as a domain. */
  static final class Typed {
    public static void main(String[] args) {
      if (DomainDefinition.fromXml(TenKilobytes.document()).disks().isEmpty())
        throw new AssertionError();
    }
  }
}
