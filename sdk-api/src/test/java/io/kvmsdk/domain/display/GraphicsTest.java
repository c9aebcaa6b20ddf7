package io.kvmsdk.domain.display;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kvmsdk.error.InvalidDefinitionException;
import io.kvmsdk.xml.Strictness;
import org.junit.jupiter.api.Test;

class GraphicsTest {

  @Test
  void aPasswordIsWrittenAndNotShown() {
    Vnc vnc = Vnc.builder().port(5900).password("geheim").build();
    assertThat(vnc.toXml()).isEqualTo("<graphics type='vnc' port='5900' passwd='geheim'/>");
    assertThat(vnc.toString()).contains("5900").doesNotContain("geheim");
    assertThat(Graphics.fromXml(vnc.toXml(), Strictness.STRICT)).isEqualTo(vnc);
    assertThat(vnc.withPassword("other")).isNotEqualTo(vnc);
  }

  @Test
  void noKindKeepsAPassword() {
    for (String type : new String[] {"vnc", "spice", "rdp"}) {
      Graphics read = Graphics.fromXml("<graphics type='" + type + "' port='1' passwd='geheim'/>");
      assertThat(read.toString()).contains("port").doesNotContain("geheim");
      assertThat(read.withoutPassword().toXml())
          .isEqualTo("<graphics type='" + type + "' port='1'/>");
    }
    Graphics without = Graphics.eglHeadless();
    assertThat(without.withoutPassword()).isSameAs(without);
  }

  @Test
  void aConsoleOfANewTypeIsKept() {
    String xml = "<graphics type='hologram' depth='3' port='auto'/>";
    Graphics read = Graphics.fromXml(xml);
    assertThat(read).isInstanceOf(UnknownGraphics.class);
    assertThat(read.toXml()).isEqualTo(xml);
  }

  @Test
  void theConsoleOfADesktop() {
    assertThat(Spice.desktop().toXml())
        .isEqualTo(
            """
            <graphics type='spice' port='-1' autoport='yes'>
              <listen type='address' address='127.0.0.1'/>
              <image compression='auto_glz'/>
              <jpeg compression='auto'/>
              <zlib compression='auto'/>
              <playback compression='on'/>
              <streaming mode='filter'/>
              <clipboard copypaste='yes'/>
              <mouse mode='client'/>
              <filetransfer enable='yes'/>
            </graphics>\
            """);
  }

  @Test
  void openWordsOfANewerLibvirtStay() {
    String xml =
        """
        <graphics type='spice' connected='ask'>
          <channel name='webcam' mode='quantum'/>
          <image compression='webp' quality='9'/>
          <playback compression='auto'/>
        </graphics>\
        """;
    Spice read = (Spice) Graphics.fromXml(xml);
    assertThat(read.imageCompression()).contains(new ImageCompression("webp"));
    assertThat(read.playbackCompression()).isEmpty();
    assertThat(read.toXml()).isEqualTo(xml);
    assertThat(read.withPlaybackCompression(true).toXml()).contains("<playback compression='on'/>");
    assertThatThrownBy(() -> Graphics.fromXml(xml, Strictness.STRICT))
        .isInstanceOf(InvalidDefinitionException.class)
        .hasMessageContaining("graphics/image/@quality")
        .hasMessageContaining("graphics/playback/@compression");
  }

  @Test
  void wrongInputIsNamed() {
    assertWrong("<graphics/>", "graphics/@type", "absent");
    assertWrong("<graphics type='rdp' port='lots'/>", "graphics/@port", "lots");
    assertWrong(
        "<graphics type='spice'><channel name='main'/></graphics>",
        "graphics/channel/@mode",
        "absent");
    assertWrong("<graphics type='vnc'><audio id='loud'/></graphics>", "graphics/audio/@id", "loud");
  }

  private static void assertWrong(String xml, String path, String value) {
    assertThatThrownBy(() -> Graphics.fromXml(xml))
        .isInstanceOfSatisfying(
            InvalidDefinitionException.class,
            e -> {
              assertThat(e.path()).isEqualTo(path);
              assertThat(e.value()).isEqualTo(value);
            });
  }
}
