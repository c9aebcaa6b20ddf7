package io.kvmsdk.domain.video;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kvmsdk.error.InvalidDefinitionException;
import io.kvmsdk.units.ByteSize;
import org.junit.jupiter.api.Test;

class VideoTest {

  @Test
  void shortcuts() {
    assertThat(Video.qxl().toXml())
        .isEqualTo(
            """
            <video>
              <model type='qxl' vram='65536' ram='65536' vgamem='16384' heads='1' primary='yes'/>
            </video>\
            """);
    assertThat(Video.virtioGl().accel3d()).contains(true);
    assertThat(Video.none().toXml()).contains("<model type='none'/>");
  }

  @Test
  void memoryIsCountedInKibibytes() {
    Video read = Video.fromXml("<video><model type='vga' vram='16384'/></video>");
    assertThat(read.videoRam()).contains(ByteSize.mebibytes(16));
    Video odd = read.withVideoRam(ByteSize.bytes(1000));
    assertThatThrownBy(odd::toXml)
        .isInstanceOf(InvalidDefinitionException.class)
        .hasMessageContaining("1000 bytes");
  }

  @Test
  void aCardThatSaysNothingStaysSo() {
    assertThat(Video.fromXml("<video/>").toXml()).isEqualTo("<video/>");
    String driver = "<video>\n  <driver/>\n</video>";
    assertThat(Video.fromXml(driver).toXml()).isEqualTo(driver);
  }

  @Test
  void wrongInputIsNamed() {
    assertThatThrownBy(() ->
            Video.fromXml("<video><model type='vga'><resolution x='wide' y='1'/></model></video>"))
        .isInstanceOfSatisfying(
            InvalidDefinitionException.class,
            e -> assertThat(e.path()).isEqualTo("video/model/resolution/@x"));
    assertThatThrownBy(() -> Video.fromXml("<video><model type='vga' heads='-2'/></video>"))
        .isInstanceOfSatisfying(
            InvalidDefinitionException.class,
            e -> {
              assertThat(e.path()).isEqualTo("video/model/@heads");
              assertThat(e.value()).isEqualTo("-2");
              assertThat(e.expected()).contains("not negative");
            });
  }
}
