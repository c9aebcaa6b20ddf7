package io.kvmsdk.jackson;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.dataformat.xml.XmlMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.kvmsdk.domain.definition.DomainDefinition;
import io.kvmsdk.domain.device.Device;
import io.kvmsdk.domain.disk.Disk;
import io.kvmsdk.domain.disk.IoTune;
import io.kvmsdk.domain.disk.source.DiskSource;
import io.kvmsdk.error.InvalidDefinitionException;
import io.kvmsdk.xml.Corpus;
import io.kvmsdk.xml.Document;
import io.kvmsdk.xml.TestDocuments;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class KvmSdkModuleTest {

  /** A document of a service's own. */
  record Order(String customer, DomainDefinition machine, List<Disk> disks, Device plugged) {}

  /** Another, that holds what it does not know, and what may not be there. */
  record Inbox(Document document, Map<String, IoTune> limits, @Nullable DomainDefinition absent) {}

  private static final Disk DISK = Disk.virtio("vdb", DiskSource.file("/a <b> & 'c'")).build();

  static List<ObjectMapper> mappers() {
    return List.of(
        JsonMapper.builder().addModule(new KvmSdkModule()).build(),
        XmlMapper.builder().addModule(new KvmSdkModule()).build(),
        YAMLMapper.builder().addModule(new KvmSdkModule()).build(),
        new ObjectMapper().findAndRegisterModules());
  }

  @ParameterizedTest
  @MethodSource("mappers")
  void definitionsComeBackEqual(ObjectMapper mapper) throws Exception {
    for (Path document : TestDocuments.of("domain")) {
      DomainDefinition machine = DomainDefinition.fromXml(Corpus.text(document));
      Order order = new Order("Größe & Söhne", machine, List.of(DISK, DISK), DISK);
      String written = mapper.writeValueAsString(order);
      assertThat(mapper.readValue(written, Order.class)).isEqualTo(order);
    }
  }

  @ParameterizedTest
  @MethodSource("mappers")
  void anyDocumentIsReadAsWhatItIs(ObjectMapper mapper) throws Exception {
    DomainDefinition machine =
        DomainDefinition.fromXml("<domain type='kvm'><name>a</name><memory>1</memory></domain>");
    Inbox inbox = new Inbox(machine, Map.of("vda", IoTune.totalIops(5)), null);
    String written = mapper.writeValueAsString(inbox);
    assertThat(mapper.readValue(written, Inbox.class)).isEqualTo(inbox);
  }

  @ParameterizedTest
  @MethodSource("mappers")
  void whatIsWrongNamesItsPath(ObjectMapper mapper) throws Exception {
    String written =
        mapper.writeValueAsString(Map.of("plugged", "<disk><target bus='virtio'/></disk>"));
    assertThatThrownBy(() -> mapper.readValue(written, Order.class))
        .isInstanceOf(JsonMappingException.class)
        .hasMessageContaining("disk/target/@dev")
        .hasCauseInstanceOf(InvalidDefinitionException.class);
  }

  @Test
  void typesOfOthersAreLeftAlone() throws Exception {
    ObjectMapper mapper = mappers().get(0);
    assertThat(mapper.writeValueAsString(Map.of("a", Optional.class.getSimpleName())))
        .isEqualTo("{\"a\":\"Optional\"}");
    assertThat(mapper.writeValueAsString(DISK)).startsWith("\"<disk type='file'>");
  }
}
