package io.kvmsdk.qmp.direct;

import static org.assertj.core.api.Assertions.assertThat;

import io.kvmsdk.domain.DomainDefinition;
import io.kvmsdk.domain.VirtType;
import io.kvmsdk.error.InvalidDefinitionException;
import io.kvmsdk.error.UnsupportedFeatureException;
import io.kvmsdk.host.Version;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;

/**
 * libvirt's own test documents, where they are at hand: each becomes a command line, or is refused.
 */
class CommandLineCorpusTest {

  /** Of the documents for x86 machines; raise it as more is done. */
  private static final double LEAST_SHARE = 0.37;

  @Test
  void eachDocumentIsDoneOrRefusedByItsPath(TestReporter reporter) throws IOException {
    List<String> wrong = new ArrayList<>();
    Map<String, Integer> refused = new TreeMap<>();
    List<String> lines = new ArrayList<>();
    int all = 0;
    int x86 = 0;
    int done = 0;
    for (Path document : documents()) {
      DomainDefinition definition = read(document);
      if (definition == null) {
        continue;
      }
      all++;
      String arch = definition.os().arch().orElse("x86_64");
      boolean isX86 = arch.equals("x86_64") || arch.equals("i686");
      x86 += isX86 ? 1 : 0;
      try {
        DomainDefinition live = LiveDefinition.of(definition);
        CommandLine line =
            CommandLine.of(
                live,
                CommandLines.qemu(new Version(7, 2, 22), definition),
                CommandLines.folder(live),
                StandardCharsets.UTF_8);
        done++;
        DomainDefinition again = LiveDefinition.of(live);
        if (!again.equals(live)) {
          wrong.add(document.getFileName() + ": completing it again changes it");
        }
        if (line.arguments().isEmpty() || line.toString().contains("<")) {
          wrong.add(document.getFileName() + ": " + line);
        }
      } catch (UnsupportedFeatureException e) {
        count(refused, e.object(), e.reason());
      } catch (InvalidDefinitionException e) {
        count(refused, e.path(), "'" + e.value() + "'; expected " + e.expected());
      } catch (RuntimeException e) {
        wrong.add(document.getFileName() + ": " + e);
      }
    }
    String share = done + " of " + x86 + " documents for x86 and of " + all + " in all";
    lines.add(share);
    Path report = Files.createDirectories(Path.of("target")).resolve("corpus-refusals.txt");
    refused.forEach((why, count) -> lines.add(count + " " + why));
    Files.write(report, lines);
    reporter.publishEntry("corpus", share);
    assertThat(wrong).isEmpty();
    assertThat(refused.keySet()).allMatch(path -> path.startsWith("domain"));
    assertThat((double) done / x86).isGreaterThan(LEAST_SHARE);
  }

  private static void count(Map<String, Integer> refused, String path, String why) {
    refused.merge(path.replaceAll("\\[\\d+]", "") + " " + why, 1, Integer::sum);
  }

  /** The definition, if it is one for QEMU that the model reads. */
  private static @Nullable DomainDefinition read(Path document) throws IOException {
    try {
      DomainDefinition definition = DomainDefinition.fromXml(Files.readString(document));
      boolean qemu =
          definition.type().equals(VirtType.QEMU) || definition.type().equals(VirtType.KVM);
      return qemu ? definition : null;
    } catch (InvalidDefinitionException e) {
      return null;
    }
  }

  private static List<Path> documents() throws IOException {
    Path root = root();
    Assumptions.assumeTrue(
        root != null,
        "libvirt's test documents are not here: set -Dkvmsdk.corpus, or put them in ../shared/corpus");
    List<Path> found = new ArrayList<>();
    try (Stream<Path> versions = Files.list(root)) {
      for (Path version : versions.filter(Files::isDirectory).toList()) {
        try (Stream<Path> files = Files.list(version.resolve("domain"))) {
          files.sorted().forEach(found::add);
        }
      }
    }
    return found;
  }

  private static @Nullable Path root() {
    String named = System.getProperty("kvmsdk.corpus");
    if (named != null) {
      return Path.of(named);
    }
    for (Path at = Path.of("").toAbsolutePath(); at != null; at = at.getParent()) {
      Path candidate = at.resolve("shared").resolve("corpus");
      if (Files.isDirectory(candidate)) {
        return candidate;
      }
    }
    return null;
  }
}
