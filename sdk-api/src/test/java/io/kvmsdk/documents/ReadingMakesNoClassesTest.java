package io.kvmsdk.documents;

import static org.assertj.core.api.Assertions.assertThat;

import io.kvmsdk.domain.definition.DomainDefinition;
import java.io.FileInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/**
 * Reading makes no class at run time, as a lambda, a joined text and the {@code equals} of a record
 * do: the first ones cost a program about as much as all the rest of its first document.
 */
class ReadingMakesNoClassesTest {

  /** Makes OpenJDK say where a class is made: on JDK 17 to 25, and hardly for ever. */
  private static final String TRACE = "-Djava.lang.invoke.MethodHandle.TRACE_METHOD_LINKAGE=true";

  @Test
  void ofAnyDomain() throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of(TRACE, "-cp", System.getProperty("java.class.path")));
    command.add(Reader.class.getName());
    Kind.DOMAIN.own().forEach(document -> command.add(document.toString()));
    Process reader = new ProcessBuilder(command).redirectErrorStream(true).start();
    String said = new String(reader.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(reader.waitFor()).as(said).isZero();
    assertThat(said.lines().filter(line -> line.startsWith("linkCallSite io.kvmsdk.")))
        .as("classes made by this library, but for the one by which the trace shows that it works")
        .singleElement()
        .asString()
        .contains(Reader.class.getName());
  }

  /** A program that reads all documents, and then makes one class. */
  static final class Reader {
    public static void main(String[] documents) throws IOException {
      int disks = 0;
      for (String document : documents) {
        try (FileInputStream in = new FileInputStream(document)) {
          String xml = new String(in.readAllBytes(), StandardCharsets.UTF_8);
          disks += DomainDefinition.fromXml(xml).disks().size();
        }
      }
      int all = disks;
      Supplier<String> made = () -> Integer.toString(all);
      System.out.println(made.get());
    }
  }
}
