package io.kvmsdk.domain.display;

import static org.assertj.core.api.Assertions.assertThat;

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
  void aConsoleOfANewTypeIsKept() {
    String xml = "<graphics type='hologram' depth='3' port='auto'/>";
    Graphics read = Graphics.fromXml(xml);
    assertThat(read).isInstanceOf(UnknownGraphics.class);
    assertThat(read.toXml()).isEqualTo(xml);
  }
}
