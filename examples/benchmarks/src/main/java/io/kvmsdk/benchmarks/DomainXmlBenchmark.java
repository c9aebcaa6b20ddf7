package io.kvmsdk.benchmarks;

import com.ctc.wstx.stax.WstxInputFactory;
import io.kvmsdk.domain.definition.DomainDefinition;
import io.kvmsdk.domain.boot.Os;
import io.kvmsdk.domain.chardev.Channel;
import io.kvmsdk.domain.chardev.Serial;
import io.kvmsdk.domain.cpu.Vcpus;
import io.kvmsdk.domain.disk.Disk;
import io.kvmsdk.domain.disk.source.DiskSource;
import io.kvmsdk.domain.memory.MemBalloon;
import io.kvmsdk.domain.network.NetworkInterface;
import io.kvmsdk.units.ByteSize;
import java.io.StringReader;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Reading and writing a domain's document, against the bare Woodstox cursor over the same text: the
 * floor under everything that reads XML here. Add {@code -prof gc} for the bytes that each
 * allocates.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(2)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
public class DomainXmlBenchmark {

  private final String xml =
      DomainDefinition.builder()
          .name("web-1")
          .uuid(UUID.fromString("1f4bd8ae-98b1-4d12-9d3c-0a6a3a0f6d10"))
          .memory(ByteSize.gibibytes(4))
          .vcpus(Vcpus.online(2).outOf(8))
          .os(Os.hvm("q35"))
          .addDisk(Disk.virtio("vda", DiskSource.file("/var/lib/images/web-1.qcow2")).build())
          .addDisk(Disk.virtio("vdb", DiskSource.file("/var/lib/images/data-1.qcow2")).build())
          .addInterface(NetworkInterface.virtio().network("default").queues(4).build())
          .addSerial(Serial.pty())
          .addChannel(Channel.guestAgent())
          .memBalloon(MemBalloon.virtio())
          .build()
          .toXml();
  private final DomainDefinition definition = DomainDefinition.fromXml(xml);
  private final XMLInputFactory factory = new WstxInputFactory();

  /**
   * The floor: every event of the cursor, its names, attributes and texts looked at and thrown
   * away.
   */
  @Benchmark
  public int woodstoxCursor() throws XMLStreamException {
    XMLStreamReader in = factory.createXMLStreamReader(new StringReader(xml));
    int seen = 0;
    while (in.hasNext()) {
      switch (in.next()) {
        case XMLStreamReader.START_ELEMENT -> {
          seen += in.getLocalName().length();
          for (int i = 0; i < in.getAttributeCount(); i++) {
            seen += in.getAttributeLocalName(i).length() + in.getAttributeValue(i).length();
          }
        }
        case XMLStreamReader.CHARACTERS -> seen += in.getText().length();
        default -> seen++;
      }
    }
    in.close();
    return seen;
  }

  /** Text to typed definition. */
  @Benchmark
  public DomainDefinition read() {
    return DomainDefinition.fromXml(xml);
  }

  /** Typed definition to text. */
  @Benchmark
  public String write() {
    return definition.toXml();
  }

  /** There and back. */
  @Benchmark
  public String readAndWrite() {
    return DomainDefinition.fromXml(xml).toXml();
  }
}
