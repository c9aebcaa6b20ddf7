package io.kvmsdk.benchmarks;

import io.kvmsdk.domain.definition.DomainDefinition;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import javax.xml.stream.XMLStreamException;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.Blackhole;

/**
 * Reading and writing the documents of domains, all of a folder in each operation: that which the
 * system property {@code kvmsdk.documents} names, such as libvirt's own test documents, or else the
 * one in this package. Its rivals over the same texts are the bare Woodstox cursor, the floor under
 * all that reads XML here, and a tree of elements that knows nothing. Add {@code -prof gc} for the
 * bytes that each allocates.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(2)
@Warmup(iterations = 4, time = 2)
@Measurement(iterations = 5, time = 2)
public class DomainXmlBenchmark {

  private List<String> documents = List.of();
  private List<DomainDefinition> definitions = List.of();

  /** Reads the folder. */
  @Setup
  public void load() throws IOException {
    documents = new ArrayList<>();
    String folder = System.getProperty("kvmsdk.documents");
    if (folder == null) {
      documents.add(TenKilobytes.document());
    } else {
      try (Stream<Path> files = Files.list(Path.of(folder))) {
        files
            .filter(f -> f.toString().endsWith(".xml"))
            .sorted()
            .map(Texts::of)
            .forEach(documents::add);
      }
    }
    definitions = documents.stream().map(DomainDefinition::fromXml).toList();
    System.out.printf(
        "%d documents, %d characters in the mean%n",
        documents.size(), documents.stream().mapToInt(String::length).sum() / documents.size());
  }

  /** The floor: the bare cursor. */
  @Benchmark
  public void cursor(Blackhole out) throws XMLStreamException {
    for (String xml : documents) out.consume(BareTree.look(xml));
  }

  /** Text to typed definition. */
  @Benchmark
  public void read(Blackhole out) {
    for (String xml : documents) out.consume(DomainDefinition.fromXml(xml));
  }

  /** Typed definition to text. */
  @Benchmark
  public void write(Blackhole out) {
    for (DomainDefinition definition : definitions) out.consume(definition.toXml());
  }

  /** There and back. */
  @Benchmark
  public void readAndWrite(Blackhole out) {
    for (String xml : documents) out.consume(DomainDefinition.fromXml(xml).toXml());
  }

  /** The rival: there and back through a tree of elements. */
  @Benchmark
  public void readAndWriteTree(Blackhole out) throws XMLStreamException {
    for (String xml : documents) out.consume(BareTree.write(BareTree.read(xml)));
  }

  private static final class Texts {
    static String of(Path file) {
      try {
        return Files.readString(file);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
