package io.kvmsdk.domain.definition;

import static org.assertj.core.api.Assertions.assertThat;

import io.kvmsdk.domain.display.Graphics;
import io.kvmsdk.domain.display.Spice;
import io.kvmsdk.domain.display.Vnc;
import io.kvmsdk.units.ByteSize;
import org.junit.jupiter.api.Test;

class SecretsTest {

  private static final Graphics VNC = Vnc.builder().port(5901).password("one").build();
  private static final Graphics SPICE = Spice.builder().port(5902).password("two").build();

  @Test
  void aDefinitionCanBeShownWithoutSecrets() {
    DomainDefinition definition =
        DomainDefinition.builder()
            .name("web-1")
            .memory(ByteSize.gibibytes(1))
            .addGraphics(VNC, SPICE)
            .build();
    DomainDefinition shown = definition.withoutSecrets();

    assertThat(shown.toXml()).contains("5901", "5902").doesNotContain("passwd", "one", "two");
    assertThat(shown.graphics())
        .containsExactly(Vnc.builder().port(5901).build(), Spice.builder().port(5902).build());
    assertThat(definition.toXml()).contains("passwd='one'", "passwd='two'");
  }

  @Test
  void theyAreNotInWhatIsPrinted() {
    assertThat(VNC.toString() + SPICE).contains("5901", "5902").doesNotContain("one", "two");
  }
}
