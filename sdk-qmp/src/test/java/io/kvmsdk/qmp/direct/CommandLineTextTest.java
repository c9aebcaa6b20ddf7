package io.kvmsdk.qmp.direct;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kvmsdk.domain.boot.Os;
import io.kvmsdk.domain.chardev.Channel;
import io.kvmsdk.domain.chardev.Serial;
import io.kvmsdk.domain.chardev.source.CharSource;
import io.kvmsdk.domain.definition.DomainDefinition;
import io.kvmsdk.domain.disk.Disk;
import io.kvmsdk.domain.disk.source.DiskFormat;
import io.kvmsdk.domain.disk.source.DiskSource;
import io.kvmsdk.domain.display.Vnc;
import io.kvmsdk.domain.network.NetworkInterface;
import io.kvmsdk.domain.network.source.InterfaceSource;
import io.kvmsdk.error.InvalidDefinitionException;
import io.kvmsdk.host.Version;
import io.kvmsdk.units.ByteSize;
import io.kvmsdk.units.MacAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever text a user writes, QEMU reads the same options with the text as their value. */
class CommandLineTextTest {

  private static DomainDefinition with(String text) {
    return DomainDefinition.builder()
        .name("web" + text.replace("\n", "").replace("/", ""))
        .uuid(UUID.fromString("1b826c23-8767-47ad-a6b5-c83a88277f71"))
        .memory(ByteSize.mebibytes(256))
        .os(Os.directKernel("/boot/k" + text, "/boot/i" + text, "quiet" + text))
        .addDisk(
            Disk.virtio("vda", DiskSource.file("/images/d" + text))
                .format(DiskFormat.QCOW2)
                .serial("s" + text)
                .build())
        .addInterface(
            NetworkInterface.virtio()
                .source(InterfaceSource.ethernet())
                .targetDevice("tap" + text)
                .mac(MacAddress.of("52:54:00:00:00:01"))
                .build())
        .addInterface(
            NetworkInterface.virtio()
                .bridge("br" + text)
                .mac(MacAddress.of("52:54:00:00:00:02"))
                .build())
        .addSerial(Serial.file("/log/s" + text))
        .addSerial(Serial.of(CharSource.unix("/run/u" + text)))
        .addSerial(Serial.of(CharSource.tcp("host" + text, 4000)))
        .addSerial(Serial.pty().toBuilder().logFile("/log/l" + text).build())
        .addChannel(Channel.virtio("org.example" + text, CharSource.none()))
        .addGraphics(Vnc.builder().socket("/run/v" + text).password("secret" + text).build())
        .build();
  }

  /** The options and their keys, without their values. */
  private static List<String> structure(List<String> arguments) {
    List<String> structure = new ArrayList<>();
    for (int i = 0; i < arguments.size(); i++) {
      String argument = arguments.get(i);
      boolean plain =
          i > 0 && List.of("-append", "-kernel", "-initrd").contains(arguments.get(i - 1));
      if (plain) {
        structure.add("value");
      } else if (argument.startsWith("{")) {
        List<String> keys = new ArrayList<>();
        CommandLines.read(argument).fieldNames().forEachRemaining(keys::add);
        structure.add(keys.toString());
      } else {
        structure.add(fields(argument).stream().map(it -> it.split("=", 2)[0]).toList().toString());
      }
    }
    return structure;
  }

  /** As QEMU reads them: a comma ends a field, two commas are one of the field's. */
  private static List<String> fields(String option) {
    List<String> fields = new ArrayList<>();
    StringBuilder field = new StringBuilder();
    for (int i = 0; i < option.length(); i++) {
      char c = option.charAt(i);
      if (c != ',') {
        field.append(c);
      } else if (i + 1 < option.length() && option.charAt(i + 1) == ',') {
        field.append(c);
        i++;
      } else {
        fields.add(field.toString());
        field.setLength(0);
      }
    }
    fields.add(field.toString());
    return fields;
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        ",server=off",
        ",,debug-threads=off",
        ",",
        "\"},{\"driver\":\"e1000\"",
        "' -device e1000 '",
        "\n-device\ne1000",
        "\\",
        "%s${HOME}`id`",
        "=x,y==z",
        "äöü €",
        "\uD83D\uDE00 \u200B",
      })
  void noTextBecomesAnOption(String text) {
    List<String> plain = CommandLines.of(with("")).arguments();
    CommandLines made = CommandLines.of(with(text));
    assertThat(structure(made.arguments())).isEqualTo(structure(plain));
    assertThat(fields(made.one("-name")).get(0))
        .isEqualTo("guest=web" + text.replace("\n", "").replace("/", ""));
    assertThat(made.one("-append")).isEqualTo("quiet" + text);
    assertThat(made.one("-kernel")).isEqualTo("/boot/k" + text);
    assertThat(made.node("virtio-disk0-storage").path("filename").asText())
        .isEqualTo("/images/d" + text);
    assertThat(made.device("virtio-disk0").path("serial").asText()).isEqualTo("s" + text);
    assertThat(made.json("-netdev").get(0).path("ifname").asText()).isEqualTo("tap" + text);
    assertThat(made.json("-netdev").get(1).path("br").asText()).isEqualTo("br" + text);
    assertThat(made.device("channel0").path("name").asText()).isEqualTo("org.example" + text);
    List<List<String>> ports = made.all("-chardev").stream().map(it -> fields(it)).toList();
    assertThat(ports).anySatisfy(it -> assertThat(it).contains("path=/log/s" + text));
    assertThat(ports).anySatisfy(it -> assertThat(it).contains("path=/run/u" + text));
    assertThat(ports).anySatisfy(it -> assertThat(it).contains("host=host" + text));
    assertThat(ports).anySatisfy(it -> assertThat(it).contains("logfile=/log/l" + text));
    assertThat(fields(made.one("-vnc"))).contains("vnc=unix:/run/v" + text, "password=on");
    assertThat(made.command("set_password").path("password").asText()).isEqualTo("secret" + text);
  }

  @Test
  void jsonIsAscii() {
    CommandLines made = CommandLines.of(with("äöü \uD83D\uDE00"));
    assertThat(made.all("-blockdev")).allMatch(it -> it.chars().allMatch(c -> c >= 32 && c < 127));
  }

  @Test
  void noSecretIsAmongTheArgumentsOrInWhatIsPrinted() {
    CommandLines made = CommandLines.of(with("-s3cret"));
    assertThat(String.join(" ", made.arguments())).doesNotContain("secret-s3cret");
    assertThat(made.line().toString()).doesNotContain("secret-s3cret");
    assertThat(made.line().commands().toString()).contains("set_password").doesNotContain("s3cret");
    assertThat(made.line().live().toString()).doesNotContain("secret-s3cret");
  }

  @Test
  void whatTheLocaleHasNoBytesForIsRefused() {
    DomainDefinition live = LiveDefinition.of(with("ä"));
    QemuCapabilities qemu = CommandLines.qemu(new Version(7, 2, 22), live);
    assertThatThrownBy(
            () -> CommandLine.of(live, qemu, CommandLines.folder(live), StandardCharsets.US_ASCII))
        .isInstanceOf(InvalidDefinitionException.class)
        .hasMessageContaining("C.UTF-8");
  }

  @ParameterizedTest
  @ValueSource(strings = {"a,+vmx", "host,kvm=off", "x y", "", "\n", "a=b"})
  void whereNothingCanBeQuotedOnlyWordsPass(String text) {
    String xml =
        CommandLines.domain(
            "q35", "<cpu mode='custom'><feature policy='require' name='%s'/></cpu>", "");
    assertThatThrownBy(() -> CommandLines.ofXml(xml.formatted(text.replace("\n", "&#10;"))))
        .isInstanceOf(InvalidDefinitionException.class)
        .hasMessageContaining("domain/cpu/feature");
    String machine = CommandLines.domain("q35" + text.replace("\n", "&#10;") + ",x=y", "", "");
    assertThatThrownBy(() -> CommandLines.ofXml(machine))
        .isInstanceOf(InvalidDefinitionException.class)
        .hasMessageContaining("domain/os/type/@machine");
  }
}
