package io.kvmsdk.domain.audio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kvmsdk.error.InvalidDefinitionException;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class AudioTest {

  @Test
  void shortcuts() {
    assertThat(Sound.ich9().toXml()).isEqualTo("<sound model='ich9'/>");
    assertThat(Audio.spice().toXml()).isEqualTo("<audio id='1' type='spice'/>");
    assertThat(Audio.pulse().withServerName("a.example").toXml())
        .isEqualTo("<audio id='1' type='pulseaudio' serverName='a.example'/>");
  }

  @Test
  void timesAreCountedInMicroseconds() {
    Audio read = Audio.fromXml("<audio id='0x2' type='none' timerPeriod='40'/>");
    assertThat(read.id()).isEqualTo(2);
    assertThat(read.timerPeriod()).contains(Duration.ofNanos(40_000));
    assertThat(read.withTimerPeriod(Duration.ofMillis(1)).toXml()).contains("timerPeriod='1000'");
  }

  @Test
  void codecsStayInOrder() {
    String xml =
        """
        <sound model='ich6'>
          <codec type='output'/>
          <codec type='hdmi'/>
          <codec type='duplex'/>
        </sound>\
        """;
    Sound read = Sound.fromXml(xml);
    assertThat(read.codecs())
        .containsExactly(SoundCodec.OUTPUT, new SoundCodec("hdmi"), SoundCodec.DUPLEX);
    assertThat(read.toXml()).isEqualTo(xml);
  }

  @Test
  void wrongInputIsNamed() {
    assertThatThrownBy(() -> Sound.fromXml("<sound/>"))
        .isInstanceOfSatisfying(
            InvalidDefinitionException.class, e -> assertThat(e.path()).isEqualTo("sound/@model"));
    assertThatThrownBy(() -> Audio.fromXml("<audio id='1'/>"))
        .isInstanceOfSatisfying(
            InvalidDefinitionException.class, e -> assertThat(e.path()).isEqualTo("audio/@type"));
    String xml = "<audio id='1' type='oss'><input><settings channels='two'/></input></audio>";
    assertThatThrownBy(() -> Audio.fromXml(xml))
        .isInstanceOfSatisfying(
            InvalidDefinitionException.class,
            e -> assertThat(e.path()).isEqualTo("audio/input/settings/@channels"));
  }
}
