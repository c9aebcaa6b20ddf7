package io.kvmsdk.tutorials;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.kvmsdk.domain.definition.DomainDefinition;
import io.kvmsdk.domain.device.Device;
import io.kvmsdk.domain.disk.CacheMode;
import io.kvmsdk.domain.disk.Disk;
import io.kvmsdk.domain.disk.DiskLayer;
import io.kvmsdk.domain.disk.source.DiskSource;
import io.kvmsdk.domain.disk.source.FileDiskSource;
import io.kvmsdk.domain.disk.source.UnknownDiskSource;
import io.kvmsdk.domain.network.NetworkInterface;
import io.kvmsdk.domain.tuning.CpuTune;
import io.kvmsdk.domain.tuning.VcpuPin;
import io.kvmsdk.error.InvalidDefinitionException;
import io.kvmsdk.jackson.KvmSdkModule;
import io.kvmsdk.network.Bandwidth;
import io.kvmsdk.network.NetworkDefinition;
import io.kvmsdk.units.ByteRate;
import io.kvmsdk.units.CpuSet;
import io.kvmsdk.units.MacAddress;
import io.kvmsdk.units.PciAddress;
import io.kvmsdk.xml.Document;
import io.kvmsdk.xml.Documents;
import io.kvmsdk.xml.Strictness;
import io.kvmsdk.xml.XmlElement;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * Reads a definition of which this library does not know everything, finds its way about in it,
 * changes some of it, and writes it with all the rest as it was. No hypervisor is needed.
 *
 * <p>Usage: {@code EditADefinition}.
 */
public final class EditADefinition {

  /** The namespace in which an application keeps what it has to remember of a machine. */
  static final String APP = "https://example.org/app";

  private static final MacAddress MAC = MacAddress.of("52:54:00:6b:3c:58");

  /** A document of a service's own, with a machine in it. */
  record Order(String customer, DomainDefinition machine) {}

  private final Terminal terminal = new Terminal();

  private EditADefinition() {}

  /** Runs it; exit status 0 if all of it happened. */
  public static void main(String[] args) throws JsonProcessingException {
    new EditADefinition().run();
  }

  private void run() throws JsonProcessingException {
    terminal.step("Reading a machine of a newer libvirt");
    DomainDefinition web = DomainDefinition.fromXml(document("web-1.xml"));
    find(web);
    strictly(document("web-1.xml"));
    terminal.step("Changing a cache mode, a bandwidth, a pinning and what an application keeps");
    showChanges(web.toXml(), edited(web).toXml());
    anyDocument(document("network.xml"));
    inJson(web);
    terminal.step("Done");
  }

  /** All of these are plain lookups in a value: nothing is asked of a hypervisor. */
  private void find(DomainDefinition web) {
    Disk root = web.disk("vda").orElseThrow();
    NetworkInterface lan = web.networkInterface(MAC).orElseThrow();
    Device byAlias = web.device("ua-data").orElseThrow();
    Device byAddress = web.deviceAt(PciAddress.of("0000:00:05.0")).orElseThrow();
    terminal.step("The root disk is " + where(root.source()) + ", made of");
    for (DiskLayer layer : root.backingChain()) {
      terminal.step("  " + where(layer.source()));
    }
    terminal.step("The network card has " + lan.model().orElseThrow());
    if (byAlias instanceof Disk data) {
      terminal.step("The disk " + data.target() + " is " + where(data.source()));
    }
    terminal.step("At 00:05.0 there is the network card: " + byAddress.equals(lan));
    terminal.step("The next disk can be " + web.nextFreeTarget("vd"));
  }

  /** What is one of several things is a sealed type, whose arms Java's instanceof tells apart. */
  private static String where(DiskSource source) {
    if (source instanceof FileDiskSource file) {
      return file.file().orElse("an empty drive");
    }
    if (source instanceof UnknownDiskSource unknown) {
      return "of a kind that is newer than this library: " + unknown.type();
    }
    return source.type();
  }

  /**
   * A program that has to be sure that it understands all of a document reads it so. The default
   * keeps what it does not know, and writes it again.
   */
  private void strictly(String xml) {
    try {
      DomainDefinition.fromXml(xml, Strictness.STRICT);
      throw new IllegalStateException("there is something in it that is not modelled");
    } catch (InvalidDefinitionException e) {
      terminal.step("Read strictly, it is refused: " + e.getMessage());
    }
  }

  /**
   * Values are immutable: {@code with...} gives another one for one property, {@code toBuilder()}
   * for several. What is not mentioned stays as it was, known or not.
   */
  static DomainDefinition edited(DomainDefinition web) {
    Disk root = web.disk("vda").orElseThrow();
    NetworkInterface lan = web.networkInterface(MAC).orElseThrow();
    CpuTune tune = web.cpuTune().orElse(CpuTune.builder().build());
    return web.withDisk(root.toBuilder().cache(CacheMode.NONE).build())
        .withNetworkInterface(
            lan.withBandwidth(Bandwidth.symmetric(ByteRate.megabitsPerSecond(100))))
        .withCpuTune(tune.toBuilder().addVcpuPin(VcpuPin.of(1, CpuSet.of(5))).build())
        .withMetadata(
            web.metadata()
                .remove("https://example.org/retired")
                .put(owner(web).withAttribute("reviewed", "2026-11-26")));
  }

  /** Each application has one element in the metadata, in a namespace of its own. */
  private static XmlElement owner(DomainDefinition web) {
    return web.metadata().get(APP).orElse(XmlElement.of("app", APP, "owner"));
  }

  /** Documents are written in one form, so that the changes are lines. */
  private void showChanges(String before, String after) {
    List<String> old = before.lines().toList();
    List<String> now = after.lines().toList();
    old.stream().filter(line -> !now.contains(line)).forEach(line -> terminal.step("- " + line));
    now.stream().filter(line -> !old.contains(line)).forEach(line -> terminal.step("+ " + line));
  }

  /** A tool that shows whatever it is given need not know what that is. */
  private void anyDocument(String xml) {
    Document document = Documents.parse(xml);
    if (document instanceof NetworkDefinition network) {
      terminal.step("The other document is a network named " + network.name());
    } else {
      throw new IllegalStateException("it is a network, not " + document);
    }
  }

  /** In JSON a definition is one text, its libvirt document: nothing of it is lost there either. */
  private void inJson(DomainDefinition web) throws JsonProcessingException {
    ObjectMapper json = JsonMapper.builder().addModule(new KvmSdkModule()).build();
    String written = json.writeValueAsString(new Order("Example Ltd", web));
    Order read = json.readValue(written, Order.class);
    if (!read.machine().equals(web)) {
      throw new IllegalStateException("the machine came back otherwise");
    }
    terminal.step("An order in JSON: " + written.substring(0, 60) + "...");
  }

  /** A document that lies beside this class. */
  static String document(String name) {
    try (InputStream in = EditADefinition.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException(name + " is not beside this class");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
