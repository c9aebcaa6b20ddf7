package io.kvmsdk.benchmarks;

import io.kvmsdk.domain.definition.DomainDefinition;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
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

  /** Prints both and their ratio; a number as first argument is how many rounds to run. */
  public static void main(String[] args) throws IOException, InterruptedException {
    int rounds = args.length == 0 ? ROUNDS : Integer.parseInt(args[0]);
    compare("by default", rounds, "-Xshare:auto", "-Xshare:auto");
    Path bare = Files.createTempFile("bare", ".jsa");
    Path typed = Files.createTempFile("typed", ".jsa");
    try {
      milliseconds(Bare.class, "-XX:ArchiveClassesAtExit=" + bare, "-Xlog:cds=off");
      milliseconds(Typed.class, "-XX:ArchiveClassesAtExit=" + typed, "-Xlog:cds=off");
      compare(
          "with archived classes",
          rounds,
          "-XX:SharedArchiveFile=" + bare,
          "-XX:SharedArchiveFile=" + typed);
    } finally {
      Files.delete(bare);
      Files.delete(typed);
    }
  }

  private static void compare(String how, int rounds, String ofBare, String ofTyped)
      throws IOException, InterruptedException {
    double[] bare = new double[rounds];
    double[] typed = new double[rounds];
    for (int i = 0; i < rounds; i++) {
      bare[i] = milliseconds(Bare.class, ofBare);
      typed[i] = milliseconds(Typed.class, ofTyped);
    }
    Arrays.sort(bare);
    Arrays.sort(typed);
    double floor = bare[rounds / 2];
    double ours = typed[rounds / 2];
    System.out.printf(
        "%s: a bare cursor %.0f ms, the first typed domain %.0f ms, %.2f times%n",
        how, floor, ours, ours / floor);
  }

  private static double milliseconds(Class<?> program, String... options)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of(options));
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), program.getName()));
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
