package io.kvmsdk.domain.chardev;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kvmsdk.domain.chardev.source.CharProtocol;
import io.kvmsdk.domain.chardev.source.CharSource;
import io.kvmsdk.domain.chardev.source.UnknownCharSource;
import io.kvmsdk.error.InvalidDefinitionException;
import io.kvmsdk.xml.Strictness;
import org.junit.jupiter.api.Test;

class CharacterDevicesTest {

  @Test
  void theGuestAgentsChannel() {
    assertThat(Channel.guestAgent().toXml())
        .isEqualTo(
            """
            <channel type='unix'>
              <source mode='bind'/>
              <target type='virtio' name='org.qemu.guest_agent.0'/>
            </channel>\
            """);
  }

  @Test
  void serialPorts() {
    assertThat(Serial.pty().toXml()).isEqualTo("<serial type='pty'/>");
    Serial file = Serial.file("/tmp/log").withPort(1).withLogFile("/tmp/copy");
    assertThat(file.toXml())
        .isEqualTo(
            """
            <serial type='file'>
              <source path='/tmp/log'/>
              <log file='/tmp/copy'/>
              <target port='1'/>
            </serial>\
            """);
    assertThat(Serial.fromXml(file.toXml(), Strictness.STRICT)).isEqualTo(file);
  }

  @Test
  void severalSourcesOfATypeWithoutANameStayInOrder() {
    String xml =
        """
        <console type='newer'>
          <source mode='bind' service='1'/>
          <source mode='connect' service='2'/>
        </console>\
        """;
    Console read = Console.fromXml(xml);
    assertThat(read.source()).isInstanceOf(UnknownCharSource.class);
    assertThat(read.toXml()).isEqualTo(xml);
  }

  @Test
  void aTerminalIsWhereItIs() {
    Serial serial = Serial.fromXml("<serial type='pty'><source path='/dev/pts/3'/></serial>");
    assertThat(serial.terminal()).contains("/dev/pts/3");
    assertThat(Serial.pty().terminal()).isEmpty();
    assertThat(Serial.file("/f").terminal()).isEmpty();
    Console old = Console.fromXml("<console tty='/dev/pts/4'/>", Strictness.STRICT);
    assertThat(old.source()).isEqualTo(CharSource.pty());
    assertThat(old.terminal()).contains("/dev/pts/4");
    assertThat(old.toXml()).isEqualTo("<console tty='/dev/pts/4'/>");
  }

  @Test
  void portsForOneUse() {
    assertThat(Serial.telnet("127.0.0.1", 4555).protocol()).contains(CharProtocol.TELNET);
    assertThat(Serial.tcp("127.0.0.1", 4555).protocol()).contains(CharProtocol.RAW);
    assertThat(Serial.unix("/s").source()).isEqualTo(CharSource.unix("/s"));
    assertThat(Serial.device("/dev/ttyS0").source()).isEqualTo(CharSource.device("/dev/ttyS0"));
    assertThat(Serial.firmwareDebug("/log").toXml())
        .isEqualTo(
            """
            <serial type='file'>
              <source path='/log'/>
              <target type='isa-debug'/>
              <address type='isa' iobase='0x402'/>
            </serial>\
            """);
    assertThat(Console.virtio(CharSource.pty()).targetType()).contains(ConsoleTargetType.VIRTIO);
    assertThat(Parallel.device("/dev/parport0").toXml())
        .isEqualTo(
            """
            <parallel type='dev'>
              <source path='/dev/parport0'/>
            </parallel>\
            """);
  }

  @Test
  void channelsForOneUse() {
    assertThat(Channel.spice().toXml())
        .isEqualTo(
            """
            <channel type='spicevmc'>
              <target type='virtio' name='com.redhat.spice.0'/>
            </channel>\
            """);
    assertThat(Channel.qemuVdagent(true).toXml())
        .contains("type='qemu-vdagent'", "<clipboard copypaste='yes'/>", "com.redhat.spice.0");
    Channel forward = Channel.guestForward("10.0.2.1", 4600, CharSource.unix("/f"));
    assertThat(forward.toXml())
        .contains("<target type='guestfwd' address='10.0.2.1' port='4600'/>");
    assertThat(Channel.guestAgent().isConnected()).isFalse();
    assertThat(Channel.guestAgent().withState(ChannelState.CONNECTED).isConnected()).isTrue();
    assertThatThrownBy(() -> Channel.fromXml("<channel type='pty'/>"))
        .isInstanceOfSatisfying(
            InvalidDefinitionException.class,
            e -> assertThat(e.path()).isEqualTo("channel/target/@type"));
  }
}
