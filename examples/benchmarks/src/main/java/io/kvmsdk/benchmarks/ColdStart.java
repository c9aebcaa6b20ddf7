package io.kvmsdk.benchmarks;

import io.kvmsdk.domain.definition.DomainDefinition;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import javax.xml.stream.XMLStreamException;

/**
 * From the start of a JVM to the first typed domain, against a program that only runs a Woodstox
 * cursor over the same text: each in a JVM of its own, in turn, the median of all rounds.
 */
public final class ColdStart {

  private static final int ROUNDS = 21;

  private ColdStart() {}

  /** Prints both and their ratio; a number as first argument is how many rounds to run. */
  public static void main(String[] args) throws IOException, InterruptedException {
    int rounds = args.length == 0 ? ROUNDS : Integer.parseInt(args[0]);
    double[] bare = new double[rounds];
    double[] typed = new double[rounds];
    for (int i = 0; i < rounds; i++) {
      bare[i] = milliseconds(Bare.class);
      typed[i] = milliseconds(Typed.class);
    }
    Arrays.sort(bare);
    Arrays.sort(typed);
    double floor = bare[rounds / 2];
    double ours = typed[rounds / 2];
    System.out.printf(
        "a bare cursor %.0f ms, the first typed domain %.0f ms, %.2f times%n",
        floor, ours, ours / floor);
  }

  private static double milliseconds(Class<?> program) throws IOException, InterruptedException {
    Path java = Path.of(System.getProperty("java.home"), "bin", "java");
    String classPath = System.getProperty("java.class.path");
    long start = System.nanoTime();
    int code =
        new ProcessBuilder(List.of(java.toString(), "-cp", classPath, program.getName()))
            .inheritIO()
            .start()
            .waitFor();
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
