package io.kvmsdk.domain.chardev;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kvmsdk.domain.chardev.source.CharReconnect;
import io.kvmsdk.domain.chardev.source.CharSource;
import io.kvmsdk.domain.chardev.source.SocketMode;
import io.kvmsdk.domain.chardev.source.TcpCharSource;
import io.kvmsdk.domain.chardev.source.UdpCharSource;
import io.kvmsdk.domain.chardev.source.UdpEndpoint;
import io.kvmsdk.domain.chardev.source.UnixCharSource;
import io.kvmsdk.domain.chardev.source.VdagentCharSource;
import io.kvmsdk.domain.chardev.source.VdagentMouseMode;
import io.kvmsdk.error.InvalidDefinitionException;
import io.kvmsdk.xml.Strictness;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CharSourcesTest {

  private static String written(CharSource source) {
    String xml = Serial.of(source).toXml();
    assertThat(Serial.fromXml(xml, Strictness.STRICT).source()).isEqualTo(source);
    return xml.replaceAll("\n *", "");
  }

  private static String serial(String type, String source) {
    return "<serial type='" + type + "'>" + source + "</serial>";
  }

  @Test
  void eachIsMadeByAFactory() {
    assertThat(written(CharSource.device("/dev/ttyS0")))
        .isEqualTo(serial("dev", "<source path='/dev/ttyS0'/>"));
    assertThat(written(CharSource.pipe("/p"))).isEqualTo(serial("pipe", "<source path='/p'/>"));
    assertThat(written(CharSource.unixClient("/s")))
        .isEqualTo(serial("unix", "<source mode='connect' path='/s'/>"));
    assertThat(written(CharSource.tcpClient("h", 1)))
        .isEqualTo(serial("tcp", "<source mode='connect' host='h' service='1'/>"));
    assertThat(written(CharSource.udp("h", 2)))
        .isEqualTo(serial("udp", "<source mode='connect' host='h' service='2'/>"));
    assertThat(written(CharSource.spicePort("a.b")))
        .isEqualTo(serial("spiceport", "<source channel='a.b'/>"));
    assertThat(written(CharSource.dbus("a.b")))
        .isEqualTo(serial("dbus", "<source channel='a.b'/>"));
    assertThat(written(CharSource.spiceVmc())).isEqualTo("<serial type='spicevmc'/>");
    assertThat(written(CharSource.log())).isEqualTo("<serial type='stdio'/>");
    assertThat(written(CharSource.none())).isEqualTo("<serial type='null'/>");
  }

  @Test
  void udpHasTwoWays() {
    CharSource both = CharSource.udp(UdpEndpoint.from("0.0.0.0", 1), UdpEndpoint.to("h", 2));
    assertThat(written(both))
        .isEqualTo(
            serial(
                "udp",
                "<source mode='bind' host='0.0.0.0' service='1'/>"
                    + "<source mode='connect' host='h' service='2'/>"));
    UdpCharSource udp = (UdpCharSource) both;
    assertThat(udp.incoming().orElseThrow().service()).contains("1");
    assertThat(udp.outgoing().orElseThrow().service()).contains("2");
    assertThat(((UdpCharSource) CharSource.udp("h", 2)).incoming()).isEmpty();
    assertThat(UdpEndpoint.builder().build().isIncoming()).isFalse();
  }

  @Test
  void ofSeveralTcpSourcesTheLastCounts() {
    String xml = serial("tcp", "<source mode='bind' service='1'/><source mode='connect'/>");
    Serial read = Serial.fromXml(xml, Strictness.STRICT);
    assertThat(read.toXml().replaceAll("\n *", "")).isEqualTo(xml);
    assertThat(((TcpCharSource) read.source()).mode()).contains(SocketMode.CONNECT);
  }

  @Test
  void aSecondSourceOfAnotherTypeStays() {
    String xml = serial("file", "<source path='/a'/><source path='/b'/>");
    assertThat(Serial.fromXml(xml).toXml().replaceAll("\n *", "")).isEqualTo(xml);
    assertThatThrownBy(() -> Serial.fromXml(xml, Strictness.STRICT))
        .isInstanceOf(InvalidDefinitionException.class)
        .hasMessageContaining("serial/source[2]");
  }

  @Test
  void aLostConnectionIsMadeAgain() {
    CharSource source =
        UnixCharSource.builder()
            .mode(SocketMode.CONNECT)
            .path("/s")
            .reconnect(CharReconnect.every(Duration.ofMinutes(1)))
            .build();
    assertThat(written(source)).contains("<reconnect enabled='yes' timeout='60'/>");
    TcpCharSource never = TcpCharSource.builder().reconnect(CharReconnect.off()).build();
    assertThat(written(never)).contains("<source><reconnect enabled='no'/></source>");
    assertThatThrownBy(() -> CharReconnect.every(Duration.ZERO))
        .isInstanceOfSatisfying(
            InvalidDefinitionException.class,
            e -> assertThat(e.path()).isEqualTo("reconnect/@timeout"));
  }

  @Test
  void vdagentHasClipboardAndMouse() {
    CharSource agent =
        VdagentCharSource.builder().copyPaste(false).mouseMode(VdagentMouseMode.CLIENT).build();
    assertThat(written(agent))
        .contains("<source><clipboard copypaste='no'/><mouse mode='client'/></source>");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          <serial/>|serial/@type|absent
          <serial type='unix'><source><reconnect timeout='soon'/></source></serial>|serial/source/reconnect/@timeout|soon
          <serial type='unix'><source><reconnect enabled='yes' timeout='0'/></source></serial>|serial/source/reconnect/@timeout|0
          <serial type='pty'><target port='first'/></serial>|serial/target/@port|first
          <serial type='pty'><acpi index='-1'/></serial>|serial/acpi/@index|-1
          """)
  void wrongOnes(String xml, String path, String value) {
    assertThatThrownBy(() -> Serial.fromXml(xml))
        .isInstanceOfSatisfying(
            InvalidDefinitionException.class,
            e -> {
              assertThat(e.path()).isEqualTo(path);
              assertThat(e.value()).isEqualTo(value);
            });
  }
}
