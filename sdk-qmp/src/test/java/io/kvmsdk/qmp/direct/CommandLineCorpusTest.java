package io.kvmsdk.qmp.direct;

import static org.assertj.core.api.Assertions.assertThat;

import io.kvmsdk.domain.definition.DomainDefinition;
import io.kvmsdk.domain.definition.VirtType;
import io.kvmsdk.error.InvalidDefinitionException;
import io.kvmsdk.error.UnsupportedFeatureException;
import io.kvmsdk.host.Version;
import io.kvmsdk.xml.XmlElement;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
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
  private static final double LEAST_SHARE = 0.36;

  /** What is for others than QEMU, or says what QEMU has anyway. */
  private static final Set<String> WITHOUT_EFFECT =
      Set.of(
          // For people, for applications, for libvirt, for whoever starts QEMU.
          "domain/@id",
          "domain/title",
          "domain/description",
          "domain/metadata",
          "domain/seclabel",
          "domain/seclabel/@model",
          "domain/devices/emulator",
          "domain/devices/disk/source/@index",
          "domain/devices/disk/backingStore/@index",
          // The first console says what the serial port says.
          "domain/devices/console/log",
          "domain/devices/console/log/@append",
          "domain/devices/console/log/@file",
          "domain/devices/console/source/@append",
          "domain/devices/console/target/@port",
          // Names of what QEMU has by itself, or has not, or that it would be given anyway.
          "domain/devices/input/alias",
          "domain/devices/input/alias/@name",
          "domain/devices/memballoon/alias",
          "domain/devices/memballoon/alias/@name",
          "domain/devices/channel/alias",
          "domain/devices/controller/alias",
          // Every x86 machine has it.
          "domain/features/pae",
          // In these documents it is what is taken without it.
          "domain/devices/channel/protocol",
          "domain/devices/controller/target",
          "domain/devices/disk/backingStore/backingStore",
          "domain/devices/disk/backingStore/format",
          "domain/devices/graphics/@listen",
          "domain/devices/panic/address",
          "domain/devices/serial/target",
          "domain/devices/serial/target/model",
          "domain/devices/video/address",
          "domain/devices/video/model/@primary",
          "domain/memoryBacking/source");

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

  /** What a document says has a part in what QEMU is told, or is listed as having none. */
  @Test
  void nothingIsPassedOverInSilence() throws IOException {
    Set<String> seen = new TreeSet<>();
    Set<String> effective = new HashSet<>();
    for (Path document : documents()) {
      DomainDefinition definition = read(document);
      if (definition != null) {
        new Effects(definition, seen, effective).explore();
      }
    }
    seen.removeAll(effective);
    assertThat(seen)
        .as("what can be left out of all documents, or changed, and no command line is another")
        .isSubsetOf(WITHOUT_EFFECT);
  }

  /** Leaves out or changes one thing after the other, and looks whether that is noticed. */
  private record Effects(DomainDefinition whole, Set<String> seen, Set<String> effective) {

    void explore() {
      Optional<String> told = told(whole);
      // Where something is made up anew each time, nothing can be compared.
      if (told.isPresent() && told.equals(told(whole))) {
        XmlElement root = XmlElement.parse(whole.toXml());
        explore(root, root.name(), told.get(), changed -> changed);
      }
    }

    private void explore(
        XmlElement element, String path, String told, UnaryOperator<XmlElement> around) {
      for (String attribute : element.attributeNames()) {
        String at = path + "/@" + attribute;
        String value = element.attribute(attribute).orElse("");
        tryOther(at, told, () -> around.apply(copy(element, attribute, -1, null)));
        tryOther(at, told, () -> around.apply(element.withAttribute(attribute, other(value))));
      }
      List<XmlElement> children = element.children();
      for (int i = 0; i < children.size(); i++) {
        int index = i;
        XmlElement child = children.get(i);
        String at = path + "/" + child.name();
        tryOther(at, told, () -> around.apply(copy(element, "", index, null)));
        if (child.children().isEmpty() && !child.text().isBlank()) {
          XmlElement changed = copy(child, "", -1, null, other(child.text()));
          tryOther(at, told, () -> around.apply(copy(element, "", index, changed)));
        }
        if (!at.equals("domain/metadata")) {
          explore(child, at, told, changed -> around.apply(copy(element, "", index, changed)));
        }
      }
    }

    /** Another value of the same kind. */
    private static String other(String value) {
      return switch (value) {
        case "on" -> "off";
        case "off" -> "on";
        case "yes" -> "no";
        case "no" -> "yes";
        default -> {
          if (value.matches("0x[0-9a-f]{1,8}")) {
            yield "0x" + Long.toHexString(Long.parseLong(value.substring(2), 16) + 1);
          }
          yield value.matches("\\d{1,9}") ? Long.toString(Long.parseLong(value) + 1) : value + "x";
        }
      };
    }

    private void tryOther(String path, String told, Supplier<XmlElement> without) {
      seen.add(path);
      if (!effective.contains(path) && !told(without.get()).equals(Optional.of(told))) {
        effective.add(path);
      }
    }

    private static Optional<String> told(XmlElement root) {
      try {
        return told(DomainDefinition.fromXml(root.toXml()));
      } catch (InvalidDefinitionException e) {
        return Optional.empty();
      }
    }

    private static Optional<String> told(DomainDefinition definition) {
      try {
        DomainDefinition live = LiveDefinition.of(definition);
        CommandLine line = CommandLines.of(definition).line();
        StringBuilder told = new StringBuilder(String.join("\n", line.arguments()));
        line.commands().forEach(it -> told.append(it.name()).append(it.arguments()));
        // What is the socket's place and what the running machine says is an effect, too.
        CharDevices.agentSocket(live).ifPresent(told::append);
        return Optional.of(told.toString());
      } catch (InvalidDefinitionException | UnsupportedFeatureException e) {
        return Optional.empty();
      }
    }

    /** The element without an attribute, and with another child, or none, at an index. */
    private static XmlElement copy(
        XmlElement element, String withoutAttribute, int index, @Nullable XmlElement child) {
      return copy(element, withoutAttribute, index, child, element.text());
    }

    private static XmlElement copy(
        XmlElement element,
        String withoutAttribute,
        int index,
        @Nullable XmlElement child,
        String text) {
      XmlElement copy = XmlElement.of(element.name());
      for (String name : element.attributeNames()) {
        copy =
            name.equals(withoutAttribute)
                ? copy
                : copy.withAttribute(name, element.attribute(name).orElse(""));
      }
      copy = text.isBlank() ? copy : copy.withText(text);
      List<XmlElement> children = element.children();
      for (int i = 0; i < children.size(); i++) {
        if (i != index) {
          copy = copy.withChild(children.get(i));
        } else if (child != null) {
          copy = copy.withChild(child);
        }
      }
      return copy;
    }
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
