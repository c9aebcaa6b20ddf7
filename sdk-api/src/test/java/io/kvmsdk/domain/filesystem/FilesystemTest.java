package io.kvmsdk.domain.filesystem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kvmsdk.domain.filesystem.source.FilesystemSource;
import io.kvmsdk.domain.filesystem.source.RamFilesystemSource;
import io.kvmsdk.domain.filesystem.source.UnknownFilesystemSource;
import io.kvmsdk.error.InvalidDefinitionException;
import io.kvmsdk.units.ByteSize;
import io.kvmsdk.xml.Strictness;
import org.junit.jupiter.api.Test;

class FilesystemTest {

  @Test
  void virtiofs() {
    assertThat(Filesystem.virtiofs("/srv/share", "share").toXml())
        .isEqualTo(
            """
            <filesystem type='mount' accessmode='passthrough'>
              <driver type='virtiofs'/>
              <source dir='/srv/share'/>
              <target dir='share'/>
            </filesystem>\
            """);
  }

  @Test
  void aTypeThatIsNotWrittenIsAMount() {
    String xml =
        """
        <filesystem>
          <source dir='/srv'/>
          <target dir='srv'/>
        </filesystem>\
        """;
    Filesystem read = Filesystem.fromXml(xml, Strictness.STRICT);
    assertThat(read.source()).isEqualTo(FilesystemSource.mount("/srv"));
    assertThat(read.toXml()).isEqualTo(xml);
  }

  @Test
  void memoryIsInKibibytesUnlessSaidOtherwise() {
    assertThat(usage("usage='512'")).isEqualTo(ByteSize.kibibytes(512));
    assertThat(usage("usage='3' units='MB'")).isEqualTo(ByteSize.bytes(3_000_000));
    Filesystem made =
        Filesystem.builder()
            .source(FilesystemSource.ram(ByteSize.mebibytes(1)))
            .target("/tmp")
            .build();
    assertThat(made.toXml()).contains("<source usage='1024' units='KiB'/>");
  }

  private static ByteSize usage(String attributes) {
    String xml =
        """
        <filesystem type='ram'>
          <source %s/>
          <target dir='/tmp'/>
        </filesystem>\
        """
            .formatted(attributes);
    Filesystem read = Filesystem.fromXml(xml, Strictness.STRICT);
    assertThat(read.toXml()).isEqualTo(xml);
    return ((RamFilesystemSource) read.source()).usage().orElseThrow();
  }

  @Test
  void aSourceOfANewKindIsKept() {
    String xml =
        """
        <filesystem type='cloud'>
          <source bucket='b'/>
          <target dir='c'/>
        </filesystem>\
        """;
    Filesystem read = Filesystem.fromXml(xml);
    assertThat(read.source()).isInstanceOf(UnknownFilesystemSource.class);
    assertThat(read.toXml()).isEqualTo(xml);
  }

  @Test
  void wrongInputIsNamed() {
    assertWrong("", "filesystem/target/@dir", "absent");
    assertWrong("<target dir=' '/>", "filesystem/target/@dir", " ");
    assertWrong(
        "<target dir='t'/><idmap><uid start='0' target='1' count='all'/></idmap>",
        "filesystem/idmap/uid/@count",
        "all");
    assertWrong(
        "<target dir='t'/><space_hard_limit>much</space_hard_limit>",
        "filesystem/space_hard_limit",
        "much");
  }

  private static void assertWrong(String content, String path, String value) {
    String xml = "<filesystem type='mount'><source dir='/s'/>" + content + "</filesystem>";
    assertThatThrownBy(() -> Filesystem.fromXml(xml))
        .isInstanceOfSatisfying(
            InvalidDefinitionException.class,
            e -> {
              assertThat(e.path()).isEqualTo(path);
              assertThat(e.value()).isEqualTo(value);
            });
  }
}
